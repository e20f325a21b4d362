package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.shouwang.task.TaskCalls.post;
import static org.shouwang.task.TaskJson.home;
import static org.shouwang.task.TaskJson.id;
import static org.shouwang.task.TaskJson.with;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Tasks.report;
import static org.shouwang.testsupport.Tasks.visitTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.activity.Records;
import org.shouwang.platform.LocalDays;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;

/** Tasks that are assigned together, and tasks about homes. */
@QuarkusTest
class AssignBatchApiTest {

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

    @Test
    void twoHundredAreAssignedTogetherOrNotAtAll() {
        UUID household = village.household();
        List<Map<String, Object>> tasks = new ArrayList<>(IntStream.range(0, 200)
                .mapToObj(i -> visitTo(village.child(household, "郑小宝", RiskLevel.LOW), director, due))
                .toList());
        Map<String, Object> good = tasks.get(150);
        tasks.set(150, with(good, "assigneeAppointmentId", UUID.randomUUID()));

        post(COORDINATOR.request(), Map.of("tasks", tasks))
                .statusCode(422)
                .body("violations.field", contains("tasks[150].assigneeAppointmentId"));
        assertThat(tasks.stream().mapToLong(task -> village.stored(id(task))).sum())
                .isZero();

        tasks.set(150, good);
        post(COORDINATOR.request(), Map.of("tasks", tasks))
                .statusCode(201)
                .body("items", hasSize(200))
                .body("items[150].id", equalTo(id(good).toString()));
        post(COORDINATOR.request(), Map.of("tasks", tasks)).statusCode(200).body("items", hasSize(200));
        assertThat(tasks.stream()
                        .mapToLong(task -> village.told(id(task)).size())
                        .sum())
                .isEqualTo(200);

        tasks.add(report(Accounts.VILLAGE, director, due));
        post(COORDINATOR.request(), Map.of("tasks", tasks)).statusCode(400);
    }

    @Test
    void eachTaskOfABatchWhoseIdStandsForAnotherIsNamed() {
        List<Map<String, Object>> tasks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tasks.add(report(Accounts.VILLAGE, director, due));
        }
        post(COORDINATOR.request(), Map.of("tasks", tasks.subList(0, 4))).statusCode(201);
        tasks.set(1, with(tasks.get(1), "note", "带上表格"));
        tasks.set(3, with(tasks.get(3), "priority", "HIGH"));

        post(COORDINATOR.request(), Map.of("tasks", tasks))
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:id-reused"))
                .body("violations.field", contains("tasks[1].id", "tasks[3].id"));

        assertThat(village.stored(id(tasks.get(4)))).isZero();
    }

    @Test
    void aTaskAboutAHomeIsWhereTheHomeIs() {
        UUID home = UUID.randomUUID();
        DIRECTOR.request()
                .body(Records.home(Accounts.VILLAGE))
                .put("/api/v1/homes/" + home)
                .then()
                .statusCode(201);
        Map<String, Object> task = with(home("610304106200", director, due), "subjectId", home);

        post(COORDINATOR.request(), task).statusCode(201).body("areaCode", equalTo(Accounts.VILLAGE));

        post(COORDINATOR.request(), home(Accounts.VILLAGE, director, due)).statusCode(404);
    }
}
