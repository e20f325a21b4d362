package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Tasks;

/** What a director's phone hears of tasks that can wait, as the stand-in of Firebase saw it. */
@QuarkusTest
class GatheredTasksApiTest {

    @Inject
    AgroalDataSource database;

    private final UUID phone = UUID.randomUUID();
    private final String token = "gathered-" + phone;
    private UUID director;
    private LocalDate today;

    /** Ten in the morning of a day whose summary is told already. */
    @BeforeEach
    void morning() {
        director = DIRECTOR.appointment("CHILDREN_DIRECTOR");
        today = Demo.today();
        Demo.moveTo(today, LocalTime.of(10, 0));
        Demo.sweep();
        DIRECTOR.request()
                .body(Map.of(
                        "platform", "ANDROID",
                        "channel", "FCM",
                        "target", Map.of("kind", "TOKEN", "value", token),
                        "appVersion", "1.0"))
                .put("/api/v1/devices/" + phone)
                .then()
                .statusCode(201);
    }

    @AfterEach
    void backToRealTime() {
        Demo.backToRealTime();
        DIRECTOR.request().delete("/api/v1/devices/" + phone).then().statusCode(204);
    }

    @Test
    void twentyFiveAssignmentsInAMinuteAreOnePush() {
        var coordinator = COORDINATOR.request();
        for (int i = 0; i < 25; i++) {
            coordinator
                    .body(Tasks.report(Accounts.VILLAGE, director, today.plusDays(20)))
                    .post("/api/v1/tasks")
                    .then()
                    .statusCode(201);
            Demo.advance(Duration.ofSeconds(2));
            Demo.sweep();
        }
        assertThat(Demo.pushesTo(token)).isEmpty();
        Demo.advance(Duration.ofSeconds(60));
        Demo.sweep();
        Demo.advance(Duration.ofMinutes(11));
        Demo.sweep();

        assertThat(Demo.pushesTo(token)).singleElement().satisfies(push -> assertThat(push.toString())
                .contains("您有 25 项新任务，请打开应用查看。")
                .contains("notification_count=25"));
    }

    @Test
    void whatIsNotTrueAnyMoreIsNotPushedAndStaysInTheInbox() {
        Village village = new Village(Accounts.VILLAGE, database);
        Map<String, Object> task = Tasks.report(Accounts.VILLAGE, director, today.plusDays(20));
        COORDINATOR.request().body(task).post("/api/v1/tasks").then().statusCode(201);
        village.run("update task set status = 'CANCELLED' where id = ?", TaskJson.id(task));

        Demo.advance(Duration.ofMinutes(2));
        Demo.sweep();

        assertThat(Demo.pushesTo(token)).isEmpty();
        assertThat(village.texts("""
                        select d.error from delivery d join notification n on n.id = d.notification_id
                        where n.subject_id = ? and d.device_id = ?
                        """, TaskJson.id(task), phone)).isEqualTo(List.of("OUTDATED"));
        assertThat(village.told(TaskJson.id(task))).containsExactly("task-assigned CHILDREN_DIRECTOR");
    }

    /** On a day that no other test has, since each day has one summary. */
    @Test
    void anOverdueTaskThatIsNotUrgentIsALineOfTheSummaryAndNoPushOfItsOwn() {
        LocalDate due = today.plusDays(60);
        Demo.moveTo(due, LocalTime.of(10, 0));
        COORDINATOR
                .request()
                .body(Tasks.report(Accounts.VILLAGE, director, due))
                .post("/api/v1/tasks")
                .then()
                .statusCode(201);
        Demo.moveTo(due, LocalTime.of(12, 0));
        Demo.sweep();
        int before = Demo.pushesTo(token).size();

        Demo.moveTo(due.plusDays(1), LocalTime.of(8, 0));
        Demo.sweep();
        assertThat(Demo.pushesTo(token)).hasSize(before);
        Demo.moveTo(due.plusDays(1), LocalTime.of(8, 30));
        Demo.sweep();
        Demo.moveTo(due.plusDays(1), LocalTime.of(12, 0));
        Demo.sweep();

        assertThat(Demo.pushesTo(token)).hasSize(before + 1);
        assertThat(Demo.pushesTo(token).get(before).toString()).contains("daily-summary");
    }
}
