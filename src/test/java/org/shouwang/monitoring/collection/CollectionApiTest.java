package org.shouwang.monitoring.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.monitoring.MonitoredCounty;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

@QuarkusTest
class CollectionApiTest {

    @Inject
    DataSource database;

    private MonitoredCounty county;

    @BeforeEach
    void aCounty() throws SQLException {
        county = MonitoredCounty.found(database);
    }

    @AfterEach
    void nothingIsLeft() throws SQLException {
        county.dissolve();
    }

    /** Issued, claimed, owed, reported, returned, reported again, reviewed, published, corrected: all of it stays readable. */
    @Test
    void aValueGoesItsWay() throws SQLException {
        UUID line = county.lead("C-E02", MonitoredCounty.EDUCATION);
        UUID quarter = county.quarter(2026, 1);
        UUID value = UUID.randomUUID();
        UUID published = UUID.randomUUID();
        county.liaison()
                .get("/api/v1/collection-periods/{id}/owed", quarter)
                .then()
                .statusCode(200)
                .body("items.indicatorCode", contains("C-E02"))
                .body("items.status", contains("OPEN"));

        county.report(value, quarter, line, 3300, 4000).statusCode(201).body("value", equalTo(82.5f));
        county.report(value, quarter, line, 3300, 4000).statusCode(200).body("status", equalTo("SUBMITTED"));
        county.report(value, quarter, line, 3301, 4000).statusCode(409);
        county.report(UUID.randomUUID(), quarter, line, 3300, 4000)
                .statusCode(422)
                .body("violations.rule", contains("value-once"));
        county.statistics()
                .get("/api/v1/indicator-values?status=SUBMITTED&period=" + quarter)
                .then()
                .body("items.id", contains(value.toString()));
        county.act(county.statistics(), value, 0, "return", Map.of("reason", "分母与年报不符"))
                .statusCode(200)
                .body("status", equalTo("RETURNED"))
                .body("returnReason", equalTo("分母与年报不符"));
        county.liaison()
                .get("/api/v1/collection-periods/{id}/owed", quarter)
                .then()
                .body("items.valueId", contains(value.toString()));
        county.act(county.liaison(), value, 1, "resubmission", Map.of("figures", MonitoredCounty.figures(3200, 4000)))
                .statusCode(200)
                .body("valueVersion", equalTo(2));
        county.act(county.office(), value, 2, "publication", Map.of())
                .statusCode(409)
                .body("violations.rule", contains("value-status"));
        county.act(county.statistics(), value, 2, "review", Map.of()).statusCode(200);
        county.act(county.office(), value, 3, "publication", Map.of("id", published))
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"));
        county.act(county.office(), value, 3, "publication", Map.of("id", published))
                .statusCode(200)
                .body("version", equalTo(4));
        county.act(
                        county.office(),
                        value,
                        4,
                        "correction",
                        Map.of("reason", "年报核定", "figures", MonitoredCounty.figures(3180, 4000)))
                .statusCode(200)
                .body("status", equalTo("CORRECTED"))
                .body("value", equalTo(79.5f));

        county.liaison()
                .get("/api/v1/indicator-values/{id}", value)
                .then()
                .statusCode(200)
                .body("history.kind", contains("SUBMIT", "RETURN", "RESUBMIT", "REVIEW", "PUBLISH", "CORRECT"))
                .body("history.findAll { it.figures != null }.figures.numerator", contains(3300, 3200, 3180))
                .body("history.valueVersion", contains(1, 1, 2, 2, 2, 3));
        assertThat(Sql.number(database, "select count(*) from audit where subject_id = ?", value))
                .isEqualTo(6);
    }

    @Test
    void ofTwoOfficersOneWins() throws Exception {
        UUID line = county.lead("C-E02", MonitoredCounty.EDUCATION);
        UUID value = UUID.randomUUID();
        county.report(value, county.quarter(2026, 1), line, 3600, 4000).statusCode(201);
        county.act(county.statistics(), value, 0, "review", Map.of()).statusCode(200);

        List<Integer> published = Together.statuses(List.of(
                () -> county.act(county.office(), value, 1, "publication", Map.of())
                        .extract()
                        .statusCode(),
                () -> county.act(county.office(), value, 1, "publication", Map.of())
                        .extract()
                        .statusCode()));
        List<Integer> corrected = Together.statuses(List.of(
                () -> correct(value, 2, 3500).extract().statusCode(),
                () -> correct(value, 2, 3400).extract().statusCode()));

        assertThat(published).containsExactlyInAnyOrder(200, 412);
        assertThat(corrected).containsExactlyInAnyOrder(200, 412);
        county.office()
                .get("/api/v1/indicator-values/{id}", value)
                .then()
                .body("valueVersion", equalTo(2))
                .body("history", hasSize(4));
    }

    private ValidatableResponse correct(UUID value, int version, int numerator) {
        return county.act(
                county.office(),
                value,
                version,
                "correction",
                Map.of("reason", "年报核定", "figures", MonitoredCounty.figures(numerator, 4000)));
    }

    /** Numerators and denominators each for themselves, once all townships have reported; never a mean of rates. */
    @Test
    void aCountyIsTheSumOfItsTownships() throws SQLException {
        UUID ofCounty = county.lead("C-E02", MonitoredCounty.EDUCATION);
        UUID ofTown = county.lead("C-E02", MonitoredCounty.TOWN_COMMITTEE);
        UUID quarter = county.quarter(2026, 1);
        UUID whole = UUID.randomUUID();
        county.report(whole, quarter, ofCounty, 3300, 4000).statusCode(201);
        county.act(county.statistics(), whole, 0, "review", Map.of())
                .statusCode(422)
                .body("violations.rule", contains("value-townships-missing"));
        county.report(UUID.randomUUID(), quarter, ofTown, 3200, 4000).statusCode(201);

        county.act(county.statistics(), whole, 0, "review", Map.of())
                .statusCode(422)
                .body("violations.rule", contains("value-townships-numerator"))
                .body("violations[0].message", containsString("3300"));
        county.act(county.statistics(), whole, 0, "return", Map.of("reason", "请按乡镇汇总"))
                .statusCode(200);
        county.act(county.liaison(), whole, 1, "resubmission", Map.of("figures", MonitoredCounty.figures(3200, 4000)))
                .statusCode(200);
        county.act(county.statistics(), whole, 2, "review", Map.of()).statusCode(200);
    }

    @Test
    void whatCannotBeIsRefusedWithItsRule() throws SQLException {
        UUID line = county.lead("C-E02", MonitoredCounty.EDUCATION);
        UUID quarter = county.quarter(2026, 1);
        UUID nextYear = county.quarter(2027, 1);
        county.report(UUID.randomUUID(), quarter, line, 4001, 4000)
                .statusCode(422)
                .body("violations.rule", contains("value-numerator-within"));
        county.report(UUID.randomUUID(), nextYear, line, 1, 4000)
                .statusCode(422)
                .body("violations.rule", hasItem("value-period-known"));
        UUID nothing = UUID.randomUUID();
        county.report(nothing, quarter, line, 0, 0).statusCode(201).body("value", nullValue());

        county.office()
                .body(Map.of("id", UUID.randomUUID()))
                .post("/api/v1/collection-periods/{id}/closing", quarter)
                .then()
                .statusCode(200);
        UUID other = county.lead("C-E03", MonitoredCounty.EDUCATION);
        county.report(UUID.randomUUID(), quarter, other, 1, 4000)
                .statusCode(422)
                .body("violations.rule", contains("value-period-closed"));
    }

    /** The liaison of the demo district's education bureau has no part in this county, nor has its office. */
    @Test
    void aStrangersUnitIsNotThere() throws SQLException {
        UUID line = county.lead("C-E02", MonitoredCounty.EDUCATION);
        UUID quarter = county.quarter(2026, 1);
        UUID value = UUID.randomUUID();
        county.report(value, quarter, line, 3300, 4000).statusCode(201);

        Accounts.EDUCATION_LIAISON
                .request()
                .get("/api/v1/indicator-values/{id}", value)
                .then()
                .statusCode(404);
        Accounts.EDUCATION_LIAISON
                .request()
                .get("/api/v1/collection-periods/{id}/owed", quarter)
                .then()
                .statusCode(404);
        county.act(Accounts.STATISTICS.request(), value, 0, "review", Map.of()).statusCode(404);
        Accounts.COMMITTEE
                .request()
                .get("/api/v1/indicator-values?period=" + quarter)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }
}
