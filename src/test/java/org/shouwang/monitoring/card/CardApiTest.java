package org.shouwang.monitoring.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
import org.shouwang.staff.NewCounty;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

@QuarkusTest
class CardApiTest {

    @Inject
    DataSource database;

    @Inject
    ProposeMissing job;

    private MonitoredCounty county;

    @BeforeEach
    void aCounty() throws SQLException {
        county = MonitoredCounty.found(database);
    }

    @AfterEach
    void nothingIsLeft() throws SQLException {
        county.dissolve();
    }

    private ValidatableResponse cards(String query) {
        return county.office()
                .get("/api/v1/cards?area=" + MonitoredCounty.COUNTY + query)
                .then()
                .statusCode(200);
    }

    private String proposed() {
        return cards("&status=PROPOSED").body("items", hasSize(1)).extract().path("items[0].id");
    }

    private ValidatableResponse decide(String card, int version, String act) {
        return county.office()
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("id", UUID.randomUUID(), "reason", "经核实，差距属实"))
                .post("/api/v1/cards/{id}/" + act, card)
                .then();
    }

    /** E5: 80.0 % against 85 % is yellow; 79.5 % in the next quarter is red, and the yellow one is upgraded. */
    @Test
    void twoYellowQuartersBecomeARedCard() throws Exception {
        UUID line = county.lead("C-E02", MonitoredCounty.EDUCATION);
        county.published(county.quarter(2026, 1), line, 3200, 4000);
        String yellow = proposed();
        county.liaison().get("/api/v1/cards").then().body("items", empty());
        county.liaison().get("/api/v1/cards/{id}", yellow).then().statusCode(404);

        List<Integer> together = Together.statuses(List.of(
                () -> decide(yellow, 0, "issue").extract().statusCode(),
                () -> decide(yellow, 0, "issue").extract().statusCode()));
        assertThat(together).containsExactlyInAnyOrder(200, 412);
        county.published(county.quarter(2026, 2), line, 3180, 4000);
        String red = proposed();
        cards("&status=PROPOSED")
                .body("items.colour", contains("RED"))
                .body("items.ruleCode", contains("R-AGAIN"))
                .body("items[0].reasonEn", containsString("79.50 %"))
                .body("items[0].reasonZh", containsString("6.5%"));
        decide(red, 0, "issue").statusCode(200).body("status", equalTo("ISSUED"));
        county.liaison()
                .get("/api/v1/cards/{id}", yellow)
                .then()
                .statusCode(200)
                .body("status", equalTo("UPGRADED"))
                .body("upgradedTo", equalTo(red));
        decide(red, 0, "clear").statusCode(412);
        decide(red, 1, "clear").statusCode(200).body("status", equalTo("CLEARED"));
        decide(red, 2, "clear").statusCode(409).body("violations.rule", contains("card-status"));
        county.office()
                .get("/api/v1/cards/{id}", red)
                .then()
                .body("history.kind", contains("PROPOSE", "ISSUE", "CLEAR"));
    }

    @Test
    void whatWasDismissedIsProposedAgainOnNewGroundOnly() throws SQLException {
        UUID line = county.lead("C-E02", MonitoredCounty.EDUCATION);
        UUID value = county.published(county.quarter(2026, 1), line, 3200, 4000);
        decide(proposed(), 0, "dismiss").statusCode(200).body("status", equalTo("DISMISSED"));

        county.act(
                        county.office(),
                        value,
                        2,
                        "correction",
                        Map.of("reason", "年报核定", "figures", MonitoredCounty.figures(2800, 4000)))
                .statusCode(200);
        county.act(
                        county.office(),
                        value,
                        3,
                        "correction",
                        Map.of("reason", "再次核定", "figures", MonitoredCounty.figures(2700, 4000)))
                .statusCode(200);

        cards("&status=PROPOSED")
                .body("items.colour", contains("RED"))
                .body("items[0].reasonEn", containsString("67.50 %"));
        cards("").body("items", hasSize(2));
    }

    /** E6, and what is only watched: shown where it stands, and no card. */
    @Test
    void smallNumbersAndWhatIsWatchedAreNotCarded() throws SQLException {
        UUID deaths = county.lead("W-H01", MonitoredCounty.EDUCATION);
        UUID kindergartens = county.lead("C-E02", MonitoredCounty.EDUCATION);
        UUID quarter = county.quarter(2026, 1);
        county.published(quarter, deaths, 1, 2600);
        county.published(quarter, kindergartens, 3600, 4000);

        cards("").body("items", empty());
        county.office()
                .get("/api/v1/collection-periods/{id}/standing", quarter)
                .then()
                .statusCode(200)
                .body("indicators", hasSize(88))
                .body("indicators.find { it.indicatorCode == 'W-H01' }.status", equalTo("OFF_TRACK"))
                .body("indicators.find { it.indicatorCode == 'W-H01' }.small", equalTo(true))
                .body("indicators.find { it.indicatorCode == 'C-E02' }.status", equalTo("MET"))
                .body("indicators.find { it.indicatorCode == 'C-E02' }.gapPercent", equalTo(-5.9f))
                .body("indicators.find { it.indicatorCode == 'C-L01' }.status", equalTo("NEUTRAL"))
                .body("indicators.find { it.indicatorCode == 'C-E08' }.status", equalTo("NO_DATA"))
                .body("achieved", equalTo(50.0f));
    }

    /** Long overdue: red, of what is asked for in principle yellow, of what is only watched nothing; once, on however many nodes. */
    @Test
    void whatIsMissingIsCardedOnce() throws Exception {
        county.lead("C-E02", MonitoredCounty.EDUCATION);
        county.lead("C-E03", MonitoredCounty.EDUCATION);
        county.lead("W-H01", MonitoredCounty.EDUCATION);
        county.lead("C-L01", MonitoredCounty.EDUCATION);
        UUID quarter = county.quarter(2026, 1);
        Sql.update(
                database,
                "update collection_period set due_on = '2026-04-15', look_on = '2026-04-16', created_at = '2026-01-04' where id = ?",
                quarter);
        Sql.update(
                database, "update responsibility set created_at = '2026-01-04' where area_code = ?", NewCounty.COUNTY);

        List<Integer> looked = Together.statuses(List.of(
                () -> job.runOnce().await().indefinitely(),
                () -> job.runOnce().await().indefinitely()));
        Sql.update(database, "update collection_period set look_on = due_on where id = ?", quarter);
        job.runOnce().await().indefinitely();

        assertThat(looked).containsExactlyInAnyOrder(0, 1);
        cards("&status=PROPOSED")
                .body("items.indicatorCode", containsInAnyOrder("C-E02", "C-E03", "W-H01"))
                .body("items.ruleCode", containsInAnyOrder("R-LATE", "Y-LATE", "R-LATE"))
                .body("items.find { it.indicatorCode == 'C-E03' }.colour", equalTo("YELLOW"))
                .body("items[0].reasonZh", containsString("2026-04-15"));
        assertThat(Sql.number(
                        database, "select count(*) from collection_period where id = ? and look_on is null", quarter))
                .isEqualTo(1);
    }
}
