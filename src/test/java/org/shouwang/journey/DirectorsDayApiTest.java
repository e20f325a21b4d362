package org.shouwang.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Tasks;

/** A children's director's day from the assignment to the settled task, end to end over HTTP. */
@QuarkusTest
class DirectorsDayApiTest {

    private static final UUID HOUSEHOLD = Demo.id("household", 1);
    private static final UUID OLDER = Demo.id("child", 2);
    private static final UUID YOUNGER = Demo.id("child", 3);

    /** Noon, and whatever else is late has been told, so that a phone registered now hears of the test's own task only. */
    @BeforeEach
    void noonOfAQuietDay() {
        Demo.moveTo(Demo.today(), LocalTime.NOON);
        Demo.sweep();
    }

    @AfterEach
    void realTime() {
        Demo.backToRealTime();
    }

    @Test
    void anUrgentVisitIsPushedOnceAndSettledByTheVisitToTheChild() {
        String phone = registerPhone();
        UUID task = assign(OLDER, "URGENT", Demo.today().plusDays(2));
        Demo.sweep();
        Demo.sweep();
        assertThat(pushes(phone, task)).hasSize(1);
        Accounts.DIRECTOR
                .request()
                .queryParam("assignee", "me")
                .get("/api/v1/tasks")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(task.toString()));

        UUID visit = UUID.randomUUID();
        Map<String, Object> form = visit(List.of(OLDER));
        record(visit, form, 201);

        assertStatus(task, "DONE");
        record(visit, form, 200);
        record(visit, with(form, "outcome", "MET_CHILD_AND_CAREGIVER"), 409);
        Accounts.DIRECTOR
                .request()
                .get("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("MET_CHILD"))
                .body("version", equalTo(0));
    }

    @Test
    void aPushHoldsNothingOfThePerson() {
        String phone = registerPhone();
        UUID task = assign(OLDER, "URGENT", Demo.today().plusDays(2));
        String name =
                Accounts.DIRECTOR.request().get("/api/v1/children/{id}", OLDER).path("fullName");

        Demo.sweep();

        Map<String, Object> push = pushes(phone, task).get(0);
        assertThat(push.toString()).doesNotContain(name, OLDER.toString(), task.toString(), Accounts.VILLAGE, "窑底");
        assertThat(push.get("data"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("nid", "type");
    }

    @Test
    void oneVisitSettlesTheTasksOfBothSiblings() {
        UUID first = assign(OLDER, "NORMAL", Demo.today().plusDays(3));
        UUID second = assign(YOUNGER, "NORMAL", Demo.today().plusDays(9));

        record(UUID.randomUUID(), visit(List.of(OLDER, YOUNGER)), 201);

        assertStatus(first, "DONE");
        assertStatus(second, "DONE");
    }

    @Test
    void nobodyHomeLeavesTheTaskOpen() {
        UUID task = assign(OLDER, "NORMAL", Demo.today().plusDays(3));
        Map<String, Object> form = with(visit(List.of()), "outcome", "NO_ONE_HOME");

        record(UUID.randomUUID(), with(form, "children", List.of(Map.of("childId", OLDER, "met", false))), 201);

        assertStatus(task, "NEW");
    }

    @Test
    void anAssignmentInTheEveningIsPushedInTheMorning() {
        String phone = registerPhone();
        LocalDate today = Demo.today();
        Demo.moveTo(today, LocalTime.of(21, 30));
        UUID task = assign(OLDER, "NORMAL", today.plusDays(5));

        Demo.sweep();
        assertThat(pushes(phone, task)).isEmpty();
        Demo.moveTo(today.plusDays(1), LocalTime.of(7, 59));
        Demo.sweep();
        assertThat(pushes(phone, task)).isEmpty();
        Demo.moveTo(today.plusDays(1), LocalTime.of(8, 0));
        Demo.sweep();

        assertThat(pushes(phone, task)).hasSize(1);
    }

    @Test
    void whatNobodyDidIsPassedUpOnTheDaysOfTheMatrix() {
        LocalDate due = Demo.today().plusDays(1);
        UUID child = mediumChild();
        UUID task = assign(child, "NORMAL", due);

        assertTold(task, due, 0, 0, 0);
        assertTold(task, due.plusDays(1), 1, 0, 0);
        assertTold(task, due.plusDays(2), 1, 0, 0);
        assertTold(task, due.plusDays(3), 1, 1, 0);
        assertTold(task, due.plusDays(13), 1, 1, 0);
        assertTold(task, due.plusDays(14), 1, 1, 1);
        assertTold(task, due.plusDays(40), 1, 1, 1);
    }

    @Test
    void theDirectorOfAnotherTownFindsNoneOfIt() {
        UUID task = assign(OLDER, "NORMAL", Demo.today().plusDays(3));
        UUID visit = UUID.randomUUID();
        Map<String, Object> form = visit(List.of(OLDER));
        record(visit, form, 201);

        for (String path : List.of(
                "/api/v1/tasks/" + task,
                "/api/v1/visits/" + visit,
                "/api/v1/children/" + OLDER,
                "/api/v1/households/" + HOUSEHOLD)) {
            Accounts.OTHER_TOWN_DIRECTOR.request().get(path).then().statusCode(404);
        }
        for (String list : List.of("tasks", "visits", "children", "households")) {
            Accounts.OTHER_TOWN_DIRECTOR
                    .request()
                    .queryParam("limit", 500)
                    .get("/api/v1/" + list)
                    .then()
                    .statusCode(200)
                    .body("next", equalTo(null))
                    .body("items.id", not(hasItem(task.toString())))
                    .body("items.id", not(hasItem(visit.toString())))
                    .body("items.id", not(hasItem(OLDER.toString())))
                    .body("items.id", not(hasItem(HOUSEHOLD.toString())));
        }
        Accounts.OTHER_TOWN_DIRECTOR
                .request()
                .body(form)
                .put("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(404);
    }

    /** The pushes to this phone that are about the task, whatever else it hears. */
    private static List<Map<String, Object>> pushes(String phone, UUID task) {
        List<String> about = Accounts.DIRECTOR
                .request()
                .queryParam("limit", 500)
                .get("/api/v1/notifications")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.subjectId == '" + task + "' }.id");
        return Demo.pushesTo(phone).stream()
                .filter(push -> about.contains(
                        String.valueOf(((Map<?, ?>) Objects.requireNonNull(push.get("data"))).get("nid"))))
                .toList();
    }

    private static String registerPhone() {
        String token = "phone-" + UUID.randomUUID();
        Accounts.DIRECTOR
                .request()
                .body(Map.of(
                        "platform", "ANDROID",
                        "channel", "FCM",
                        "target", Map.of("kind", "TOKEN", "value", token),
                        "appVersion", "1.0.0"))
                .put("/api/v1/devices/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);
        return token;
    }

    private static UUID assign(UUID child, String priority, LocalDate due) {
        Map<String, Object> task = Tasks.visitTo(child, Accounts.DIRECTOR.appointment("CHILDREN_DIRECTOR"), due);
        task.put("priority", priority);
        return Tasks.assigned(task);
    }

    private static Map<String, Object> visit(List<UUID> met) {
        List<Map<String, Object>> children = new ArrayList<>();
        met.forEach(child -> children.add(Map.of("childId", child, "met", true, "careQuality", "GOOD")));
        Map<String, Object> form = new HashMap<>();
        form.put("householdId", HOUSEHOLD);
        form.put("method", "HOME");
        form.put("purpose", "ROUTINE");
        form.put("startedAt", Demo.now().minusSeconds(3600).toString());
        form.put("outcome", "MET_CHILD");
        form.put("children", children);
        return form;
    }

    private static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    private static void record(UUID visit, Map<String, Object> form, int status) {
        Accounts.DIRECTOR
                .request()
                .body(form)
                .put("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(status);
    }

    private static void assertStatus(UUID task, String status) {
        Accounts.COORDINATOR
                .request()
                .get("/api/v1/tasks/{id}", task)
                .then()
                .statusCode(200)
                .body("status", equalTo(status));
    }

    private static UUID mediumChild() {
        String id = Accounts.DIRECTOR
                .request()
                .queryParam("riskLevel", "MEDIUM")
                .get("/api/v1/children")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        return UUID.fromString(id);
    }

    private static void assertTold(UUID task, LocalDate day, int director, int coordinator, int county) {
        Demo.moveTo(day, LocalTime.of(9, 0));
        Demo.sweep();
        Demo.sweep();
        assertThat(alerts(Accounts.DIRECTOR, "task-overdue", task))
                .as("director on %s", day)
                .isEqualTo(director);
        assertThat(alerts(Accounts.COORDINATOR, "task-overdue-township", task))
                .as("coordinator on %s", day)
                .isEqualTo(coordinator);
        assertThat(alerts(Accounts.COUNTY, "task-overdue-county", task))
                .as("county on %s", day)
                .isEqualTo(county);
    }

    private static int alerts(Accounts who, String event, UUID task) {
        return who.request()
                .queryParam("limit", 500)
                .get("/api/v1/notifications")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.event == '" + event + "' && it.subjectId == '" + task + "' }")
                .size();
    }
}
