package org.shouwang.monitoring.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.devtools.MovableClock;
import org.shouwang.monitoring.MonitoredCounty;
import org.shouwang.monitoring.SupervisionForms;
import org.shouwang.platform.LocalDays;
import org.shouwang.testsupport.SentStatements;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

/** What follows a card: the letter, who is told, the plan, and the end of it. */
@QuarkusTest
class SupervisionStoryApiTest {

    private static final String LETTERS = "/api/v1/supervision-letters/";
    private static final String PLANS = "/api/v1/rectification-plans/";
    private static final String CARDS = "/api/v1/cards/";

    @Inject
    AgroalDataSource database;

    @Inject
    MovableClock clock;

    @Inject
    SweepLetters sweep;

    private MonitoredCounty county;

    @BeforeEach
    void aCounty() throws SQLException {
        county = MonitoredCounty.found(database);
    }

    @AfterEach
    void nothingIsLeft() throws SQLException {
        clock.moveTo(Instant.now());
        county.dissolve();
    }

    private LocalDate today() {
        return LocalDays.today(clock);
    }

    private void morningOf(LocalDate day) {
        clock.moveTo(LocalDays.at(day, LocalTime.of(8, 1)));
        sweep();
    }

    private int sweep() {
        try {
            return VertxContextSupport.subscribeAndAwait(sweep::runOnce);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** What was told of the letter, by event and role, the earliest first. */
    private List<String> told(UUID letter) throws SQLException {
        return Sql.texts(database, """
                select n.event || ' ' || a.role_code from notification n join appointment a on a.id = n.appointment_id
                where n.subject_id = ?
                order by n.created_at, 1
                """, letter);
    }

    private UUID card(String indicator, String status) {
        return UUID.fromString(county.office()
                .get("/api/v1/cards?limit=500&area=" + MonitoredCounty.COUNTY + "&status=" + status)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.indicatorCode == '" + indicator + "' }.id"));
    }

    /** Does something to a record as it is now. */
    private ValidatableResponse act(RequestSpecification who, String path, UUID id, String act, Map<String, ?> words) {
        RequestSpecification reader = path.equals(PLANS) ? county.liaison() : county.office();
        String tag = reader.get(path + id).getHeader("ETag");
        return act(who, path, id, act, tag, UUID.randomUUID(), words);
    }

    private static ValidatableResponse act(
            RequestSpecification who, String path, UUID id, String act, String tag, UUID actId, Map<String, ?> words) {
        Map<String, Object> body = new HashMap<>(words);
        body.put("id", actId);
        return who.header("If-Match", tag)
                .body(body)
                .post(path + id + "/" + act)
                .then();
    }

    private void office(String path, UUID id, String act, Map<String, ?> words) {
        act(county.office(), path, id, act, words).statusCode(200);
    }

    private void unit(String path, UUID id, String act, Map<String, ?> words) {
        act(county.liaison(), path, id, act, words).statusCode(200);
    }

    private ValidatableResponse draft(UUID letter, UUID card) {
        return county.office()
                .body(Map.of("cardId", card, "content", "请制定靶向整改方案并报备案"))
                .put(LETTERS + letter)
                .then();
    }

    private UUID issued(UUID card) {
        UUID letter = UUID.randomUUID();
        draft(letter, card).statusCode(201);
        office(LETTERS, letter, "issue", Map.of());
        return letter;
    }

    private ValidatableResponse plan(UUID plan, UUID letter, LocalDate dueOn) {
        return county.liaison()
                .body(Map.of("letterId", letter, "items", List.of(SupervisionForms.project(dueOn))))
                .put(PLANS + plan)
                .then();
    }

    /** Past the API: how one is sent is shown in EvidenceApiTest. */
    private UUID completeFile() throws SQLException {
        UUID id = UUID.randomUUID();
        Sql.update(
                database,
                "insert into evidence_file (id, unit_id, name, media_type, size, sha256, year, keep_until, declared_at, completed_at,"
                        + " request_hash, created_by) select ?, organisation_id, '试验.pdf', 'PDF', 1, repeat('0', 64), 2026, now(),"
                        + " now(), now(), ''::bytea, worker_id from appointment where organisation_id = ? limit 1",
                id,
                county.unit(MonitoredCounty.EDUCATION));
        return id;
    }

    /** 80.0 %, then 79.5 %: the second yellow quarter is red, and its letter is followed to the end. */
    @Test
    void aLetterIsFollowedUntilTheCardIsCleared() throws Exception {
        UUID line = county.lead("C-E02", MonitoredCounty.EDUCATION);
        county.published(county.quarter(2026, 1), line, 3200, 4000);
        office(CARDS, card("C-E02", "PROPOSED"), "issue", Map.of("reason", "属实"));
        county.published(county.quarter(2026, 2), line, 3180, 4000);
        UUID card = card("C-E02", "PROPOSED");
        UUID letter = UUID.randomUUID();
        draft(letter, card).statusCode(409).body("violations.rule", contains("letter-card-issued"));
        office(CARDS, card, "issue", Map.of("reason", "属实"));
        draft(letter, card).statusCode(201).body("status", equalTo("DRAFT")).body("days", equalTo(15));
        draft(letter, card).statusCode(200);
        Map<String, Object> other = Map.of("cardId", card, "content", "请于期限内答复", "days", 15);
        county.office()
                .header("If-Match", "\"0\"")
                .body(other)
                .put(LETTERS + letter)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        draft(UUID.randomUUID(), card).statusCode(409).body("violations.rule", contains("letter-once"));
        county.liaison().get(LETTERS + letter).then().statusCode(404);

        LocalDate due = today().plusDays(15);
        act(county.office(), LETTERS, letter, "issue", Map.of())
                .statusCode(200)
                .body("letterNo", equalTo("妇儿工委督〔" + today().getYear() + "〕1号"))
                .body("rectifyDueOn", equalTo(due.toString()))
                .body("value", equalTo(79.50f))
                .body("yearTarget", equalTo("≥ 85"))
                .body("gapPercent", equalTo(6.5f));
        sweep();
        act(county.liaison(), LETTERS, letter, "reply", Map.of("replyText", "先答复"))
                .statusCode(409);
        unit(LETTERS, letter, "receipt", Map.of());
        morningOf(due.minusDays(7));
        morningOf(due.minusDays(3));
        sweep();
        morningOf(due.minusDays(1));
        assertThat(told(letter))
                .containsExactly(
                        "letter-issued UNIT_LIAISON",
                        "letter-due-soon UNIT_LIAISON",
                        "letter-due-soon UNIT_LIAISON",
                        "letter-due-soon UNIT_LIAISON");
        act(county.office(), LETTERS, letter, "accountability", Map.of("reason", "尚未逾期"))
                .statusCode(409)
                .body("violations.rule", contains("letter-not-missed"));

        morningOf(due.plusDays(1));
        morningOf(due.plusDays(2));
        assertThat(told(letter))
                .hasSize(6)
                .endsWith("letter-overdue UNIT_LIAISON", "letter-overdue-office COMMITTEE_OFFICE");
        county.office()
                .get("/api/v1/supervision/key-list?area=" + MonitoredCounty.COUNTY)
                .then()
                .statusCode(200)
                .body("items.id", contains(letter.toString()))
                .body("items.overdue", contains(true))
                .body("items.interview", contains(true));
        office(LETTERS, letter, "accountability", Map.of("reason", "分管领导作出书面说明"));

        act(county.liaison(), LETTERS, letter, "reply", Map.of("replyText", "正在整改", "replyFileIds", List.of(letter)))
                .statusCode(422)
                .body("violations.field", contains("replyFileIds"));
        UUID file = completeFile();
        unit(LETTERS, letter, "reply", Map.of("replyText", "正在整改", "replyFileIds", List.of(file)));
        county.office().get(LETTERS + letter).then().body("replyFileIds", contains(file.toString()));
        county.office().get(CARDS + card).then().body("status", equalTo("REPLIED"));
        act(
                        county.office(),
                        LETTERS,
                        letter,
                        "rejection",
                        Map.of("reason", "未见方案", "dueOn", today().plusDays(2).toString()))
                .statusCode(422);
        LocalDate again = today().plusDays(10);
        office(LETTERS, letter, "rejection", Map.of("reason", "未见方案", "dueOn", again.toString()));
        sweep();

        UUID plan = UUID.randomUUID();
        plan(plan, letter, again.plusDays(60)).statusCode(201);
        plan(plan, letter, again.plusDays(60)).statusCode(200);
        unit(PLANS, plan, "submission", Map.of());
        plan(plan, letter, again.plusDays(70)).statusCode(409);
        office(PLANS, plan, "return", Map.of("reason", "请缩短工期"));
        plan(plan, letter, again.plusDays(50)).statusCode(428);
        county.liaison()
                .header("If-Match", county.liaison().get(PLANS + plan).getHeader("ETag"))
                .body(Map.of("letterId", letter, "items", List.of(SupervisionForms.project(again.plusDays(50)))))
                .put(PLANS + plan)
                .then()
                .statusCode(200)
                .body("status", equalTo("RETURNED"));
        unit(PLANS, plan, "submission", Map.of());
        office(PLANS, plan, "filing", Map.of());
        unit(LETTERS, letter, "reply", Map.of("replyText", "整改方案已报备案"));
        county.office()
                .get(LETTERS + letter)
                .then()
                .body("replyFileIds", nullValue())
                .body("history.find { it.text == '正在整改' }.replyFileIds", contains(file.toString()));
        office(LETTERS, letter, "acceptance", Map.of());
        unit(PLANS, plan, "start", Map.of());
        unit(PLANS, plan, "milestone", Map.of("itemNo", 1, "milestoneNo", 1, "figure", 160));
        act(county.liaison(), PLANS, plan, "completion", Map.of())
                .statusCode(409)
                .body("violations.rule", contains("plan-milestones-open"));
        county.liaison()
                .get("/api/v1/supervision/wall-chart?day=" + again.plusDays(40))
                .then()
                .statusCode(200)
                .body("units.unitName", contains(MonitoredCounty.EDUCATION))
                .body("units[0].lettersOpen", equalTo(1))
                .body("units[0].lettersOverdue", equalTo(0))
                .body("units[0].items[0].daysLeft", equalTo(10))
                .body("units[0].items[0].milestonesDue", equalTo(1))
                .body("units[0].items[0].milestonesReported", equalTo(1));
        unit(PLANS, plan, "milestone", Map.of("itemNo", 1, "milestoneNo", 2, "figure", 300));
        unit(PLANS, plan, "completion", Map.of());
        office(PLANS, plan, "verification", Map.of());

        act(county.office(), CARDS, card, "clear", Map.of("reason", "整改到位"))
                .statusCode(409)
                .body("violations.rule", contains("card-letter-open"));
        office(LETTERS, letter, "closing", Map.of());
        office(CARDS, card, "clear", Map.of("reason", "整改到位"));
        county.office().get(CARDS + card).then().body("history.kind", contains("PROPOSE", "ISSUE", "REPLY", "CLEAR"));
        county.liaison()
                .get(LETTERS + letter)
                .then()
                .body(
                        "history.kind",
                        contains("ISSUE", "RECEIVE", "ACCOUNT", "REPLY", "REJECT", "REPLY", "ACCEPT", "CLOSE"))
                .body("interview", equalTo(true));
        county.office()
                .get(PLANS + plan)
                .then()
                .body("status", equalTo("VERIFIED"))
                .body("items[0].responsiblePerson", equalTo("试负责"))
                .body("items[0].milestones.figure", contains(160, 300));
        county.office()
                .get("/api/v1/supervision/key-list?area=" + MonitoredCounty.COUNTY)
                .then()
                .body("items", empty());
    }

    /** Two letters at once, two numbers; unanswered, a yellow card is red, but for what is asked for in principle. */
    @Test
    void twoOfficersDoEachThingOnce() throws Exception {
        UUID first = county.lead("C-E02", MonitoredCounty.EDUCATION);
        UUID soft = county.lead("C-E03", MonitoredCounty.EDUCATION);
        UUID quarter = county.quarter(2026, 1);
        county.published(quarter, first, 3200, 4000);
        county.published(quarter, soft, 800, 4000);
        UUID card = card("C-E02", "PROPOSED");
        UUID softCard = card("C-E03", "PROPOSED");
        office(CARDS, card, "issue", Map.of("reason", "属实"));
        office(CARDS, softCard, "issue", Map.of("reason", "属实"));
        UUID letter = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        draft(letter, card).statusCode(201);
        draft(other, softCard).statusCode(201);
        UUID act = UUID.randomUUID();
        List<Integer> together = Together.statuses(List.of(
                () -> act(county.office(), LETTERS, letter, "issue", "\"0\"", act, Map.of())
                        .extract()
                        .statusCode(),
                () -> act(county.office(), LETTERS, other, "issue", "\"0\"", UUID.randomUUID(), Map.of())
                        .extract()
                        .statusCode()));
        assertThat(together).containsExactly(200, 200);
        assertThat(Sql.texts(
                        database,
                        "select number::text from supervision_letter where id in (?, ?) order by number",
                        letter,
                        other))
                .containsExactly("1", "2");
        act(county.office(), LETTERS, letter, "issue", "\"0\"", act, Map.of()).statusCode(200);
        act(county.office(), LETTERS, other, "closing", "\"1\"", act, Map.of()).statusCode(409);

        LocalDate due = today().plusDays(30);
        clock.moveTo(LocalDays.at(due.plusDays(1), LocalTime.of(9, 0)));
        Together.statuses(List.of(this::sweep, this::sweep));
        sweep();
        county.office()
                .get("/api/v1/cards?status=PROPOSED&area=" + MonitoredCounty.COUNTY)
                .then()
                .body("items", hasSize(1))
                .body("items.indicatorCode", contains("C-E02"))
                .body("items.colour", contains("RED"))
                .body("items.ruleCode", contains("R-LETTER"));
        assertThat(told(letter)).containsOnlyOnce("letter-overdue UNIT_LIAISON");
        office(CARDS, softCard, "revocation", Map.of("reason", "数据有误"));
        county.office().get(LETTERS + other).then().body("status", equalTo("CLOSED"));

        unit(LETTERS, letter, "receipt", Map.of());
        unit(LETTERS, letter, "reply", Map.of("replyText", "已整改"));
        String tag = county.office().get(LETTERS + letter).getHeader("ETag");
        List<Integer> accepted = Together.statuses(List.of(
                () -> act(county.office(), LETTERS, letter, "acceptance", tag, UUID.randomUUID(), Map.of())
                        .extract()
                        .statusCode(),
                () -> act(county.office(), LETTERS, letter, "acceptance", tag, UUID.randomUUID(), Map.of())
                        .extract()
                        .statusCode()));
        assertThat(accepted).containsExactlyInAnyOrder(200, 412);
        office(LETTERS, letter, "closing", Map.of());
    }

    @Test
    void moreOnTheWallAreNoMoreStatements() throws Exception {
        UUID line = county.lead("C-E02", MonitoredCounty.EDUCATION);
        county.published(county.quarter(2026, 1), line, 3200, 4000);
        office(CARDS, card("C-E02", "PROPOSED"), "issue", Map.of("reason", "属实"));
        UUID letter = issued(card("C-E02", "ISSUED"));
        int bare = statements();
        LocalDate due = today().plusDays(60);
        county.liaison()
                .body(Map.of(
                        "letterId",
                        letter,
                        "items",
                        List.of(
                                SupervisionForms.project(due),
                                SupervisionForms.project(due),
                                SupervisionForms.project(due))))
                .put(PLANS + UUID.randomUUID())
                .then()
                .statusCode(201);
        Sql.update(database, "update rectification_plan set status = 'SUBMITTED' where letter_id = ?", letter);

        assertThat(statements()).isEqualTo(bare);
        county.office()
                .get("/api/v1/supervision/wall-chart?area=" + MonitoredCounty.COUNTY)
                .then()
                .body("units[0].items", hasSize(3))
                .body(
                        "units[0].items[0].nextMilestoneOn",
                        equalTo(due.minusDays(10).toString()))
                .body("units[1]", nullValue());
    }

    private int statements() {
        try (SentStatements log = SentStatements.start()) {
            county.office()
                    .get("/api/v1/supervision/wall-chart?area=" + MonitoredCounty.COUNTY)
                    .then()
                    .statusCode(200);
            return log.all().size();
        }
    }
}
