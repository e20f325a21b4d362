package org.shouwang.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.task.LateTasks.TASK_ASSIGNED;
import static org.shouwang.task.LateTasks.TO_COUNTY;
import static org.shouwang.task.LateTasks.TO_DIRECTOR;
import static org.shouwang.task.LateTasks.TO_TOWNSHIP;
import static org.shouwang.task.TaskJson.because;
import static org.shouwang.task.TaskJson.with;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.EXECUTIVE;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;
import static org.shouwang.testsupport.Tasks.assigned;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shouwang.devtools.MovableClock;
import org.shouwang.platform.LocalDays;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Moves;
import org.shouwang.testsupport.Tasks;

/** Tasks, their holders and levels that change while tasks are late. */
@QuarkusTest
class LadderChangesApiTest {

    private static final String OTHER_TOWN = "610304106000";

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
        clock.moveTo(java.time.Instant.now());
    }

    @Test
    void whoGetsALateTaskIsToldThatItIsLate() {
        UUID task = late.visitTo(RiskLevel.LOW);
        late.sweepOn(1, "08:00");
        reassign(task, EXECUTIVE.appointment("WOMENS_EXECUTIVE"));

        late.sweepOn(1, "08:01");
        late.sweepOn(1, "08:02");

        assertThat(village.told(task))
                .containsExactlyInAnyOrder(
                        TASK_ASSIGNED, TO_DIRECTOR, "task-assigned WOMENS_EXECUTIVE", "task-overdue WOMENS_EXECUTIVE");
    }

    @Test
    void whoGetsALateTaskBackIsToldAgain() {
        UUID task = late.visitTo(RiskLevel.LOW);
        late.sweepOn(1, "08:00");
        reassign(task, EXECUTIVE.appointment("WOMENS_EXECUTIVE"));
        late.sweepOn(2, "08:00");
        reassign(task, director);

        late.sweepOn(3, "08:00");
        late.sweepOn(4, "08:00");

        assertThat(village.told(task))
                .containsExactlyInAnyOrder(
                        TASK_ASSIGNED,
                        TO_DIRECTOR,
                        "task-assigned WOMENS_EXECUTIVE",
                        "task-overdue WOMENS_EXECUTIVE",
                        TASK_ASSIGNED,
                        TO_DIRECTOR);
    }

    private static void reassign(UUID task, UUID assignee) {
        COORDINATOR
                .request()
                .body(with(because("换人"), "assigneeAppointmentId", assignee))
                .post("/api/v1/tasks/" + task + "/reassign")
                .then()
                .statusCode(200);
    }

    @Test
    void aLevelThatIsRaisedCountsAtOnce() {
        UUID child = village.child(RiskLevel.LOW);
        UUID task = assigned(Tasks.visitTo(child, director, due));
        late.sweepOn(2, "08:00");
        village.run("update child set risk_level = 'CRITICAL' where id = ?", child);

        late.sweepOn(2, "08:01");

        assertThat(village.told(task)).containsExactlyInAnyOrder(TASK_ASSIGNED, TO_DIRECTOR, TO_TOWNSHIP, TO_COUNTY);
    }

    @Test
    void aLevelThatIsRaisedBeginsALadderAgainThatHadEnded() {
        UUID child = village.child(RiskLevel.NORMAL);
        UUID task = assigned(Tasks.visitTo(child, director, due));
        late.sweepOn(15, "08:00");
        village.run("update child set risk_level = 'HIGH' where id = ?", child);

        late.sweepOn(15, "08:01");

        assertThat(village.told(task)).containsExactlyInAnyOrder(TASK_ASSIGNED, TO_DIRECTOR, TO_TOWNSHIP, TO_COUNTY);
    }

    @Test
    @Timeout(60)
    void whatChangesWhileASweepLooksUpItsPeopleIsSeenBeforeAnybodyIsTold() throws Exception {
        UUID calmer = village.child(RiskLevel.HIGH);
        UUID lowered = assigned(Tasks.visitTo(calmer, director, due));
        UUID closed = late.visitTo(RiskLevel.HIGH);
        UUID later = late.visitTo(RiskLevel.HIGH);
        UUID given = late.visitTo(RiskLevel.HIGH);
        UUID executive = EXECUTIVE.appointment("WOMENS_EXECUTIVE");
        clock.moveTo(LocalDays.at(due.plusDays(1), LocalTime.of(8, 0)));
        ExecutorService node = Executors.newSingleThreadExecutor();
        try (Connection other = database.getConnection();
                Statement change = other.createStatement()) {
            other.setAutoCommit(false);
            change.execute("lock table appointment in access exclusive mode");
            Future<Integer> sweeping = node.submit(late::sweepNow);
            Blocked.await(village, 1);

            change.execute("update child set risk_level = 'NORMAL' where id = '" + calmer + "'");
            change.execute("update task set status = 'CANCELLED' where id = '" + closed + "'");
            change.execute("update task set due_on = due_on + 30 where id = '" + later + "'");
            change.execute("update task set assignee_appointment_id = '" + executive + "' where id = '" + given + "'");
            other.commit();
            sweeping.get();
        } finally {
            node.shutdownNow();
        }

        assertThat(village.told(lowered)).containsExactly(TASK_ASSIGNED, TO_DIRECTOR);
        assertThat(village.told(closed)).containsExactly(TASK_ASSIGNED);
        assertThat(village.told(later)).containsExactly(TASK_ASSIGNED);
        assertThat(village.told(given))
                .containsExactlyInAnyOrder(TASK_ASSIGNED, TO_TOWNSHIP, "task-overdue WOMENS_EXECUTIVE");
    }

    /** As the receiving side takes a child over: its home, its files' village and what goes with it. */
    @Test
    void whoeverIsAboveTheVillageToWhichALateTaskMovesIsToldAndSoIsWhoGetsItBack() {
        Families.Household home = Families.settle(DIRECTOR, Accounts.VILLAGE);
        UUID child = Families.register(DIRECTOR, Accounts.VILLAGE, home, "HIGH");
        UUID task = assigned(Tasks.visitTo(child, director, due));
        late.sweepOn(8, "08:00");
        assertThat(village.told(task)).containsExactlyInAnyOrder(TASK_ASSIGNED, TO_DIRECTOR, TO_TOWNSHIP, TO_COUNTY);
        Families.Household there = Families.settle(OTHER_TOWN_DIRECTOR, Moves.OTHER_VILLAGE);

        move(DIRECTOR, child, Moves.OTHER_VILLAGE, OTHER_TOWN_DIRECTOR, there);
        late.sweepOn(9, "08:00");

        assertThat(toldAs(task, "TOWNSHIP_COORDINATOR")).containsExactlyInAnyOrder(Accounts.TOWN, OTHER_TOWN);
        assertThat(toldAs(task, "COUNTY_CIVIL_AFFAIRS")).hasSize(1);

        move(OTHER_TOWN_DIRECTOR, child, Accounts.VILLAGE, DIRECTOR, home);
        late.sweepOn(10, "08:00");
        late.sweepOn(11, "08:00");

        assertThat(toldAs(task, "TOWNSHIP_COORDINATOR"))
                .containsExactlyInAnyOrder(Accounts.TOWN, OTHER_TOWN, Accounts.TOWN);
    }

    /** V046 over what stood there before: it may run again at any time. */
    @Test
    void aLevelThatWasRaisedBeforeRaisedLevelsWokeAnybodyIsMadeUpFor() throws Exception {
        UUID ended = village.child(RiskLevel.NORMAL);
        UUID waiting = village.child(RiskLevel.LOW);
        UUID ofEnded = assigned(Tasks.visitTo(ended, director, due));
        UUID ofWaiting = assigned(Tasks.visitTo(waiting, director, due));
        late.sweepOn(15, "08:00");
        village.run("alter table child disable trigger child_level_wakes_ladder");
        village.run("update child set risk_level = 'HIGH' where id in (?, ?)", ended, waiting);
        village.run("alter table child enable trigger child_level_wakes_ladder");
        late.sweepOn(15, "08:01");
        assertThat(village.told(ofEnded)).doesNotContain(TO_COUNTY);
        assertThat(village.told(ofWaiting)).doesNotContain(TO_COUNTY);

        try (InputStream migration =
                getClass().getResourceAsStream("/db/migration/V046__ladder_of_raised_levels.sql")) {
            String sql = new String(Objects.requireNonNull(migration).readAllBytes(), UTF_8);
            village.run(sql.substring(sql.indexOf("with waiting")));
        }
        late.sweepOn(15, "08:02");

        for (UUID task : List.of(ofEnded, ofWaiting)) {
            assertThat(village.told(task))
                    .containsExactlyInAnyOrder(TASK_ASSIGNED, TO_DIRECTOR, TO_TOWNSHIP, TO_COUNTY);
        }
    }

    private List<String> toldAs(UUID task, String role) {
        return village.texts("""
                select a.area_code from notification n join appointment a on a.id = n.appointment_id
                where n.subject_id = ? and a.role_code = ? and n.event like 'task-overdue%'
                """, task, role);
    }

    private static void move(Accounts from, UUID child, String village, Accounts to, Families.Household household) {
        UUID move = Moves.asked(from, Moves.of(List.of(child), Moves.to(village)));
        Moves.act(to, move, "accept", Map.of("householdId", household.id())).statusCode(200);
    }
}
