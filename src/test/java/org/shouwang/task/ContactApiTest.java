package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.shouwang.task.TaskJson.with;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;
import static org.shouwang.testsupport.Tasks.visitTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.LocalDays;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Together;
import org.shouwang.testsupport.Visits;

/** Contacts, and the visits that they ask for. */
@QuarkusTest
class ContactApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    private final UUID id = UUID.randomUUID();
    private Village village;
    private UUID household;
    private UUID elder;
    private UUID younger;
    private String token;

    @BeforeEach
    void siblings() {
        village = new Village(Accounts.VILLAGE, database);
        household = village.household();
        elder = village.child(household, "郑小宝", RiskLevel.MEDIUM);
        younger = village.child(household, "郑小贝", RiskLevel.LOW);
        token = DIRECTOR.token();
    }

    private Map<String, Object> call(boolean needsVisit, Instant at, UUID... children) {
        return Map.of(
                "childIds",
                List.of(children),
                "contactedAt",
                at.toString(),
                "channel",
                "PHONE",
                "counterpart",
                "FATHER",
                "reached",
                true,
                "summary",
                "父亲说孩子近来不愿上学",
                "needsVisit",
                needsVisit);
    }

    private Map<String, Object> call(boolean needsVisit, UUID... children) {
        return call(needsVisit, clock.instant().minus(Duration.ofMinutes(5)), children);
    }

    private ValidatableResponse put(UUID contact, Map<String, Object> body) {
        return Accounts.with(token)
                .body(body)
                .put("/api/v1/contacts/" + contact)
                .then();
    }

    private List<String> tasksOf(UUID child) {
        return village.texts(
                "select task_type || ' ' || origin || ' ' || status || ' ' || due_on || ' ' || assignee_appointment_id from task where subject_id = ?",
                child);
    }

    private String asked() {
        return "VISIT RISK_RULE NEW " + LocalDays.today(clock).plusDays(3) + " "
                + DIRECTOR.appointment("CHILDREN_DIRECTOR");
    }

    @Test
    void oneCallIsNotedForBothSiblingsOnceAndItsWordsAreSealed() {
        Map<String, Object> body = call(false, elder, younger);
        String first = put(id, body).statusCode(201).extract().asString();

        assertThat(put(id, body).statusCode(200).extract().asString()).isEqualTo(first);

        for (UUID child : List.of(elder, younger)) {
            COORDINATOR
                    .request()
                    .get("/api/v1/contacts?childId=" + child)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id.toString()))
                    .body("items[0].summary", equalTo("父亲说孩子近来不愿上学"));
        }
        put(id, with(body, "reached", false)).statusCode(409);
        assertThat(village.count(
                        "select count(*) from contact where id = ? and position(?::bytea in summary_cipher) > 0",
                        id,
                        "父亲".getBytes(StandardCharsets.UTF_8)))
                .isZero();
        assertThat(village.count("select count(*) from audit where subject_id = ? and action = 'contact.log'", id))
                .isOne();
        assertThat(village.count(
                        "select count(*) from access_log where action = 'contact.list' and subject_ids @> array[?, ?]",
                        id,
                        elder))
                .isEqualTo(2);
    }

    @Test
    void strangersFindNothing() {
        put(id, call(false, elder)).statusCode(201);

        OTHER_TOWN_DIRECTOR
                .request()
                .get("/api/v1/contacts?childId=" + elder)
                .then()
                .statusCode(200)
                .body("items", empty());
        OTHER_TOWN_DIRECTOR
                .request()
                .body(call(false, elder))
                .put("/api/v1/contacts/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void aNeedMakesOneTaskForEachChildWhoIsNotVisitedSoonAnyway() {
        assign(younger, 3);

        put(id, call(true, elder, younger)).statusCode(201);
        put(UUID.randomUUID(), call(true, elder, younger)).statusCode(201);

        assertThat(tasksOf(elder)).containsExactly(asked());
        assertThat(tasksOf(younger)).singleElement().asString().contains("ASSIGNED");
        assertThat(village.count(
                        "select count(*) from task_ladder l join task t on t.id = l.task_id where t.subject_id = ? and l.next_alert_at > now()",
                        elder))
                .isOne();
    }

    private UUID assign(UUID child, int inDays) {
        Map<String, Object> task = visitTo(
                child,
                DIRECTOR.appointment("CHILDREN_DIRECTOR"),
                LocalDays.today(clock).plusDays(inDays));
        COORDINATOR.request().body(task).post("/api/v1/tasks").then().statusCode(201);
        return (UUID) task.get("id");
    }

    @Test
    void aNeedDoesNotWaitForAVisitThatIsDueInFourDays() {
        assign(younger, 4);

        put(id, call(true, younger)).statusCode(201);

        assertThat(tasksOf(younger)).hasSize(2).contains(asked());
    }

    @Test
    void onlyAVisitAfterTheCallMeetsItsNeed() {
        UUID soon = assign(younger, 2);
        put(id, call(true, elder, younger)).statusCode(201);

        visit(Duration.ofMinutes(30));

        assertThat(tasksOf(elder)).containsExactly(asked());
        assertThat(statusOf(soon)).isEqualTo("NEW");

        visit(Duration.ofMinutes(2));

        assertThat(tasksOf(elder)).singleElement().asString().contains("DONE");
        assertThat(statusOf(soon)).isEqualTo("DONE");
    }

    private String statusOf(UUID task) {
        return village.texts("select status from task where id = ?", task).get(0);
    }

    /** Of both children, some time ago. */
    private void visit(Duration ago) {
        Map<String, Object> form = Visits.met(household, elder, younger);
        form.put("startedAt", clock.instant().minus(ago).toString());
        Accounts.with(token)
                .body(form)
                .put("/api/v1/visits/" + UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    @Test
    void aVisitOfAClosedFileIsNotAskedFor() {
        village.run("update child set file_status = 'CLOSED', close_reason = 'MOVED_AWAY' where id = ?", elder);

        put(id, call(true, elder, younger))
                .statusCode(422)
                .body("violations.field", contains("needsVisit"))
                .body("violations.rule", contains("contact-file-closed"));
        put(id, call(false, elder, younger)).statusCode(201);
    }

    @Test
    void wordsAboutAChildElsewhereAreNotShown() {
        UUID cousin = new Village(Accounts.SECOND_VILLAGE, database).child(RiskLevel.LOW);
        COORDINATOR
                .request()
                .body(call(false, elder, cousin))
                .put("/api/v1/contacts/" + id)
                .then()
                .statusCode(201)
                .body("summary", equalTo("父亲说孩子近来不愿上学"))
                .body("summaryWithheld", equalTo(false));

        Accounts.with(token)
                .get("/api/v1/contacts?childId=" + elder)
                .then()
                .statusCode(200)
                .body("items.childIds", contains(List.of(elder.toString())))
                .body("items[0].summary", nullValue())
                .body("items[0].summaryWithheld", equalTo(true));
    }

    @Test
    void oneContactIsOfOnePost() {
        UUID cousin = new Village(Accounts.SECOND_VILLAGE, database).child(RiskLevel.LOW);
        UUID second = UUID.randomUUID();
        village.run("""
                insert into appointment (id, worker_id, role_code, area_code, appointed_on)
                select ?, worker_id, 'WOMENS_CHAIR', ?, '2026-01-04' from appointment where id = ?
                """, second, Long.valueOf(Accounts.SECOND_VILLAGE), DIRECTOR.appointment("CHILDREN_DIRECTOR"));
        try {
            put(id, call(true, elder, cousin))
                    .statusCode(422)
                    .body("violations.field", contains("childIds"))
                    .body("violations.rule", contains("contact-one-post"));
        } finally {
            village.run("delete from appointment where id = ?", second);
        }
    }

    @Test
    void whatWasLongAgoIsNotNoted() {
        put(id, call(false, clock.instant().minus(Duration.ofDays(92)), elder))
                .statusCode(422)
                .body("violations.rule", contains("contact-too-old"));
    }

    @Test
    void twoCallsAtOnceAskOnce() throws Exception {
        List<Callable<Integer>> both = List.of(
                () -> put(UUID.randomUUID(), call(true, elder)).extract().statusCode(),
                () -> put(UUID.randomUUID(), call(true, elder)).extract().statusCode());

        assertThat(Together.statuses(both)).containsOnly(201);
        assertThat(tasksOf(elder)).containsExactly(asked());
    }

    @Test
    void aCallSettlesNothing() {
        put(id, call(true, elder)).statusCode(201);

        put(UUID.randomUUID(), call(false, elder)).statusCode(201);

        assertThat(tasksOf(elder)).containsExactly(asked());
    }

    @Test
    void whatHasNotHappenedIsNotNoted() {
        put(id, call(false, clock.instant().plus(Duration.ofMinutes(11)), elder))
                .statusCode(422)
                .body("violations.rule", contains("contact-in-future"));
        put(id, call(false)).statusCode(422).body("violations.field", contains("childIds"));
    }

    @Test
    void aChildsContactsComeNewestFirstPageByPage() {
        List<String> newestFirst = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            UUID contact = UUID.randomUUID();
            put(contact, call(false, clock.instant().minus(Duration.ofDays(day)), elder, younger))
                    .statusCode(201);
            newestFirst.add(contact.toString());
        }

        List<String> walked = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = Accounts.with(token)
                    .get("/api/v1/contacts?limit=2&area=" + Accounts.VILLAGE + "&childId=" + elder + next)
                    .then()
                    .statusCode(200)
                    .extract();
            walked.addAll(page.path("items.id"));
            String cursor = page.path("next");
            next = cursor == null ? null : "&cursor=" + cursor;
        }

        assertThat(walked).containsExactlyElementsOf(newestFirst);
    }

    @Test
    void thoseOfAnAreaComeNewestFirstPageByPageOfSiblingsOnce() {
        List<String> newestFirst = new ArrayList<>();
        for (int minute = 0; minute < 5; minute++) {
            UUID contact = UUID.randomUUID();
            put(contact, call(false, clock.instant().minus(Duration.ofMinutes(minute)), elder, younger))
                    .statusCode(201);
            newestFirst.add(contact.toString());
        }

        List<String> walked = new ArrayList<>();
        String next = "";
        while (next != null && !walked.containsAll(newestFirst)) {
            var page = COORDINATOR
                    .request()
                    .get("/api/v1/contacts?limit=2&area=" + Accounts.TOWN + next)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(2))
                    .extract();
            walked.addAll(page.path("items.id"));
            String cursor = page.path("next");
            next = cursor == null ? null : "&cursor=" + cursor;
        }

        assertThat(walked).doesNotHaveDuplicates().containsSubsequence(newestFirst);
    }

    @Test
    void aPhonePullsThem() {
        put(id, call(false, elder)).statusCode(201);

        assertThat(village.count(
                        "select count(*) from sync_change where kind = 'contact' and id = ? and scope = ? and not removed",
                        id,
                        Long.parseLong(Accounts.VILLAGE)))
                .isOne();
    }
}
