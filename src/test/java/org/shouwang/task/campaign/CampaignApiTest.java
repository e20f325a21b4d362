package org.shouwang.task.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.shouwang.testsupport.Accounts.COMMITTEE;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.COUNTY;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.devtools.MovableClock;
import org.shouwang.platform.LocalDays;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.task.Village;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Awaited;
import org.shouwang.testsupport.Together;
import org.shouwang.testsupport.Visits;

/** A campaign from its first day to its end, and what its work leaves behind a node that stops. */
@QuarkusTest
class CampaignApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    MovableClock clock;

    @Inject
    RunCampaigns campaigns;

    private final UUID id = UUID.randomUUID();
    private Village first;
    private Village second;
    private LocalDate today;

    @BeforeEach
    void noonOfTomorrow() {
        first = new Village(Accounts.VILLAGE, database);
        second = new Village(Accounts.SECOND_VILLAGE, database);
        today = LocalDays.today(clock).plusDays(1);
        clock.moveTo(LocalDays.at(today, LocalTime.NOON));
    }

    @AfterEach
    void nothingIsLeftToDo() {
        first.run("delete from campaign_work");
        first.run("update child_category set end_date = current_date where category_code = 'UNREGISTERED'");
        first.run("delete from task_ladder where task_id in (select id from task where rule = 'CAMPAIGN')");
        first.run("delete from task_action where task_id in (select id from task where rule = 'CAMPAIGN')");
        first.run("delete from task where rule = 'CAMPAIGN'");
        clock.moveTo(Instant.now());
    }

    private static int run(Supplier<Uni<Integer>> work) {
        return Awaited.result(work);
    }

    private void runOn(LocalDate day, LocalTime time) {
        clock.moveTo(LocalDays.at(day, time));
        run(campaigns::runOnce);
    }

    /** A child whom the campaign is about. */
    private static UUID child(Village village, UUID household) {
        UUID child = village.child(household, "郑小宝", RiskLevel.LOW);
        village.run("""
                insert into child_category (id, child_id, category_code, start_date, status)
                values (gen_random_uuid(), ?, 'UNREGISTERED', date '2026-01-01', 'CLAIMED')
                """, child);
        return child;
    }

    private Map<String, Object> form() {
        return CampaignForms.visits(today, List.of("UNREGISTERED"), Accounts.VILLAGE, Accounts.SECOND_VILLAGE);
    }

    private ValidatableResponse begin(Map<String, Object> form) {
        return COUNTY.request().body(form).put("/api/v1/campaigns/{id}", id).then();
    }

    private ValidatableResponse act(Accounts who, String act, Map<String, Object> body) {
        return who.request()
                .body(body)
                .post("/api/v1/campaigns/{id}/" + act, id)
                .then();
    }

    private static Map<String, Object> because(String... more) {
        Map<String, Object> body = new HashMap<>();
        body.put("id", UUID.randomUUID());
        body.put("reason", "汛期延长");
        if (more.length > 0) {
            body.put(more[0], more[1]);
        }
        return body;
    }

    /** The campaign's task about this subject, as its status and last day. */
    private List<String> task(UUID subject) {
        return first.texts(
                "select status || ' ' || due_on from task where subject_id = ? and rule = 'CAMPAIGN' and occurrence = ?",
                subject,
                id.toString());
    }

    private List<String> told(String event) {
        return first.texts("""
                select a.role_code || ' ' || count(*) from notification n join appointment a on a.id = n.appointment_id
                where n.event = ? and n.subject_id = ? group by n.worker_id, a.role_code order by 1
                """, event, id);
    }

    private String due(int days) {
        return today.plusDays(days).toString();
    }

    private static void visit(UUID household, UUID child) {
        DIRECTOR.request()
                .body(Visits.met(household, child))
                .put("/api/v1/visits/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    @Test
    void oneVisitForEachHouseholdFromTheFirstDayToTheEnd() {
        UUID siblings = first.household();
        UUID older = child(first, siblings);
        child(first, siblings);
        UUID seen = first.household();
        visit(seen, child(first, seen));
        UUID faraway = second.household();
        child(second, faraway);
        UUID other = first.household();
        first.child(other, "郑小宝", RiskLevel.LOW);

        begin(form()).statusCode(201).body("status", equalTo("RUNNING"));
        begin(form()).statusCode(200);
        Map<String, Object> another = form();
        another.put("name", "另一专项行动");
        begin(another).statusCode(409);
        run(campaigns::runOnce);

        assertThat(task(siblings)).containsExactly("NEW " + due(9));
        assertThat(task(seen)).containsExactly("DONE " + due(9));
        assertThat(task(faraway)).containsExactly("NEW " + due(9));
        assertThat(task(other)).isEmpty();
        assertThat(told("campaign-begun")).containsExactly("CHILDREN_DIRECTOR 1", "CHILDREN_DIRECTOR 1");
        COUNTY.request()
                .get("/api/v1/campaigns/{id}", id)
                .then()
                .statusCode(200)
                .body("taskTotal", equalTo(3))
                .body("taskDone", equalTo(1));
        COUNTY.request()
                .get("/api/v1/campaigns/{id}/progress", id)
                .then()
                .statusCode(200)
                .body("total.tasks", equalTo(3))
                .body("total.open", equalTo(2))
                .body("townships.areaCode", contains(Accounts.TOWN))
                .body("townships[0].villages.areaCode", contains(Accounts.VILLAGE, Accounts.SECOND_VILLAGE))
                .body("townships[0].villages.numbers.done", contains(1, 0));

        visit(siblings, older);
        assertThat(task(siblings)).containsExactly("DONE " + due(9));
        UUID newcomer = first.household();
        child(first, newcomer);
        runOn(today.plusDays(1), LocalTime.of(0, 30));
        assertThat(task(newcomer)).containsExactly("NEW " + due(9));
        assertThat(told("campaign-begun")).containsExactly("CHILDREN_DIRECTOR 1", "CHILDREN_DIRECTOR 1");

        runOn(today.plusDays(10), LocalTime.of(8, 0));
        runOn(today.plusDays(10), LocalTime.of(9, 0));
        assertThat(told("campaign-late")).containsExactly("COUNTY_CIVIL_AFFAIRS 1", "TOWNSHIP_COORDINATOR 1");

        Map<String, Object> extension = because("endOn", due(20));
        act(COUNTY, "extend", extension).statusCode(200).body("status", equalTo("RUNNING"));
        act(COUNTY, "extend", extension).statusCode(200);
        run(campaigns::runOnce);
        assertThat(task(faraway)).containsExactly("NEW " + due(20));
        assertThat(task(siblings)).containsExactly("DONE " + due(9));

        act(COUNTY, "close", because()).statusCode(200).body("status", equalTo("CLOSED"));
        run(campaigns::runOnce);
        assertThat(task(faraway)).containsExactly("CANCELLED " + due(20));
        assertThat(task(seen)).containsExactly("DONE " + due(9));
        act(COUNTY, "extend", because("endOn", due(30))).statusCode(409);
        assertThat(first.texts("select action from audit where subject_id = ? order by at", id))
                .containsExactly("campaign.record", "campaign.extend", "campaign.close");
    }

    @Test
    void officesSeeWhatHoldsInTheirAreasAndChangeTheirOwn() {
        UUID household = first.household();
        UUID child = child(first, household);
        Map<String, Object> form = form();
        form.put("subjectType", "CHILD");
        begin(form).statusCode(201);
        run(campaigns::runOnce);
        UUID task = UUID.fromString(first.texts("select id from task where subject_id = ? and rule = 'CAMPAIGN'", child)
                .get(0));

        DIRECTOR.request()
                .get("/api/v1/tasks/{id}", task)
                .then()
                .statusCode(200)
                .body("origin", equalTo("CAMPAIGN"))
                .body("campaignId", equalTo(id.toString()))
                .body("visitId", nullValue());
        DIRECTOR.request().get("/api/v1/campaigns/{id}", id).then().statusCode(200);
        DIRECTOR.request().get("/api/v1/campaigns/{id}/progress", id).then().statusCode(403);
        OTHER_TOWN_DIRECTOR.request().get("/api/v1/campaigns/{id}", id).then().statusCode(404);
        COMMITTEE
                .request()
                .get("/api/v1/campaigns/{id}/progress", id)
                .then()
                .statusCode(200)
                .body("townships", hasSize(0))
                .body("total.tasks", equalTo(0));
        COMMITTEE
                .request()
                .get("/api/v1/campaigns/{id}", id)
                .then()
                .statusCode(200)
                .body("taskTotal", nullValue());
        act(COORDINATOR, "close", because()).statusCode(403);
        act(DIRECTOR, "close", because()).statusCode(403);
        Map<String, Object> elsewhere = form();
        elsewhere.put("areaScope", List.of("610304106000"));
        COORDINATOR
                .request()
                .body(elsewhere)
                .put("/api/v1/campaigns/{id}", UUID.randomUUID())
                .then()
                .statusCode(404);
        COORDINATOR
                .request()
                .get("/api/v1/campaigns?status=RUNNING&area=" + Accounts.VILLAGE)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id.toString()));
        COORDINATOR
                .request()
                .get("/api/v1/campaigns?status=CLOSED")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id.toString())));
        Map<String, Object> named = form();
        named.put("taskTemplate", Map.of("type", "VISIT", "title", "看望郑小宝", "priority", "URGENT"));
        COUNTY.request()
                .body(named)
                .put("/api/v1/campaigns/{id}", UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("violations.rule", contains("campaign-not-urgent"));
        named.put("taskTemplate", Map.of("type", "VISIT", "title", "看望 郑·小宝", "priority", "NORMAL"));
        UUID refused = UUID.randomUUID();
        COUNTY.request()
                .body(named)
                .put("/api/v1/campaigns/{id}", refused)
                .then()
                .statusCode(422)
                .body("violations.rule", contains("title-names-a-child"));
        assertThat(first.texts("select action from audit where subject_id = ?", refused))
                .containsExactly("campaign.names-child");
        UUID theirs = UUID.randomUUID();
        COMMITTEE
                .request()
                .body(named)
                .put("/api/v1/campaigns/{id}", theirs)
                .then()
                .statusCode(201)
                .body("taskTemplate.title", equalTo("季节专项任务"));
    }

    @Test
    void draftsAreVisitedAndWhatNobodyCanDoEnds() {
        UUID drafts = first.household();
        first.run("update child set file_status = 'DRAFT' where id = ?", child(first, drafts));
        UUID leaving = first.household();
        UUID left = child(first, leaving);
        UUID bad = first.household();
        child(first, bad);
        UUID good = first.household();
        child(first, good);
        begin(form()).statusCode(201);
        first.run("alter table task add constraint bad_household check (subject_id <> '%s') not valid".formatted(bad));
        try {
            run(campaigns::runOnce);
        } finally {
            first.run("alter table task drop constraint bad_household");
        }

        assertThat(task(drafts)).containsExactly("NEW " + due(9));
        assertThat(task(good)).containsExactly("NEW " + due(9));
        assertThat(task(bad)).isEmpty();
        first.run("update child set file_status = 'CLOSED' where id = ?", left);
        first.run(
                "update task set assignee_appointment_id = null where rule = 'CAMPAIGN' and occurrence = ?",
                id.toString());
        runOn(today.plusDays(1), LocalTime.of(0, 30));

        assertThat(task(bad)).containsExactly("NEW " + due(9));
        assertThat(task(leaving)).containsExactly("CANCELLED " + due(9));
    }

    @Test
    void anAmendedVisitOpensNothingOfACampaignThatIsClosed() {
        UUID household = first.household();
        UUID child = child(first, household);
        UUID visit = UUID.randomUUID();
        begin(form()).statusCode(201);
        run(campaigns::runOnce);
        DIRECTOR.request()
                .body(Visits.met(household, child))
                .put("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(201);
        assertThat(task(household)).containsExactly("DONE " + due(9));
        act(COUNTY, "close", because()).statusCode(200);
        run(campaigns::runOnce);

        DIRECTOR.request()
                .header("If-Match", "\"0\"")
                .body(Map.of("outcome", "NO_ONE_HOME", "children", List.of(Map.of("childId", child, "met", false))))
                .patch("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(200);

        assertThat(task(household)).containsExactly("CANCELLED " + due(9));
    }

    @Test
    void whatANodeLeavesTwoOthersFinishTogetherAndNothingIsMadeTwice() throws Exception {
        UUID household = second.household();
        for (int i = 0; i < 130; i++) {
            child(second, household);
        }
        Map<String, Object> form = CampaignForms.visits(today, List.of("UNREGISTERED"), Accounts.SECOND_VILLAGE);
        form.put("subjectType", "CHILD");
        begin(form).statusCode(201);

        run(campaigns::page);
        long begun = made();
        Callable<Integer> node = () -> run(campaigns::runOnce);
        Together.statuses(Collections.nCopies(2, node));

        assertThat(begun).isBetween(1L, 100L);
        assertThat(made()).isEqualTo(130);
        assertThat(first.count("select count(distinct subject_id) from task where rule = 'CAMPAIGN'"))
                .isEqualTo(130);
        assertThat(told("campaign-begun")).containsExactly("CHILDREN_DIRECTOR 1");
        assertThat(
                        first.count(
                                "select count(*) from task t join task_ladder l on l.task_id = t.id where t.rule = 'CAMPAIGN' and l.next_alert_at is not null"))
                .isZero();
    }

    private long made() {
        return first.count("select count(*) from task where rule = 'CAMPAIGN' and occurrence = ?", id.toString());
    }
}
