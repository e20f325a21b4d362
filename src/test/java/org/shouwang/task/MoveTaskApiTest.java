package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.shouwang.task.TaskCalls.move;
import static org.shouwang.task.TaskJson.action;
import static org.shouwang.task.TaskJson.because;
import static org.shouwang.task.TaskJson.with;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.EXECUTIVE;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;
import static org.shouwang.testsupport.Tasks.assigned;
import static org.shouwang.testsupport.Tasks.visitTo;

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
import org.shouwang.testsupport.Tasks;

@QuarkusTest
class MoveTaskApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    private Village village;
    private UUID director;
    private LocalDate due;

    @BeforeEach
    void village() {
        village = new Village(Accounts.VILLAGE, database);
        director = DIRECTOR.appointment("CHILDREN_DIRECTOR");
        due = LocalDays.today(clock).plusDays(5);
    }

    private UUID report() {
        return assigned(Tasks.report(Accounts.VILLAGE, director, due));
    }

    private long waitingOnTheLadder(UUID task) {
        return village.count("select count(*) from task_ladder where task_id = ? and next_alert_at is not null", task);
    }

    @Test
    void theAssigneeAcceptsAndCompletes() {
        UUID task = report();
        Map<String, Object> accept = action();
        UUID result = UUID.randomUUID();

        move(DIRECTOR, task, "accept", accept).statusCode(200).body("status", equalTo("ACCEPTED"));
        move(DIRECTOR, task, "accept", accept).statusCode(200).body("version", equalTo(1));
        move(DIRECTOR, task, "accept", action()).statusCode(200).body("version", equalTo(1));
        move(DIRECTOR, task, "complete", with(with(action(), "resultType", "CONTACT"), "resultId", result))
                .statusCode(200)
                .body("status", equalTo("DONE"))
                .body("resultId", equalTo(result.toString()));
        move(DIRECTOR, task, "complete", accept)
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:id-reused"));
        move(DIRECTOR, task, "return", because("做完了"))
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:state-conflict"));

        assertThat(waitingOnTheLadder(task)).isZero();
        assertThat(village.texts("select action from audit where subject_id = ? order by at", task))
                .containsExactly("task.assign", "task.accept", "task.complete");
    }

    @Test
    void aVisitTaskIsNotCompletedByHand() {
        UUID task = assigned(visitTo(village.child(RiskLevel.LOW), director, due));

        move(DIRECTOR, task, "complete", action()).statusCode(422).body("violations.rule", contains("visit-needed"));

        assertThat(village.texts("select status from task where id = ?", task)).containsExactly("NEW");
    }

    @Test
    void onlyTheAssigneeWorksAndOnlyTheAssignerGivesToOthers() {
        UUID task = report();

        move(COORDINATOR, task, "accept", action()).statusCode(403);
        move(OTHER_TOWN_DIRECTOR, task, "accept", action()).statusCode(404);
        move(EXECUTIVE, task, "complete", action()).statusCode(404);
        move(DIRECTOR, task, "cancel", because("不做")).statusCode(403);
        move(DIRECTOR, UUID.randomUUID(), "accept", action()).statusCode(404);
        move(DIRECTOR, task, "return", action()).statusCode(422);

        assertThat(village.texts("select status || version from task where id = ?", task))
                .containsExactly("NEW0");
    }

    @Test
    void aForeignTaskIsNotThereWhateverIsTried() {
        UUID task = report();
        Map<String, Map<String, Object>> actions = Map.of(
                "accept", action(),
                "complete", action(),
                "return", because("外出"),
                "reassign", with(because("换人"), "assigneeAppointmentId", director),
                "cancel", because("重复"));

        actions.forEach((name, body) -> {
            String foreign = refusal(task, name, body);
            assertThat(foreign)
                    .isEqualTo(refusal(UUID.randomUUID(), name, body))
                    .endsWith("not-found");
        });

        assertThat(village.texts("select status || version from task where id = ?", task))
                .containsExactly("NEW0");
    }

    private static String refusal(UUID task, String action, Map<String, Object> body) {
        return move(OTHER_TOWN_DIRECTOR, task, action, body)
                .statusCode(404)
                .extract()
                .path("type");
    }

    @Test
    void aReturnedTaskGoesToTheCoordinatorWhoGivesItToSomebodyElse() {
        UUID task = report();
        UUID executive = EXECUTIVE.appointment("WOMENS_EXECUTIVE");
        Map<String, Object> back = because("外出培训");

        move(DIRECTOR, task, "return", back)
                .statusCode(200)
                .body("status", equalTo("NEW"))
                .body("assigneeAppointmentId", nullValue())
                .body("returnReason", equalTo("外出培训"));
        move(DIRECTOR, task, "return", back).statusCode(200).body("version", equalTo(1));
        move(COORDINATOR, task, "reassign", with(because("请代办"), "assigneeAppointmentId", executive))
                .statusCode(200)
                .body("assigneeAppointmentId", equalTo(executive.toString()));
        move(DIRECTOR, task, "return", back)
                .statusCode(200)
                .body("assigneeAppointmentId", equalTo(executive.toString()));
        move(EXECUTIVE, task, "complete", action()).statusCode(200);

        assertThat(village.told(task))
                .containsExactly(
                        "task-assigned CHILDREN_DIRECTOR",
                        "task-assigned WOMENS_EXECUTIVE",
                        "task-returned TOWNSHIP_COORDINATOR");
    }

    @Test
    void whoGaveATaskAwayOrLostItComesTooLate() {
        UUID executive = EXECUTIVE.appointment("WOMENS_EXECUTIVE");
        UUID given = report();
        UUID taken = report();
        move(DIRECTOR, given, "return", because("外出")).statusCode(200);
        move(COORDINATOR, taken, "reassign", with(because("换人"), "assigneeAppointmentId", executive))
                .statusCode(200);

        for (UUID task : List.of(given, taken)) {
            move(DIRECTOR, task, "complete", action())
                    .statusCode(409)
                    .body("type", equalTo("urn:shouwang:problem:state-conflict"));
        }
    }

    @Test
    void whoGetsATaskBackIsToldAgain() {
        UUID task = report();
        UUID executive = EXECUTIVE.appointment("WOMENS_EXECUTIVE");

        move(COORDINATOR, task, "reassign", with(because("换人"), "assigneeAppointmentId", executive))
                .statusCode(200);
        move(COORDINATOR, task, "reassign", with(because("换回"), "assigneeAppointmentId", director))
                .statusCode(200);
        move(COORDINATOR, task, "reassign", with(because("换人"), "assigneeAppointmentId", UUID.randomUUID()))
                .statusCode(422);

        assertThat(village.told(task))
                .containsExactly(
                        "task-assigned CHILDREN_DIRECTOR",
                        "task-assigned CHILDREN_DIRECTOR",
                        "task-assigned WOMENS_EXECUTIVE");
    }

    @Test
    void aCancelledTaskIsOver() {
        UUID task = report();

        move(COORDINATOR, task, "cancel", because("重复")).statusCode(200).body("status", equalTo("CANCELLED"));
        move(COORDINATOR, task, "cancel", because("重复")).statusCode(200).body("version", equalTo(1));
        move(DIRECTOR, task, "accept", action()).statusCode(409);

        assertThat(waitingOnTheLadder(task)).isZero();
    }
}
