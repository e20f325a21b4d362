package org.shouwang.monitoring.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.monitoring.MonitoredCounty;
import org.shouwang.staff.NewCounty;
import org.shouwang.testsupport.SentStatements;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class ScoreStoryApiTest {

    @Inject
    DataSource database;

    private MonitoredCounty county;

    @BeforeEach
    void aCounty() throws SQLException {
        county = MonitoredCounty.found(database);
    }

    @AfterEach
    void nothingIsLeft() throws SQLException {
        for (String table :
                new String[] {"score_objection", "score_adjustment", "score_result", "score_part", "score_unit"}) {
            Sql.update(
                    database,
                    "delete from " + table + " where book_id in (select id from score_book where area_code = ?)",
                    NewCounty.COUNTY);
        }
        Sql.update(database, "delete from score_book where area_code = ?", NewCounty.COUNTY);
        Sql.update(database, "delete from score_record where area_code = ?", NewCounty.COUNTY);
        county.dissolve();
    }

    private ValidatableResponse draft(UUID id, Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>(Map.of("areaCode", MonitoredCounty.COUNTY, "year", 2026));
        form.putAll(more);
        return county.office().body(form).put("/api/v1/scores/{id}", id).then();
    }

    private static ValidatableResponse act(
            RequestSpecification who, String path, UUID id, int version, Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>(Map.of("id", UUID.randomUUID()));
        form.putAll(more);
        return who.header("If-Match", "\"" + version + "\"")
                .body(form)
                .post("/api/v1/" + path, id)
                .then();
    }

    /** Answers how many statements it took. */
    private int computing(UUID score, int version) {
        try (SentStatements sent = SentStatements.start()) {
            act(county.office(), "scores/{id}/computation", score, version, Map.of())
                    .statusCode(200);
            return sent.all().size();
        }
    }

    private ValidatableResponse unit(RequestSpecification who, UUID score, String unit) {
        return who.get("/api/v1/scores/{id}/units/{unit}", score, county.unit(unit))
                .then();
    }

    private ValidatableResponse record(Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "areaCode",
                MonitoredCounty.COUNTY,
                "unitId",
                county.unit(MonitoredCounty.EDUCATION),
                "year",
                2026,
                "reason",
                "督办函逾期未答复",
                "heldOn",
                "2026-11-01"));
        form.putAll(more);
        return county.office()
                .body(form)
                .put("/api/v1/score-records/{id}", UUID.randomUUID())
                .then();
    }

    /**
     * Of two indicators one is reached and one missed by a fifth: 25 of 50; both in time and clean; a red card takes 5. Of the township
     * nothing was asked yet. The unit objects, and another edition follows.
     */
    @Test
    void aYearIsScoredObjectedToAndScoredAgain() throws SQLException {
        UUID kindergartens = county.lead("C-E02", MonitoredCounty.EDUCATION);
        UUID vaccination = county.lead("C-H08", MonitoredCounty.EDUCATION);
        county.lead("C-E03", MonitoredCounty.TOWN_COMMITTEE);
        UUID quarter = county.quarter(2026, 1);
        county.published(quarter, kindergartens, 2800, 4000);
        county.published(quarter, vaccination, 3990, 4000);
        String card = county.office()
                .get("/api/v1/cards?status=PROPOSED&area=" + MonitoredCounty.COUNTY)
                .then()
                .extract()
                .path("items[0].id");
        county.office()
                .header("If-Match", "\"0\"")
                .body(Map.of("id", UUID.randomUUID(), "reason", "属实"))
                .post("/api/v1/cards/{id}/issue", card)
                .then()
                .statusCode(200);

        UUID first = UUID.randomUUID();
        draft(first, Map.of()).statusCode(201).body("status", equalTo("DRAFT")).body("edition", equalTo(1));
        draft(first, Map.of()).statusCode(200);
        draft(UUID.randomUUID(), Map.of()).statusCode(422).body("violations.rule", contains("score-draft-there"));
        unit(county.office(), first, MonitoredCounty.EDUCATION)
                .statusCode(200)
                .body("base", equalTo(70.00f))
                .body("parts.part", contains("RESULTS", "TIMELINESS", "QUALITY", "SUPERVISION"))
                .body("parts.points", contains(25.00f, 20.00f, 10.00f, 15.00f))
                .body("results.grade", containsInAnyOrder("REACHED", "MISSED"));
        unit(county.office(), first, MonitoredCounty.TOWN_COMMITTEE).body("score", nullValue());
        county.liaison().get("/api/v1/scores/{id}", first).then().statusCode(404);
        Map<String, Object> bonus =
                Map.of("unitId", county.unit(MonitoredCounty.EDUCATION), "points", 3, "reason", "承办省级现场会");
        act(county.office(), "scores/{id}/adjustments", first, 0, bonus)
                .statusCode(200)
                .body("version", equalTo(1));
        Map<String, Object> opposite =
                Map.of("unitId", county.unit(MonitoredCounty.EDUCATION), "points", -3, "reason", "加错单位");
        act(county.office(), "scores/{id}/adjustments", first, 1, opposite).statusCode(200);
        act(county.office(), "scores/{id}/adjustments", first, 2, bonus).statusCode(200);
        act(county.office(), "scores/{id}/adjustments", first, 3, bonus)
                .statusCode(422)
                .body("violations.rule", contains("score-adjust-most"));
        int statements = computing(first, 3);
        county.lead("C-E04", MonitoredCounty.TOWN_COMMITTEE);
        county.lead("C-E05", MonitoredCounty.EDUCATION);
        assertThat(computing(first, 4)).isEqualTo(statements);
        act(county.office(), "scores/{id}/publication", first, 1, Map.of()).statusCode(412);
        act(county.office(), "scores/{id}/publication", first, 5, Map.of())
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("units.rank", contains(1, null))
                .body("units[0].score", equalTo(73.00f));
        Sql.update(
                database,
                "update organisation set name = '改名后的局' where id = ?",
                county.unit(MonitoredCounty.EDUCATION));
        county.office()
                .get("/api/v1/scores/{id}", first)
                .then()
                .body("units.unitName", hasItem(MonitoredCounty.EDUCATION));
        Sql.update(
                database,
                "update organisation set name = ? where id = ?",
                MonitoredCounty.EDUCATION,
                county.unit(MonitoredCounty.EDUCATION));

        unit(county.liaison(), first, MonitoredCounty.EDUCATION).statusCode(200).body("adjustments", hasSize(3));
        county.liaison().get("/api/v1/scores?year=2026").then().body("items.id", hasItem(first.toString()));
        act(county.office(), "scores/{id}/computation", first, 6, Map.of()).statusCode(409);
        Map<String, Object> objection =
                Map.of("unitId", county.unit(MonitoredCounty.EDUCATION), "words", "红牌所依数据已申请更正");
        String made = act(county.liaison(), "scores/{id}/objections", first, 0, objection)
                .statusCode(200)
                .extract()
                .path("id");
        act(county.liaison(), "scores/{id}/objections", first, 0, objection)
                .statusCode(409)
                .body("violations.rule", contains("objection-once"));
        act(
                        county.office(),
                        "score-objections/{id}/answer",
                        UUID.fromString(made),
                        0,
                        Map.of("outcome", "UPHELD", "reason", "属实"))
                .statusCode(200)
                .body("outcome", equalTo("UPHELD"));

        county.office()
                .header("If-Match", "\"1\"")
                .body(Map.of("id", UUID.randomUUID(), "reason", "误亮"))
                .post("/api/v1/cards/{id}/revocation", card)
                .then()
                .statusCode(200);
        UUID second = UUID.randomUUID();
        draft(second, Map.of()).statusCode(422).body("violations.rule", contains("score-replaces-published"));
        draft(second, Map.of("replaces", first, "reason", "申诉成立"))
                .statusCode(201)
                .body("edition", equalTo(2));
        act(county.office(), "scores/{id}/publication", second, 0, Map.of())
                .statusCode(200)
                .body("units[0].score", equalTo(75.00f));
        county.office()
                .get("/api/v1/scores/{id}", first)
                .then()
                .body("status", equalTo("REPLACED"))
                .body("units[0].score", equalTo(73.00f))
                .body("objections", hasSize(1));

        byte[] table = county.office()
                .get("/api/v1/scores/{id}/table", second)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(table, UTF_8))
                .startsWith("\uFEFF排名,单位,")
                .contains("1,试验教育局,2026,2,25.00,20.00,10.00,20.00,0,75.00");
    }

    /** A letter that was not answered stands on the list of interviews until one is recorded; that is in its history. */
    @Test
    void anInterviewIsAStepOfTheLetter() throws SQLException {
        UUID line = county.lead("C-E02", MonitoredCounty.EDUCATION);
        UUID quarter = county.quarter(2026, 1);
        UUID card = UUID.randomUUID();
        county.office()
                .body(Map.of("responsibilityId", line, "periodId", quarter, "colour", "RED", "reason", "整改不力"))
                .put("/api/v1/cards/{id}", card)
                .then()
                .statusCode(201);
        UUID letter = UUID.randomUUID();
        county.office()
                .body(Map.of("cardId", card, "content", "请整改"))
                .put("/api/v1/supervision-letters/{id}", letter)
                .then()
                .statusCode(201);
        act(county.office(), "supervision-letters/{id}/issue", letter, 0, Map.of())
                .statusCode(200);
        Map<String, Object> interview = Map.of("kind", "INTERVIEW", "agreed", "两周内提交整改方案", "letterId", letter);
        record(interview).statusCode(409).body("violations.rule", contains("letter-no-interview"));
        Sql.update(
                database,
                "update supervision_letter set issued_on = issued_on - 60, rectify_due_on = rectify_due_on - 60 where id = ?",
                letter);
        String list = "/api/v1/supervision/interview-list?area=" + MonitoredCounty.COUNTY;
        county.office().get(list).then().body("items.id", contains(letter.toString()));

        record(interview).statusCode(201).body("unitName", equalTo(MonitoredCounty.EDUCATION));

        county.office().get(list).then().body("items", empty());
        county.liaison()
                .get("/api/v1/supervision-letters/{id}", letter)
                .then()
                .body("interviewedOn", equalTo("2026-11-01"))
                .body("history.kind", contains("ISSUE", "INTERVIEW"));
        record(Map.of("kind", "COMMENDATION", "docNo", "妇儿工委〔2026〕12号", "reason", "提前达标"))
                .statusCode(201);
        record(Map.of("kind", "COMMENDATION", "agreed", "无")).statusCode(422);
        county.liaison()
                .get("/api/v1/score-records?year=2026")
                .then()
                .body("items.kind", containsInAnyOrder("INTERVIEW", "COMMENDATION"));
    }
}
