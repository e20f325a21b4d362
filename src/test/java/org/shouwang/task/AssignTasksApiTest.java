package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.shouwang.task.TaskCalls.post;
import static org.shouwang.task.TaskJson.home;
import static org.shouwang.task.TaskJson.id;
import static org.shouwang.task.TaskJson.with;
import static org.shouwang.testsupport.Accounts.CHAIR_AND_DIRECTOR;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.EXECUTIVE;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;
import static org.shouwang.testsupport.Tasks.report;
import static org.shouwang.testsupport.Tasks.visitTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shouwang.platform.LocalDays;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;

@QuarkusTest
class AssignTasksApiTest {

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
    void anAssignedTaskIsToldOnceAndStandsInTheListsOfBothSides() {
        UUID child = village.child(RiskLevel.MEDIUM);
        Map<String, Object> task = with(visitTo(child, director, due), "priority", "URGENT");

        post(COORDINATOR.request(), task)
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("id", equalTo(id(task).toString()))
                .body("areaCode", equalTo(Accounts.VILLAGE))
                .body("status", equalTo("NEW"))
                .body("origin", equalTo("ASSIGNED"))
                .body("overdue", equalTo(false))
                .body("escalationLevel", equalTo(0))
                .body("nextAlertAt", equalTo(due + "T16:00:00Z"));

        DIRECTOR.request()
                .get("/api/v1/tasks?assignee=me&status=NEW&limit=500")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id(task).toString()))
                .body("items.find { it.id == '" + id(task) + "' }.escalationLevel", nullValue());
        COORDINATOR
                .request()
                .get("/api/v1/tasks?area=" + Accounts.VILLAGE + "&dueBefore=" + due.plusDays(1) + "&limit=500")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id(task).toString()))
                .body("items.areaCode", everyItem(equalTo(Accounts.VILLAGE)));
        assertThat(village.told(id(task))).containsExactly("task-assigned CHILDREN_DIRECTOR");
        assertThat(village.count("select count(*) from notification where subject_id = ? and urgent", id(task)))
                .isOne();
        assertThat(village.count(
                        "select count(*) from audit where subject_id = ? and action = 'task.assign'", id(task)))
                .isOne();
    }

    @Test
    void theSameAgainIsAnsweredAndAnotherBodyIsRefused() {
        Map<String, Object> task = visitTo(village.child(RiskLevel.LOW), director, due);
        post(COORDINATOR.request(), task).statusCode(201);

        post(COORDINATOR.request(), task).statusCode(200).body("version", equalTo(0));
        post(COORDINATOR.request(), with(task, "note", "带上绘本"))
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:id-reused"))
                .body("violations.field", contains("id"));

        assertThat(village.told(id(task))).hasSize(1);
    }

    @Test
    void othersFindNothingOfIt() {
        Map<String, Object> task = visitTo(village.child(RiskLevel.LOW), director, due);
        post(COORDINATOR.request(), task).statusCode(201);

        OTHER_TOWN_DIRECTOR.request().get("/api/v1/tasks/" + id(task)).then().statusCode(404);
        OTHER_TOWN_DIRECTOR
                .request()
                .get("/api/v1/tasks?limit=500")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id(task).toString())));
        EXECUTIVE.request().get("/api/v1/tasks/" + id(task)).then().statusCode(404);
        EXECUTIVE.request().get("/api/v1/tasks").then().statusCode(403);
        post(DIRECTOR.request(), visitTo(village.child(RiskLevel.LOW), director, due))
                .statusCode(403);
    }

    @Test
    void whatTheExecutiveHoldsTheExecutiveSees() {
        UUID executive = EXECUTIVE.appointment("WOMENS_EXECUTIVE");
        Map<String, Object> task = report(Accounts.VILLAGE, executive, due);
        post(COORDINATOR.request(), task).statusCode(201);

        EXECUTIVE.request().get("/api/v1/tasks/" + id(task)).then().statusCode(200);
        EXECUTIVE.request().get("/api/v1/tasks?assignee=me").then().body("items.id", hasItem(id(task).toString()));
    }

    @Test
    void refusedTasksWriteNothing() {
        UUID child = village.child(village.household(), "欧阳思远", RiskLevel.LOW);
        UUID far = new Village("610304106200", database).child(RiskLevel.LOW);
        UUID secretary = CHAIR_AND_DIRECTOR.appointment("WOMENS_CHAIR");
        Map<String, Object> task = visitTo(child, director, due);

        post(COORDINATOR.request(), with(task, "title", "看望 欧阳 思远"))
                .statusCode(422)
                .body("violations.rule", contains("title-names-a-child"))
                .body("violations[0].message", notNullValue());
        post(COORDINATOR.request(), with(task, "assigneeAppointmentId", secretary))
                .statusCode(422)
                .body("violations.rule", contains("assignee-works-there"));
        post(COORDINATOR.request(), with(task, "assigneeAppointmentId", UUID.randomUUID()))
                .statusCode(422);
        post(COORDINATOR.request(), with(task, "dueOn", due.minusDays(30).toString()))
                .statusCode(422)
                .body("violations.field", contains("dueOn"));
        post(COORDINATOR.request(), with(task, "title", "一".repeat(61))).statusCode(422);
        post(COORDINATOR.request(), with(task, "taskType", "PARTY")).statusCode(400);
        post(COORDINATOR.request(), with(task, "dueOn", "2026-02-30")).statusCode(400);
        post(COORDINATOR.request(), with(task, "subjectId", far)).statusCode(404);
        post(COORDINATOR.request(), with(task, "subjectId", UUID.randomUUID())).statusCode(404);
        post(COORDINATOR.request(), with(report("610304101999", director, due), "id", id(task)))
                .statusCode(404);
        post(COORDINATOR.request(), with(report("610304106200", director, due), "id", id(task)))
                .statusCode(404);
        post(COORDINATOR.request(), with(home("610304106200", director, due), "id", id(task)))
                .statusCode(404);
        post(COORDINATOR.request(), "{\"tasks\": [").statusCode(400);
        post(COORDINATOR.request(), "[]").statusCode(400);
        post(COORDINATOR.request(), "{}").statusCode(422);

        assertThat(village.stored(id(task))).isZero();
        assertThat(village.told(id(task))).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        UUID township = COORDINATOR.appointment("TOWNSHIP_COORDINATOR");
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Map<String, Object> task = report(Accounts.TOWN, township, due.plusDays(i % 2));
            post(COORDINATOR.request(), task).statusCode(201);
            made.add(id(task).toString());
        }
        for (String list : List.of("assignee=me", "status=NEW&status=DONE")) {
            List<String> seen = new ArrayList<>();
            String next = "";
            while (next != null) {
                ValidatableResponse page = COORDINATOR
                        .request()
                        .get("/api/v1/tasks?limit=2&" + list + next)
                        .then()
                        .statusCode(200);
                seen.addAll(page.extract().path("items.id"));
                String cursor = page.extract().path("next");
                next = cursor == null ? null : "&cursor=" + cursor;
            }
            assertThat(seen).doesNotHaveDuplicates().containsAll(made);
        }
    }

    @Test
    @Timeout(60)
    void identicalRequestsAtOnceMakeOneTask() throws Exception {
        Map<String, Object> task = visitTo(village.child(RiskLevel.LOW), director, due);
        int clerks = 6;
        List<RequestSpecification> requests =
                IntStream.range(0, clerks).mapToObj(i -> COORDINATOR.request()).toList();
        CountDownLatch together = new CountDownLatch(clerks);
        ExecutorService threads = Executors.newFixedThreadPool(clerks);
        List<Integer> statuses = new ArrayList<>();
        try {
            List<Future<Integer>> answers = requests.stream()
                    .map(request -> threads.submit(() -> {
                        together.countDown();
                        together.await();
                        return post(request, task).extract().statusCode();
                    }))
                    .toList();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(statuses).containsExactlyInAnyOrder(201, 200, 200, 200, 200, 200);
        assertThat(village.told(id(task))).hasSize(1);
    }
}
