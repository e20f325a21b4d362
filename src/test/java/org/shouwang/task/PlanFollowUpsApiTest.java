package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.shouwang.task.LateTasks.TO_COUNTY;
import static org.shouwang.task.LateTasks.TO_DIRECTOR;
import static org.shouwang.task.LateTasks.TO_TOWNSHIP;
import static org.shouwang.task.TaskJson.because;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shouwang.devtools.MovableClock;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Together;
import org.shouwang.testsupport.Visits;

@QuarkusTest
class PlanFollowUpsApiTest {

    private static final String OPEN = """
            select rule || ' ' || cast(due_on as text) from task
            where subject_id = ? and origin = 'POLICY' and status in ('NEW', 'ACCEPTED', 'IN_PROGRESS') order by 1
            """;

    @Inject
    AgroalDataSource database;

    @Inject
    Planning planning;

    @Inject
    MovableClock clock;

    @Inject
    SweepLadder sweep;

    private Village village;
    private UUID household;
    private LocalDate today;

    @BeforeEach
    void family() {
        planning.begin();
        village = planning.village();
        household = village.household();
        today = planning.today();
    }

    @AfterEach
    void backToRealTime() {
        planning.end();
    }

    private String visit(int daysFromToday) {
        return "HOME_VISIT " + daysFromToday;
    }

    private UUID task(UUID child, String rule) {
        return UUID.fromString(village.texts(
                        "select id from task where subject_id = ? and rule = ? and status in ('NEW', 'ACCEPTED')",
                        child,
                        rule)
                .get(0));
    }

    private UUID visited(UUID child) {
        return record(Visits.met(household, child));
    }

    private UUID record(Map<String, Object> form) {
        UUID id = UUID.randomUUID();
        DIRECTOR.request().body(form).put("/api/v1/visits/{id}", id).then().statusCode(201);
        return id;
    }

    private String reassess(int days) {
        return "RE_ASSESS " + days;
    }

    @Test
    void aNewFileIsOwedItsFirstVisitHeldByTheDirectorInTheNameOfTheCoordinator() {
        UUID child = planning.child(household, RiskLevel.HIGH);

        assertThat(planning.of(child)).containsExactly("FIRST_VISIT 3", "NEXT_CONTACT 7", reassess(3));
        DIRECTOR.request()
                .get("/api/v1/tasks/" + task(child, "FIRST_VISIT"))
                .then()
                .statusCode(200)
                .body("origin", equalTo("POLICY"))
                .body("taskType", equalTo("FIRST_VISIT"))
                .body("priority", equalTo("HIGH"))
                .body("startOn", equalTo(today.toString()))
                .body(
                        "assignerAppointmentId",
                        equalTo(COORDINATOR.appointment("TOWNSHIP_COORDINATOR").toString()));
        assertThat(village.told(task(child, "FIRST_VISIT"))).isEmpty();
    }

    @Test
    void aVisitIsPlannedFromTheLastOneAndClimbsTheLadderOnTheDaysOfTheMatrix() {
        UUID child = planning.child(household, RiskLevel.MEDIUM);
        planning.run();
        visited(child);

        assertThat(planning.of(child)).containsExactly(visit(30), reassess(7));
        UUID task = task(child, "HOME_VISIT");
        assertThat(village.texts("select cast(start_on as text) from task where id = ?", task))
                .containsExactly(today.plusDays(23).toString());
        LateTasks late = new LateTasks(village, UUID.randomUUID(), today.plusDays(30), clock, sweep);
        late.sweepOn(1, "08:00");
        assertThat(village.told(task)).containsExactly(TO_DIRECTOR);
        late.sweepOn(3, "08:00");
        assertThat(village.told(task)).containsExactly(TO_DIRECTOR, TO_TOWNSHIP);
        late.sweepOn(14, "08:00");
        assertThat(village.told(task)).containsExactlyInAnyOrder(TO_DIRECTOR, TO_TOWNSHIP, TO_COUNTY);
    }

    @Test
    void aVisitMadeEarlySettlesTheComingOneAndBeginsTheNext() {
        UUID child = planning.child(household, RiskLevel.MEDIUM);
        planning.run();
        visited(child);
        planning.run();
        UUID first = task(child, "HOME_VISIT");
        planning.later(Duration.ofDays(10));
        visited(child);

        assertThat(planning.of(child)).containsExactly(visit(40), reassess(7));
        assertThat(village.texts("select status from task where id = ?", first)).containsExactly("DONE");
        assertThat(planning.of(child)).hasSize(2);
    }

    @Test
    void nobodyHomeTwiceLeavesTaskAndDay() {
        UUID child = planning.child(household, RiskLevel.LOW);
        visited(child);
        List<String> before = planning.of(child);
        UUID task = task(child, "HOME_VISIT");
        Map<String, Object> missed = Visits.met(household, child);
        missed.put("outcome", "NO_ONE_HOME");
        missed.put("children", List.of(Map.of("childId", child, "met", false)));
        record(missed);
        record(missed);

        assertThat(planning.of(child)).isEqualTo(before);
        assertThat(task(child, "HOME_VISIT")).isEqualTo(task);
    }

    @Test
    void aLevelThatRisesAndFallsMovesTheSameTask() {
        UUID child = planning.child(household, RiskLevel.LOW);
        visited(child);
        assertThat(planning.of(child)).contains(visit(90));
        UUID task = task(child, "HOME_VISIT");

        planning.level(child, RiskLevel.HIGH);
        assertThat(planning.of(child)).containsExactly(visit(3), "NEXT_CONTACT 7", reassess(3));
        planning.level(child, RiskLevel.MEDIUM);
        assertThat(planning.of(child)).contains(visit(7)).noneMatch(row -> row.startsWith("NEXT_CONTACT"));
        planning.level(child, RiskLevel.LOW);
        assertThat(planning.of(child)).contains(visit(90));

        assertThat(task(child, "HOME_VISIT")).isEqualTo(task);
        assertThat(village.texts(
                        "select action from audit where subject_id = ? and action like 'task.%' order by at", task))
                .containsExactly("task.plan", "task.replan", "task.replan", "task.replan");
    }

    @Test
    void criticalIsToldAtOnceAndDueADayAfterTheLevelWasSet() {
        UUID child = planning.child(household, RiskLevel.NORMAL);
        visited(child);
        planning.run();
        UUID task = task(child, "HOME_VISIT");
        planning.level(child, RiskLevel.CRITICAL);
        planning.run();

        assertThat(village.told(task)).containsExactly(LateTasks.TASK_ASSIGNED);
        assertThat(village.count("""
                        select count(*) from task t join child_level_change l on l.child_id = t.subject_id
                        where t.id = ? and t.due_at = l.changed_at + interval '24 hours' and t.priority = 'URGENT'
                        """, task)).isOne();
        assertThat(village.told(task(child, "NEXT_CONTACT"))).isEmpty();
    }

    @Test
    void aCallThatReachedSomebodySettlesTheContactAndBeginsTheNext() {
        UUID child = planning.child(household, RiskLevel.HIGH);
        planning.run();
        UUID owed = task(child, "NEXT_CONTACT");
        planning.later(Duration.ofDays(2));
        contact(child, false);
        planning.run();
        assertThat(task(child, "NEXT_CONTACT")).isEqualTo(owed);
        UUID call = contact(child, true);

        assertThat(planning.of(child)).contains("NEXT_CONTACT 9");
        assertThat(village.texts(
                        "select status || ' ' || result_type || ' ' || result_id from task where id = ?", owed))
                .containsExactly("DONE CONTACT " + call);
    }

    private UUID contact(UUID child, boolean reached) {
        UUID id = UUID.randomUUID();
        Map<String, Object> form = Visits.contact(child);
        form.put("reached", reached);
        DIRECTOR.request().body(form).put("/api/v1/contacts/{id}", id).then().statusCode(201);
        return id;
    }

    @Test
    void anAmendmentThatTakesTheVisitBackLeavesOneTaskOpen() {
        UUID child = planning.child(household, RiskLevel.MEDIUM);
        visited(child);
        planning.run();
        UUID first = task(child, "HOME_VISIT");
        planning.later(Duration.ofHours(2));
        UUID second = visited(child);
        planning.run();
        UUID next = task(child, "HOME_VISIT");
        assertThat(next).isNotEqualTo(first);

        amend(second, Map.of("outcome", "NO_ONE_HOME", "children", List.of(Map.of("childId", child, "met", false))));
        planning.run();
        assertThat(task(child, "HOME_VISIT")).isEqualTo(first);
        assertThat(planning.of(child)).containsExactly(visit(30), reassess(7));

        amend(second, Map.of("outcome", "MET_CHILD", "children", List.of(Map.of("childId", child, "met", true))));
        planning.run();
        assertThat(task(child, "HOME_VISIT")).isEqualTo(next);
        assertThat(planning.of(child)).containsExactly(visit(30), reassess(7));
    }

    @Test
    void anOlderVisitThatIsCountedFromAgainHasNotMetWhatWasOwedAfterALaterOne() {
        UUID child = planning.child(household, RiskLevel.MEDIUM);
        planning.later(Duration.ofDays(4));
        Map<String, Object> older = Visits.met(household, child);
        older.put("startedAt", clock.instant().minus(Duration.ofDays(3)).toString());
        record(older);
        UUID later = visited(child);
        assertThat(planning.of(child)).contains(visit(34));
        UUID owed = task(child, "HOME_VISIT");

        amend(later, Map.of("outcome", "NO_ONE_HOME", "children", List.of(Map.of("childId", child, "met", false))));

        assertThat(planning.of(child)).contains(visit(31));
        assertThat(village.texts("select status from task where id = ?", owed)).containsExactly("CANCELLED");
    }

    private void amend(UUID visit, Map<String, Object> answers) {
        String version = DIRECTOR.request()
                .get("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        DIRECTOR.request()
                .header("If-Match", version)
                .body(answers)
                .patch("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(200);
    }

    @Test
    void aClosedFileHasNoneAndAReopenedOneGoesOn() {
        Families.Household home = Families.settle(DIRECTOR, Accounts.VILLAGE);
        UUID child = Families.register(DIRECTOR, Accounts.VILLAGE, home, "MEDIUM");
        record(Visits.met(home.id(), child));
        assertThat(planning.of(child)).containsExactly(visit(30), reassess(7));
        COORDINATOR
                .request()
                .body(Map.of("id", UUID.randomUUID(), "closeReason", "DUPLICATE"))
                .post("/api/v1/children/{id}/close", child)
                .then()
                .statusCode(200);
        assertThat(planning.of(child)).isEmpty();

        DIRECTOR.request()
                .body(Map.of("id", UUID.randomUUID(), "reason", "误办结案"))
                .post("/api/v1/children/{id}/reopen", child)
                .then()
                .statusCode(200);
        assertThat(planning.of(child)).containsExactly(visit(30), reassess(7));
    }

    @Test
    void aPlannedTaskIsNeitherCompletedNorCancelledByHand() {
        UUID child = planning.child(household, RiskLevel.HIGH);
        planning.run();
        UUID task = task(child, "NEXT_CONTACT");

        COORDINATOR
                .request()
                .body(because("不需要"))
                .post("/api/v1/tasks/" + task + "/cancel")
                .then()
                .statusCode(422)
                .body("violations[0].rule", equalTo("planned-by-matrix"));
        DIRECTOR.request()
                .body(Map.of("id", UUID.randomUUID()))
                .post("/api/v1/tasks/" + task + "/complete")
                .then()
                .statusCode(422);
        assertThat(planning.of(child)).hasSize(3);
    }

    @Test
    @Timeout(120)
    void manyNodesPlanAChildOnce() throws Exception {
        List<UUID> children = IntStream.range(0, 60)
                .mapToObj(i -> planning.child(household, RiskLevel.HIGH))
                .toList();
        Callable<Integer> node = planning::run;

        Together.statuses(List.of(node, node, node, node));
        planning.run();

        for (UUID child : children) {
            assertThat(village.texts(OPEN, child)).hasSize(3);
        }
    }

    @Test
    @Timeout(60)
    void aFileThatIsBeingChangedIsPassedOverAndPlannedNext() throws Exception {
        UUID held = planning.child(household, RiskLevel.LOW);
        UUID free = planning.child(household, RiskLevel.LOW);
        try (Connection other = database.getConnection();
                PreparedStatement hold = other.prepareStatement("select 1 from child where id = ? for update")) {
            other.setAutoCommit(false);
            hold.setObject(1, held);
            hold.execute();

            assertThat(planning.of(free)).hasSize(2);
            assertThat(village.texts(OPEN, held)).isEmpty();
            other.rollback();
        }

        assertThat(planning.of(held)).hasSize(2);
    }

    @Test
    void aVisitDuringPlanningIsPlannedNext() throws Exception {
        UUID child = planning.child(household, RiskLevel.MEDIUM);
        planning.run();
        UUID owed = task(child, "FIRST_VISIT");
        try (Connection other = database.getConnection();
                PreparedStatement hold =
                        other.prepareStatement("select 1 from child_follow_up where child_id = ? for update")) {
            other.setAutoCommit(false);
            hold.setObject(1, child);
            hold.execute();
            visited(child);
            assertThat(planning.of(child)).containsExactly(reassess(7));
            other.rollback();
        }

        assertThat(planning.of(child)).containsExactly(visit(30), reassess(7));
        assertThat(village.texts("select status from task where id = ?", owed)).containsExactly("DONE");
    }

    @Test
    void aChildThatFailsWaitsForAnHourAndStopsNoOther() {
        UUID bad = planning.child(household, RiskLevel.LOW);
        UUID good = planning.child(household, RiskLevel.LOW);
        village.run("alter table task add constraint no_bad_child check (subject_id <> '" + bad + "') not valid");
        try {
            assertThat(planning.of(good)).hasSize(2);
        } finally {
            village.run("alter table task drop constraint no_bad_child");
        }
        assertThat(planning.of(bad)).isEmpty();

        planning.later(Duration.ofMinutes(61));

        assertThat(planning.of(bad)).hasSize(2);
    }

    @Test
    void aLockThatDidNotComeInTimePutsAChildOffForHalfAMinute() {
        UUID child = planning.child(household, RiskLevel.LOW);
        village.run("""
                create function no_lock() returns trigger language plpgsql as $$
                begin raise exception 'not in time' using errcode = '55P03'; end $$""");
        village.run("create trigger no_lock before insert on task for each row when (new.subject_id = '" + child
                + "') execute function no_lock()");
        try {
            assertThat(planning.of(child)).isEmpty();
        } finally {
            village.run("drop function no_lock cascade");
        }
        planning.later(Duration.ofSeconds(31));

        assertThat(planning.of(child)).hasSize(2);
    }

    @Test
    void planningAgainChangesNothing() {
        UUID child = planning.child(household, RiskLevel.HIGH);
        visited(child);
        planning.run();
        List<String> before =
                village.texts("select id || ' ' || version from task where subject_id = ? order by id", child);

        village.run("insert into follow_up_look (child_id, look_at) values (?, timestamptz 'epoch')", child);
        planning.run();

        assertThat(village.texts("select id || ' ' || version from task where subject_id = ? order by id", child))
                .isEqualTo(before);
    }
}
