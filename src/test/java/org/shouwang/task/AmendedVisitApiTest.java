package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.task.TaskJson.id;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;
import static org.shouwang.testsupport.Tasks.visitTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
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

/** What becomes of tasks when the visit that settled them is amended or verified. */
@QuarkusTest
class AmendedVisitApiTest {

    /** A village of the town whose director's post a test may leave vacant. */
    private static final String WITHOUT_DIRECTOR = "610304101202";

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    private final UUID visit = UUID.randomUUID();
    private Village village;
    private UUID household;
    private UUID child;
    private UUID task;
    private LocalDate due;
    private String director;

    @BeforeEach
    void aTask() {
        village = new Village(Accounts.VILLAGE, database);
        household = village.household();
        child = village.child(household, "郑小宝", RiskLevel.HIGH);
        due = LocalDays.today(clock).plusDays(5);
        director = DIRECTOR.token();
        task = assigned();
    }

    private UUID assigned() {
        return assigned(holder());
    }

    private UUID assigned(UUID assignee) {
        Map<String, Object> form = visitTo(child, assignee, due);
        COORDINATOR.request().body(form).post("/api/v1/tasks").then().statusCode(201);
        return id(form);
    }

    private int record(UUID id, String outcome, boolean met) {
        return Accounts.with(director)
                .body(Map.of(
                        "householdId",
                        household,
                        "method",
                        "HOME",
                        "purpose",
                        "ROUTINE",
                        "startedAt",
                        clock.instant().minus(Duration.ofMinutes(30)).toString(),
                        "outcome",
                        outcome,
                        "children",
                        List.of(Map.of("childId", child, "met", met))))
                .put("/api/v1/visits/" + id)
                .statusCode();
    }

    private void amend(int version, String outcome, boolean met) {
        Accounts.with(director)
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("outcome", outcome, "children", List.of(Map.of("childId", child, "met", met))))
                .patch("/api/v1/visits/" + visit)
                .then()
                .statusCode(200);
    }

    private String state(UUID of) {
        return village.texts(
                        "select status || ' ' || due_on || ' ' || coalesce(result_id::text, 'open') from task where id = ?",
                        of)
                .get(0);
    }

    private String open() {
        return "NEW " + due + " open";
    }

    @Test
    void aVisitThatDidNotSeeTheChildAfterAllOpensTheTaskAgain() {
        record(visit, "MET_CHILD", true);
        assertThat(state(task)).isEqualTo("DONE " + due + " " + visit);

        amend(0, "MET_CAREGIVER", false);

        assertThat(state(task)).isEqualTo(open());
        assertThat(village.told(task)).contains("task-reopened CHILDREN_DIRECTOR");
        assertThat(village.count("select count(*) from task_ladder where task_id = ? and next_alert_at > now()", task))
                .isOne();
        assertThat(village.texts("select action from audit where subject_id = ? order by at", task))
                .containsExactly("task.assign", "task.settle", "task.reopen");
    }

    @Test
    void whereNobodyFollowedWhoHeldATaskTheCoordinatorHears() {
        village = new Village(WITHOUT_DIRECTOR, database);
        household = village.household();
        child = village.child(household, "郑小宝", RiskLevel.HIGH);
        director = COORDINATOR.token();
        task = assigned(COORDINATOR.appointment("TOWNSHIP_COORDINATOR"));
        directorsAppointedOn("2999-01-01");
        try {
            record(visit, "MET_CHILD", true);
            UUID ended = UUID.randomUUID();
            village.run("""
                    insert into appointment (id, worker_id, role_code, area_code, appointed_on, status, ended_on)
                    select ?, worker_id, role_code, area_code, '2020-01-01', 'ENDED', '2021-01-01'
                    from appointment where id = ?
                    """, ended, holder());
            village.run("update task set assignee_appointment_id = ? where id = ?", ended, task);

            amend(0, "NO_ONE_HOME", false);
        } finally {
            directorsAppointedOn("2026-01-04");
        }

        assertThat(state(task)).isEqualTo(open());
        assertThat(assignee()).isEqualTo("nobody");
        assertThat(village.told(task))
                .contains("task-returned TOWNSHIP_COORDINATOR")
                .doesNotContain("task-reopened CHILDREN_DIRECTOR");
    }

    private void directorsAppointedOn(String day) {
        village.run(
                "update appointment set appointed_on = ?::date where area_code = ? and role_code = 'CHILDREN_DIRECTOR'",
                day,
                Long.valueOf(WITHOUT_DIRECTOR));
    }

    @Test
    void aVisitThatSawTheChildAfterAllSettles() {
        record(visit, "NO_ONE_HOME", false);
        assertThat(state(task)).isEqualTo(open());

        amend(0, "MET_CHILD", true);

        assertThat(state(task)).isEqualTo("DONE " + due + " " + visit);
    }

    @Test
    void anotherWordSettlesNoTaskOfToday() {
        record(visit, "MET_CHILD", true);
        UUID later = assigned();

        Accounts.with(director)
                .header("If-Match", "\"0\"")
                .body(Map.of("findings", "补充"))
                .patch("/api/v1/visits/" + visit)
                .then()
                .statusCode(200);

        assertThat(state(later)).isEqualTo(open());
        assertThat(state(task)).startsWith("DONE");
    }

    @Test
    void aHigherLevelOfTodayOpensNothingThatAnotherWordDidNotChange() {
        village.run(
                "update child set risk_level = 'LOW', updated_at = updated_at - interval '1 day' where id = ?", child);
        record(visit, "MET_CAREGIVER", false);
        assertThat(state(task)).startsWith("DONE");
        village.run("update child set risk_level = 'HIGH', updated_at = now() where id = ?", child);

        Accounts.with(director)
                .header("If-Match", "\"0\"")
                .body(Map.of("findings", "补充"))
                .patch("/api/v1/visits/" + visit)
                .then()
                .statusCode(200);

        assertThat(state(task)).startsWith("DONE");
    }

    @Test
    void aClosedDoorOpensTheTaskAlsoWhereTheLevelHasRisenSince() {
        village.run("update child set risk_level = 'LOW' where id = ?", child);
        record(visit, "MET_CAREGIVER", false);
        village.run("update child set risk_level = 'HIGH' where id = ?", child);

        amend(0, "NO_ONE_HOME", false);

        assertThat(state(task)).isEqualTo(open());
    }

    @Test
    void aTaskThatNobodyHoldsGoesToWhoCaresForTheChild() {
        village.run("update child set responsible_appointment_id = ? where id = ?", holder(), child);
        record(visit, "MET_CHILD", true);
        village.run("update task set assignee_appointment_id = null where id = ?", task);

        amend(0, "NO_ONE_HOME", false);

        assertThat(state(task)).isEqualTo(open());
        assertThat(assignee()).isEqualTo(holder().toString());
        assertThat(village.told(task)).contains("task-assigned CHILDREN_DIRECTOR");
    }

    @Test
    void aTaskWhoseHolderWorksElsewhereNowGoesToWhoWorksThere() {
        record(visit, "MET_CHILD", true);
        village.run(
                "update task set assignee_appointment_id = ? where id = ?",
                OTHER_TOWN_DIRECTOR.appointment("CHILDREN_DIRECTOR"),
                task);

        amend(0, "NO_ONE_HOME", false);

        assertThat(assignee()).isEqualTo(holder().toString());
    }

    @Test
    void whoWasToldBeforeIsToldAgainOfATaskThatIsLateAgain() {
        village.run("""
                update task_ladder set assignee_told_at = now(), coordinator_told_at = now(), county_told_at = now()
                where task_id = ?
                """, task);
        record(visit, "MET_CHILD", true);

        amend(0, "NO_ONE_HOME", false);

        assertThat(village.count("""
                        select count(*) from task_ladder
                        where task_id = ? and assignee_told_at is null and coordinator_told_at is null
                          and county_told_at is null and next_alert_at is not null
                        """, task)).isOne();
    }

    @Test
    void aClosedFileHasNoOpenTaskAgain() {
        record(visit, "MET_CHILD", true);
        village.run("update child set file_status = 'CLOSED', close_reason = 'MOVED_AWAY' where id = ?", child);

        amend(0, "NO_ONE_HOME", false);

        assertThat(state(task)).isEqualTo("CANCELLED " + due + " open");
        assertThat(village.told(task)).doesNotContain("task-reopened CHILDREN_DIRECTOR");
    }

    private static UUID holder() {
        return DIRECTOR.appointment("CHILDREN_DIRECTOR");
    }

    private String assignee() {
        return village.texts("select coalesce(assignee_appointment_id::text, 'nobody') from task where id = ?", task)
                .get(0);
    }

    @Test
    void whatAVerifiedVisitSettledIsConfirmed() {
        record(visit, "MET_CHILD", true);

        COORDINATOR
                .request()
                .header("If-Match", "\"0\"")
                .body(Map.of("id", UUID.randomUUID(), "verdict", "VERIFIED"))
                .post("/api/v1/visits/" + visit + "/verification")
                .then()
                .statusCode(200);

        assertThat(state(task)).isEqualTo("CONFIRMED " + due + " " + visit);
        assertThat(village.texts("select action from audit where subject_id = ? order by at", task))
                .containsExactly("task.assign", "task.settle", "task.confirm");
    }

    @Test
    void whatAReturnedVisitSettledStaysDone() {
        record(visit, "MET_CHILD", true);

        COORDINATOR
                .request()
                .header("If-Match", "\"0\"")
                .body(Map.of("id", UUID.randomUUID(), "verdict", "RETURNED", "comment", "请补充"))
                .post("/api/v1/visits/" + visit + "/verification")
                .then()
                .statusCode(200);

        assertThat(state(task)).isEqualTo("DONE " + due + " " + visit);
    }

    @Test
    void twoVisitsAtOnceSettleATaskOnce() throws Exception {
        List<Callable<Integer>> both =
                List.of(() -> record(visit, "MET_CHILD", true), () -> record(UUID.randomUUID(), "MET_CHILD", true));

        assertThat(Together.statuses(both)).containsOnly(201);
        assertThat(village.count("select count(*) from audit where subject_id = ? and action = 'task.settle'", task))
                .isOne();
        assertThat(village.count("select version from task where id = ?", task)).isOne();
    }
}
