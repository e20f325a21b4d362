package org.shouwang.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;

/** The quarter of the demo district as the README tries it. */
@QuarkusTest
class DemoQuarterApiTest {

    private static final UUID QUARTER = UUID.nameUUIDFromBytes("demo/collection-period/quarter".getBytes(UTF_8));
    private static final UUID LINE = UUID.nameUUIDFromBytes("demo/responsibility/C-E02".getBytes(UTF_8));

    @Inject
    DataSource database;

    @AfterEach
    void nothingIsReported() throws SQLException {
        Sql.update(
                database, "delete from card_act where card_id in (select id from card where period_id = ?)", QUARTER);
        Sql.update(database, "delete from card where period_id = ?", QUARTER);
        Sql.update(
                database,
                "delete from indicator_value_act where value_id in"
                        + " (select id from indicator_value where period_id = ?)",
                QUARTER);
        Sql.update(database, "delete from indicator_value where period_id = ?", QUARTER);
    }

    private static ValidatableResponse act(Accounts who, int version, String path) {
        return who.request()
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("id", UUID.randomUUID(), "reason", "经核实"))
                .post("/api/v1" + path)
                .then()
                .statusCode(200);
    }

    @Test
    void aNewcomerReportsReviewsPublishesAndIssuesACard() {
        UUID value = UUID.randomUUID();
        Accounts.EDUCATION_LIAISON
                .request()
                .get("/api/v1/collection-periods/{id}/owed", QUARTER)
                .then()
                .statusCode(200)
                .body("items.indicatorCode", hasItems("C-E02", "C-E03", "C-E08"));
        Accounts.EDUCATION_LIAISON
                .request()
                .body(Map.of(
                        "periodId", QUARTER, "responsibilityId", LINE, "figures", MonitoredCounty.figures(3200, 4000)))
                .put("/api/v1/indicator-values/{id}", value)
                .then()
                .statusCode(201);
        act(Accounts.STATISTICS, 0, "/indicator-values/" + value + "/review");
        act(Accounts.COMMITTEE, 1, "/indicator-values/" + value + "/publication")
                .body("status", equalTo("PUBLISHED"));

        String card = Accounts.COMMITTEE
                .request()
                .get("/api/v1/cards?status=PROPOSED&area=610304000000")
                .then()
                .body("items.colour", contains("YELLOW"))
                .body("items[0].reasonZh", containsString("5.9%"))
                .extract()
                .path("items[0].id");
        act(Accounts.COMMITTEE, 0, "/cards/" + card + "/issue").body("status", equalTo("ISSUED"));
    }
}
