package org.shouwang.monitoring.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
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
import org.shouwang.staff.NewCounty;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

/** Cards by hand, and what becomes of cards when figures are corrected. */
@QuarkusTest
class CardAgainApiTest {

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

    private ValidatableResponse decide(String card, int version, String act) {
        return county.office()
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("id", UUID.randomUUID(), "reason", "经核实"))
                .post("/api/v1/cards/{id}/" + act, card)
                .then();
    }

    private ValidatableResponse give(UUID id, UUID line, UUID period, String colour) {
        return county.office()
                .body(Map.of("responsibilityId", line, "periodId", period, "colour", colour, "reason", "三年合计上升"))
                .put("/api/v1/cards/{id}", id)
                .then();
    }

    private void correct(UUID value, int version, int numerator) {
        county.act(
                        county.office(),
                        value,
                        version,
                        "correction",
                        Map.of("reason", "年报核定", "figures", MonitoredCounty.figures(numerator, 4000)))
                .statusCode(200);
    }

    /** The second yellow quarter was red because of the first one; the first one turns out to have been good. */
    @Test
    void aCorrectionJudgesLaterQuartersAgain() throws SQLException {
        UUID line = county.lead("C-E02", MonitoredCounty.EDUCATION);
        UUID first = county.published(county.quarter(2026, 1), line, 3200, 4000);
        String yellow = cards("").extract().path("items[0].id");
        decide(yellow, 0, "issue").statusCode(200);
        county.published(county.quarter(2026, 2), line, 3180, 4000);
        String red = cards("&status=PROPOSED").extract().path("items[0].id");

        correct(first, 2, 3500);

        county.office()
                .get("/api/v1/cards/{id}", yellow)
                .then()
                .body("status", equalTo("ISSUED"))
                .body("notedAt", notNullValue())
                .body("history.kind", contains("PROPOSE", "ISSUE", "NOTE"));
        county.liaison()
                .get("/api/v1/cards/{id}", yellow)
                .then()
                .body("notedAt", nullValue())
                .body("history.kind", contains("PROPOSE", "ISSUE"));
        cards("&status=PROPOSED").body("items.ruleCode", contains("R-AGAIN"));
        decide(yellow, 2, "revocation").statusCode(200);
        county.office()
                .get("/api/v1/cards/{id}", red)
                .then()
                .body("status", equalTo("PROPOSED"))
                .body("colour", equalTo("YELLOW"))
                .body("ruleCode", equalTo("Y-GAP"))
                .body("history.kind", contains("PROPOSE", "RENEW"));
    }

    /** Worse twice in a row, until the middle one is corrected; and again when that was wrong. */
    @Test
    void aProposalThatNoLongerHoldsIsTakenBackAndMadeAnew() throws SQLException {
        UUID line = county.lead("C-E02", MonitoredCounty.EDUCATION);
        county.published(county.quarter(2026, 1), line, 3700, 4000);
        UUID second = county.published(county.quarter(2026, 2), line, 3600, 4000);
        county.published(county.quarter(2026, 3), line, 3500, 4000);
        String worse = cards("&status=PROPOSED").extract().path("items[0].id");

        correct(second, 2, 3450);
        county.office()
                .get("/api/v1/cards/{id}", worse)
                .then()
                .body("status", equalTo("WITHDRAWN"))
                .body("history[1].kind", equalTo("WITHDRAW"))
                .body("history[1].reasonEn", containsString("87.50 %"));
        county.liaison().get("/api/v1/cards/{id}", worse).then().statusCode(404);
        correct(second, 3, 3600);

        cards("&status=PROPOSED").body("items.ruleCode", contains("Y-WORSE")).body("items.id", not(hasItem(worse)));
    }

    /** E6 by hand: no rule gives a card for a few cases, the office may; asked for in principle it is yellow at most. */
    @Test
    void theOfficeGivesACardByHandOnce() throws Exception {
        UUID deaths = county.lead("W-H01", MonitoredCounty.EDUCATION);
        UUID soft = county.lead("C-E03", MonitoredCounty.EDUCATION);
        UUID quarter = county.quarter(2026, 1);
        county.published(quarter, deaths, 1, 2600);
        UUID id = UUID.randomUUID();

        List<Integer> together = Together.statuses(List.of(
                () -> give(id, deaths, quarter, "RED").extract().statusCode(),
                () -> give(UUID.randomUUID(), deaths, quarter, "RED").extract().statusCode()));
        assertThat(together).containsExactlyInAnyOrder(201, 409);
        String card =
                cards("").body("items.ruleCode", contains("HAND")).extract().path("items[0].id");
        give(UUID.fromString(card), deaths, quarter, "RED").statusCode(200).body("status", equalTo("ISSUED"));
        give(UUID.fromString(card), deaths, quarter, "YELLOW").statusCode(409);
        give(UUID.randomUUID(), soft, quarter, "RED")
                .statusCode(422)
                .body("violations.rule", contains("card-soft-yellow"));
        give(UUID.randomUUID(), soft, quarter, "YELLOW").statusCode(201);

        UUID letter = UUID.randomUUID();
        county.office()
                .body(Map.of("cardId", card, "content", "请核查孕产妇死亡个案"))
                .put("/api/v1/supervision-letters/{id}", letter)
                .then()
                .statusCode(201);
        county.office()
                .header("If-Match", "\"0\"")
                .body(Map.of("id", UUID.randomUUID()))
                .post("/api/v1/supervision-letters/{id}/issue", letter)
                .then()
                .statusCode(200)
                .body("value", notNullValue())
                .body("reasonZh", equalTo("三年合计上升"));
    }

    /** The period was looked at for the last time before the line was issued. */
    @Test
    void aLineThatIsIssuedLateIsLookedAtStill() throws SQLException {
        UUID quarter = county.quarter(2026, 1);
        Sql.update(
                database,
                "update collection_period set due_on = '2026-04-15', look_on = null, created_at = '2026-01-04' where id = ?",
                quarter);
        county.lead("C-E02", MonitoredCounty.EDUCATION);
        assertThat(Sql.number(
                        database,
                        "select count(*) from collection_period where id = ? and look_on is not null",
                        quarter))
                .isEqualTo(1);
        Sql.update(database, "update collection_period set look_on = due_on where id = ?", quarter);

        job.runOnce().await().indefinitely();

        assertThat(Sql.number(
                        database,
                        "select count(*) from collection_period where id = ? and look_on is not null",
                        quarter))
                .isEqualTo(1);
        cards("").body("items", equalTo(List.of()));
        Sql.update(
                database,
                "update responsibility set created_at = now() - interval '40 days' where area_code = ?",
                NewCounty.COUNTY);
        Sql.update(database, "update collection_period set look_on = due_on where id = ?", quarter);
        job.runOnce().await().indefinitely();
        cards("&status=PROPOSED").body("items.ruleCode", containsInAnyOrder("R-LATE"));
    }
}
