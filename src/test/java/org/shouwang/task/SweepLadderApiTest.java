package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.shouwang.task.LateTasks.TASK_ASSIGNED;
import static org.shouwang.task.LateTasks.TO_COUNTY;
import static org.shouwang.task.LateTasks.TO_DIRECTOR;
import static org.shouwang.task.LateTasks.TO_TOWNSHIP;
import static org.shouwang.task.TaskJson.because;
import static org.shouwang.task.TaskJson.id;
import static org.shouwang.task.TaskJson.with;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;
import static org.shouwang.testsupport.Tasks.assigned;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shouwang.devtools.MovableClock;
import org.shouwang.platform.LocalDays;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Tasks;

@QuarkusTest
class SweepLadderApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    MovableClock clock;

    @Inject
    SweepLadder sweep;

    private LateTasks late;
    private Village village;
    private UUID director;
    private LocalDate due;

    @BeforeEach
    void village() {
        late = LateTasks.dueTomorrow(database, clock, sweep);
        village = late.village();
        director = late.director();
        due = late.due();
    }

    @AfterEach
    void backToRealTime() {
        clock.moveTo(Instant.now());
    }

    @Test
    void anOverdueTaskClimbsTheLadderOnTheDaysOfTheMatrixEachStepOnce() {
        UUID task = late.visitTo(RiskLevel.MEDIUM);

        late.sweepOn(1, "07:59");
        assertThat(village.told(task)).containsExactly(TASK_ASSIGNED);
        late.sweepOn(1, "08:00");
        late.sweepOn(1, "08:01");
        assertThat(village.told(task)).containsExactly(TASK_ASSIGNED, TO_DIRECTOR);
        late.sweepOn(3, "07:59");
        assertThat(village.told(task)).containsExactly(TASK_ASSIGNED, TO_DIRECTOR);
        late.sweepOn(3, "08:00");
        assertThat(village.told(task)).containsExactly(TASK_ASSIGNED, TO_DIRECTOR, TO_TOWNSHIP);
        late.sweepOn(14, "08:00");
        late.sweepOn(60, "08:00");
        assertThat(village.told(task)).containsExactlyInAnyOrder(TASK_ASSIGNED, TO_DIRECTOR, TO_TOWNSHIP, TO_COUNTY);

        COORDINATOR
                .request()
                .get("/api/v1/tasks/" + task)
                .then()
                .body("overdue", equalTo(true))
                .body("escalationLevel", equalTo(2))
                .body("nextAlertAt", nullValue())
                .body("version", equalTo(0));
    }

    /** Who was told when and why stands for good, and so does that they read it. */
    @Test
    void whomTheLadderToldIsKeptWithWhenTheyReadIt() {
        UUID task = late.visitTo(RiskLevel.MEDIUM);
        late.sweepOn(1, "08:00");
        late.sweepOn(1, "08:01");
        late.sweepOn(3, "08:00");
        Instant read = clock.instant();
        String notice = village.texts(
                        "select id from notification where subject_id = ? and event = 'task-overdue'", task)
                .get(0);
        DIRECTOR.request()
                .post("/api/v1/notifications/{id}/read", notice)
                .then()
                .statusCode(200);
        clock.advance(Duration.ofHours(1));
        DIRECTOR.request()
                .post("/api/v1/notifications/{id}/read", notice)
                .then()
                .statusCode(200);

        COORDINATOR
                .request()
                .get("/api/v1/tasks/{id}/reminders", task)
                .then()
                .statusCode(200)
                .body("items.step", contains("ASSIGNEE", "COORDINATOR"))
                .body("items.reason", contains("DUE", "DUE"))
                .body("items.dueOn", contains(due.toString(), due.toString()))
                .body(
                        "items.appointmentId",
                        contains(
                                director.toString(),
                                COORDINATOR.appointment("TOWNSHIP_COORDINATOR").toString()))
                .body("items.toldAt", contains(morning(1), morning(3)))
                .body("items[0].acknowledgedAt", minute(read))
                .body("items[1].acknowledgedAt", nullValue());
        OTHER_TOWN_DIRECTOR
                .request()
                .get("/api/v1/tasks/{id}/reminders", task)
                .then()
                .statusCode(404);
    }

    private Matcher<String> morning(int daysAfterDue) {
        return minute(LocalDays.at(due.plusDays(daysAfterDue), LocalTime.of(8, 0)));
    }

    /** The clock goes on after it was moved. */
    private static Matcher<String> minute(Instant moment) {
        return startsWith(moment.toString().substring(0, "2026-03-01T08:00".length()));
    }

    @Test
    void whatWasMissedIsToldOnceByTheNextSweep() {
        UUID critical = late.visitTo(RiskLevel.CRITICAL);
        UUID normal = late.visitTo(RiskLevel.NORMAL);

        late.sweepOn(90, "12:00");
        late.sweepOn(91, "12:00");

        assertThat(village.told(critical))
                .containsExactlyInAnyOrder(TASK_ASSIGNED, TO_DIRECTOR, TO_TOWNSHIP, TO_COUNTY);
        assertThat(village.told(normal)).containsExactlyInAnyOrder(TASK_ASSIGNED, TO_DIRECTOR, TO_TOWNSHIP);
        assertThat(village.texts(
                        "select event from notification where subject_id = ? and urgent order by event", critical))
                .containsExactly("task-overdue", "task-overdue-township");
    }

    @Test
    void aClosedTaskIsNotAlerted() {
        UUID task = late.visitTo(RiskLevel.HIGH);
        COORDINATOR
                .request()
                .body(because("重复"))
                .post("/api/v1/tasks/" + task + "/cancel")
                .then()
                .statusCode(200);
        village.run("update task_ladder set next_alert_at = now() where task_id = ?", task);

        late.sweepOn(30, "12:00");

        assertThat(village.told(task)).containsExactly(TASK_ASSIGNED);
        assertThat(village.count("select count(*) from task_ladder where task_id = ? and next_alert_at is null", task))
                .isOne();
    }

    @Test
    void aReturnedTaskStartsAtTheCoordinator() {
        UUID task = late.visitTo(RiskLevel.LOW);
        DIRECTOR.request()
                .body(because("外出培训"))
                .post("/api/v1/tasks/" + task + "/return")
                .then()
                .statusCode(200);

        late.sweepOn(1, "08:00");

        assertThat(village.told(task))
                .containsExactly(TASK_ASSIGNED, TO_TOWNSHIP, "task-returned TOWNSHIP_COORDINATOR");
    }

    @Test
    void aPostThatIsNotInForcePassesTheStepUp() {
        UUID later = UUID.randomUUID();
        village.run("""
                insert into appointment (id, worker_id, role_code, area_code, appointed_on)
                select ?, worker_id, role_code, area_code, appointed_on from appointment where id = ?
                """, later, director);
        UUID task = assigned(Tasks.visitTo(village.child(RiskLevel.LOW), later, due));
        village.run("update appointment set appointed_on = '9999-01-01' where id = ?", later);

        late.sweepOn(1, "08:00");

        assertThat(village.told(task)).containsExactly(TASK_ASSIGNED, TO_TOWNSHIP);
    }

    @Test
    @Timeout(60)
    void aTaskThatAnotherNodeHoldsIsPassedOverAndToldByTheNextSweep() throws Exception {
        UUID held = late.visitTo(RiskLevel.LOW);
        UUID free = late.visitTo(RiskLevel.LOW);
        try (Connection other = database.getConnection();
                PreparedStatement hold =
                        other.prepareStatement("select 1 from task_ladder where task_id = ? for update")) {
            other.setAutoCommit(false);
            hold.setObject(1, held);
            hold.execute();

            late.sweepOn(1, "08:00");

            assertThat(village.told(held)).containsExactly(TASK_ASSIGNED);
            assertThat(village.told(free)).containsExactly(TASK_ASSIGNED, TO_DIRECTOR);
            other.rollback();
        }

        late.sweepOn(1, "08:00");

        assertThat(village.told(held)).containsExactly(TASK_ASSIGNED, TO_DIRECTOR);
    }

    @Test
    void aTaskThatFailsWaitsForAnHourAndStopsNoOther() {
        UUID bad = late.visitTo(RiskLevel.LOW);
        UUID good = late.visitTo(RiskLevel.LOW);
        village.run(
                "alter table notification add constraint no_bad_task check (subject_id <> '" + bad + "') not valid");
        try {
            late.sweepOn(1, "08:00");
        } finally {
            village.run("alter table notification drop constraint no_bad_task");
        }
        late.sweepOn(1, "08:59");

        assertThat(village.told(good)).containsExactly(TASK_ASSIGNED, TO_DIRECTOR);
        assertThat(village.told(bad)).containsExactly(TASK_ASSIGNED);
        late.sweepOn(1, "09:01");
        assertThat(village.told(bad)).containsExactly(TASK_ASSIGNED, TO_DIRECTOR);
    }

    @Test
    @Timeout(120)
    void manyNodesSweepingAtOnceTellEachStepOnce() throws Exception {
        UUID household = village.household();
        List<Map<String, Object>> tasks = IntStream.range(0, 120)
                .mapToObj(i -> with(
                        Tasks.visitTo(village.child(household, "郑小宝", RiskLevel.HIGH), director, due),
                        "priority",
                        "LOW"))
                .toList();
        COORDINATOR
                .request()
                .body(Map.of("tasks", tasks))
                .post("/api/v1/tasks")
                .then()
                .statusCode(201);
        clock.moveTo(LocalDays.at(due.plusDays(10), LocalTime.NOON));
        int expected = (int) village.count(
                "select count(*) from task_ladder where next_alert_at <= ?",
                clock.instant().atOffset(ZoneOffset.UTC));

        int nodes = 8;
        CountDownLatch together = new CountDownLatch(nodes);
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            Callable<Integer> node = () -> {
                together.countDown();
                together.await();
                return late.sweepNow();
            };
            List<Future<Integer>> done = new ArrayList<>(IntStream.range(0, nodes)
                    .mapToObj(i -> threads.submit(node))
                    .toList());
            int looked = 0;
            for (Future<Integer> one : done) {
                looked += one.get();
            }
            assertThat(looked).isEqualTo(expected).isGreaterThanOrEqualTo(120);
        } finally {
            threads.shutdownNow();
        }

        for (Map<String, Object> task : tasks) {
            assertThat(village.told(id(task)))
                    .containsExactlyInAnyOrder(TASK_ASSIGNED, TO_DIRECTOR, TO_TOWNSHIP, TO_COUNTY);
        }
    }

    @Test
    void theHourOfCriticalWorkCounts() {
        Map<String, Object> task = with(
                Tasks.visitTo(village.child(RiskLevel.CRITICAL), director, due),
                "dueAt",
                LocalDays.at(due, LocalTime.of(15, 30)).toString());
        UUID id = assigned(task);

        late.sweepOn(0, "15:29");
        assertThat(village.told(id)).containsExactly(TASK_ASSIGNED);
        late.sweepOn(0, "15:30");

        assertThat(village.told(id)).containsExactlyInAnyOrder(TASK_ASSIGNED, TO_DIRECTOR, TO_TOWNSHIP, TO_COUNTY);
        assertThat(Duration.between(LocalDays.at(due, LocalTime.of(15, 30)), clock.instant()))
                .isLessThan(Duration.ofMinutes(5));
    }
}
