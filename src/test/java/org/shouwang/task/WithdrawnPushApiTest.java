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
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Tasks;
import org.shouwang.testsupport.Visits;

/** What was assigned in the night is pushed at 08:00, unless it is over by then. */
@QuarkusTest
class WithdrawnPushApiTest {

    private static final LocalTime NIGHT = LocalTime.of(21, 30);
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    @Inject
    AgroalDataSource database;

    private final UUID phone = UUID.randomUUID();
    private Village village;
    private UUID director;
    private LocalDate today;

    @BeforeEach
    void night() {
        village = new Village(Accounts.VILLAGE, database);
        director = DIRECTOR.appointment("CHILDREN_DIRECTOR");
        DIRECTOR.request()
                .body(Map.of(
                        "platform", "ANDROID",
                        "channel", "FCM",
                        "target", Map.of("kind", "TOKEN", "value", "night-" + phone),
                        "appVersion", "1.0"))
                .put("/api/v1/devices/" + phone)
                .then()
                .statusCode(201);
        today = Demo.today();
        Demo.moveTo(today, NIGHT);
    }

    @AfterEach
    void backToRealTime() {
        Demo.backToRealTime();
        DIRECTOR.request().delete("/api/v1/devices/" + phone).then().statusCode(204);
    }

    private UUID report() {
        return assigned(Tasks.report(Accounts.VILLAGE, director, today.plusDays(5)));
    }

    private List<String> pushes(UUID task) {
        return village.texts("""
                select coalesce(d.error, d.state)
                from delivery d join notification n on n.id = d.notification_id
                where n.subject_id = ? and d.device_id = ?
                """, task, phone);
    }

    @Test
    void whatIsOverInTheMorningIsNotPushed() {
        UUID household = village.household();
        UUID child = village.child(household, "郑小宝", RiskLevel.LOW);
        UUID open = report();
        UUID cancelled = report();
        UUID completed = report();
        UUID returned = report();
        UUID reassigned = report();
        UUID settled = assigned(Tasks.visitTo(child, director, today.plusDays(5)));

        move(COORDINATOR, cancelled, "cancel", because("重复")).statusCode(200);
        move(DIRECTOR, completed, "complete", action()).statusCode(200);
        move(DIRECTOR, returned, "return", because("外出培训")).statusCode(200);
        move(
                        COORDINATOR,
                        reassigned,
                        "reassign",
                        with(because("换人"), "assigneeAppointmentId", EXECUTIVE.appointment("WOMENS_EXECUTIVE")))
                .statusCode(200);
        DIRECTOR.request()
                .body(Visits.met(household, child))
                .put("/api/v1/visits/" + UUID.randomUUID())
                .then()
                .statusCode(201);
        Demo.moveTo(today.plusDays(1), MORNING);
        Demo.sweep();

        assertThat(pushes(open)).containsExactly("SENT");
        assertThat(List.of(cancelled, completed, returned, reassigned, settled))
                .allSatisfy(task -> assertThat(pushes(task)).containsExactly("WITHDRAWN"));
    }

    @Test
    void whoGetsTheTaskBackIsPushedOnce() {
        UUID task = report();
        move(DIRECTOR, task, "return", because("外出培训")).statusCode(200);
        move(COORDINATOR, task, "reassign", with(because("已回村"), "assigneeAppointmentId", director))
                .statusCode(200);

        Demo.moveTo(today.plusDays(1), MORNING);
        Demo.sweep();

        assertThat(pushes(task)).containsExactlyInAnyOrder("WITHDRAWN", "SENT");
    }
}
