package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.task.TaskCalls.move;
import static org.shouwang.task.TaskJson.action;
import static org.shouwang.task.TaskJson.because;
import static org.shouwang.task.TaskJson.with;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.EXECUTIVE;
import static org.shouwang.testsupport.Tasks.assigned;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.LocalDays;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Pulled;
import org.shouwang.testsupport.Tasks;
import org.shouwang.testsupport.Visits;

/** Which phones a task reaches. The executive may work on tasks, and may not read those of the village. */
@QuarkusTest
class TaskFeedApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    private String token;
    private Pulled phone;
    private UUID executive;
    private LocalDate due;

    @BeforeEach
    void phoneOfTheExecutive() {
        executive = EXECUTIVE.appointment("WOMENS_EXECUTIVE");
        due = LocalDays.today(clock).plusDays(5);
        token = EXECUTIVE.token();
        phone = Pulled.full(token);
    }

    /** What the phone is told of tasks that it has not heard yet. */
    private Map<UUID, String> pull() {
        phone = phone.next(token);
        return phone.tasks();
    }

    @Test
    void aTaskReachesWhoeverHoldsItAndLeavesWithAReturn() {
        UUID others = assigned(Tasks.report(Accounts.VILLAGE, DIRECTOR.appointment("CHILDREN_DIRECTOR"), due));
        UUID task = assigned(Tasks.report(Accounts.VILLAGE, executive, due));

        assertThat(pull()).containsEntry(task, "NEW").doesNotContainKey(others);
        move(EXECUTIVE, task, "accept", action()).statusCode(200);
        assertThat(pull()).containsEntry(task, "ACCEPTED");
        Map<String, Object> back = because("外出培训");
        move(EXECUTIVE, task, "return", back).statusCode(200);
        assertThat(pull()).containsEntry(task, "REMOVED");
        move(EXECUTIVE, task, "return", back).statusCode(200);
    }

    @Test
    void aReassignmentTakesItToTheNextPhone() {
        UUID task = assigned(Tasks.report(Accounts.VILLAGE, executive, due));
        UUID director = DIRECTOR.appointment("CHILDREN_DIRECTOR");
        pull();

        move(COORDINATOR, task, "reassign", with(because("换人"), "assigneeAppointmentId", director))
                .statusCode(200);

        assertThat(pull()).containsEntry(task, "REMOVED");
        assertThat(inScopeOf(director, task)).containsExactly("present 1");
        assertThat(inScopeOf(executive, task)).containsExactly("removed 1");
    }

    @Test
    void whatEndsATaskReachesItsHolder() {
        Village village = new Village(Accounts.VILLAGE, database);
        UUID household = village.household();
        UUID child = village.child(household, "郑小宝", RiskLevel.LOW);
        UUID cancelled = assigned(Tasks.report(Accounts.VILLAGE, executive, due));
        UUID completed = assigned(Tasks.report(Accounts.VILLAGE, executive, due));
        UUID settled = assigned(Tasks.visitTo(child, executive, due));
        pull();

        move(COORDINATOR, cancelled, "cancel", because("重复")).statusCode(200);
        move(EXECUTIVE, completed, "complete", action()).statusCode(200);
        DIRECTOR.request()
                .body(Visits.met(household, child))
                .put("/api/v1/visits/" + UUID.randomUUID())
                .then()
                .statusCode(201);

        assertThat(pull())
                .containsEntry(cancelled, "CANCELLED")
                .containsEntry(completed, "DONE")
                .containsEntry(settled, "DONE");
    }

    @Test
    void aTaskOfTheTownStandsInTheScopeOfTheCoordinatorWhoHoldsIt() {
        UUID coordinator = COORDINATOR.appointment("TOWNSHIP_COORDINATOR");

        UUID task = assigned(Tasks.report(Accounts.TOWN, coordinator, due));

        assertThat(inScopeOf(coordinator, task)).containsExactly("present 0");
    }

    /** How the task stands in the own scope of the worker in this post. */
    private List<String> inScopeOf(UUID appointment, UUID task) {
        return new Village(Accounts.VILLAGE, database).texts("""
                select case when s.removed then 'removed ' else 'present ' end || s.version
                from appointment a join worker w on w.id = a.worker_id join sync_change s on s.scope = -w.number
                where a.id = ? and s.kind = 'task' and s.id = ?
                """, appointment, task);
    }
}
