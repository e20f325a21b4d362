package org.shouwang.sync.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.shouwang.sync.operation.OfflinePhone.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;

/** What was done to a task offline meets what others did to it meanwhile. */
@QuarkusTest
class LateTaskApiTest {

    private OfflinePhone phone;
    private UUID task;

    @BeforeEach
    void aTaskOfTheDirector() {
        phone = new OfflinePhone(Accounts.DIRECTOR);
        task = TypeCase.assigned();
    }

    private static void meanwhile(Accounts who, UUID task, String action, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("id", UUID.randomUUID());
        who.request()
                .body(body)
                .post("/api/v1/tasks/{id}/" + action, task)
                .then()
                .statusCode(200);
    }

    private void givenToAnother() {
        meanwhile(
                Accounts.COORDINATOR,
                task,
                "reassign",
                Map.of("reason", "调整", "assigneeAppointmentId", Accounts.EXECUTIVE.appointment("WOMENS_EXECUTIVE")));
    }

    private JsonPath push(String type, Map<String, Object> form) {
        return phone.push(phone.operation(type, task, form));
    }

    private ValidatableResponse taskNow() {
        return Accounts.COORDINATOR
                .request()
                .get("/api/v1/tasks/{id}", task)
                .then()
                .statusCode(200);
    }

    @Test
    void thePhoneIsToldTheVersionThatItMade() {
        JsonPath answer = push("task.accept", Map.of());

        assertThat(answer.getString("results[0].outcome")).isEqualTo("APPLIED");
        taskNow().body("version", equalTo(answer.getInt("results[0].record.version")));
    }

    @Test
    void whatIsDoneAlreadyIsAgreedTo() {
        meanwhile(Accounts.DIRECTOR, task, "complete", Map.of());

        assertThat(push("task.complete", Map.of()).getString("results[0].outcome"))
                .isEqualTo("MERGED");
        assertThat(push("task.accept", Map.of()).getString("results[0].outcome"))
                .isEqualTo("MERGED");
        taskNow().body("status", equalTo("DONE"));
    }

    @Test
    void aCancelledTaskStaysCancelled() {
        meanwhile(Accounts.COORDINATOR, task, "cancel", Map.of("reason", "不再需要"));

        JsonPath answer = push("task.complete", Map.of());

        assertThat(answer.getString("results[0].outcome")).isEqualTo("MERGED");
        taskNow()
                .body("status", equalTo("CANCELLED"))
                .body("version", equalTo(answer.getInt("results[0].record.version")));
    }

    @Test
    void whatWasFinishedBeforeItWasGivenAwayIsFinished() {
        String before = Demo.now().toString();
        givenToAnother();

        JsonPath answer = phone.push(with(phone.operation("task.complete", task, Map.of()), "at", before));

        assertThat(answer.getString("results[0].outcome")).isEqualTo("APPLIED");
        taskNow().body("status", equalTo("DONE"));
    }

    @Test
    void whatWasFinishedAfterItWasGivenAwayIsForAPersonToSee() {
        givenToAnother();

        assertThat(push("task.complete", Map.of()).getString("results[0].problem.type"))
                .endsWith("state-conflict");
        taskNow().body("status", equalTo("NEW"));
    }

    @Test
    void toReturnOrAcceptWhatIsSomebodyElsesChangesNothing() {
        givenToAnother();

        assertThat(push("task.return", Map.of("reason", "不在村")).getString("results[0].outcome"))
                .isEqualTo("MERGED");
        assertThat(push("task.accept", Map.of()).getString("results[0].outcome"))
                .isEqualTo("MERGED");
        taskNow().body("status", equalTo("NEW")).body("returnReason", equalTo("调整"));
    }

    @Test
    void aCoordinatorsCancellationOfWhatIsDoneLeavesItDone() {
        OfflinePhone coordinator = new OfflinePhone(Accounts.COORDINATOR);
        meanwhile(Accounts.DIRECTOR, task, "complete", Map.of());

        JsonPath answer = coordinator.push(coordinator.operation("task.cancel", task, Map.of("reason", "不再需要")));

        assertThat(answer.getString("results[0].outcome")).isEqualTo("MERGED");
        taskNow().body("status", equalTo("DONE")).body("returnReason", nullValue());
    }

    @Test
    void aVisitTaskIsNotCompletedByHandOfflineEither() {
        visitTask(TypeCase.Family.settled().child());

        assertThat(push("task.complete", Map.of()).getString("results[0].problem.violations[0].rule"))
                .isEqualTo("visit-needed");
    }

    private JsonPath coordinatorsLate(String type, String before, Map<String, Object> more) {
        OfflinePhone coordinator = new OfflinePhone(Accounts.COORDINATOR);
        Map<String, Object> form = with(more, "reason", "调整");
        return coordinator.push(with(coordinator.operation(type, task, form), "at", before));
    }

    private static UUID executive() {
        return Accounts.EXECUTIVE.appointment("WOMENS_EXECUTIVE");
    }

    private void givenByTheTown() {
        meanwhile(
                Accounts.TOWNSHIP_CHAIR,
                task,
                "reassign",
                Map.of("reason", "调整", "assigneeAppointmentId", executive()));
    }

    @Test
    void whatSomebodyElseHasGivenToAnotherIsNotCancelledAnyMore() {
        String before = Demo.now().toString();
        givenByTheTown();

        JsonPath answer = coordinatorsLate("task.cancel", before, Map.of());

        assertThat(answer.getString("results[0].problem.type")).endsWith("state-conflict");
        taskNow().body("status", equalTo("NEW"));
    }

    @Test
    void aPhoneWithoutItsTimeOverrulesNobody() {
        OfflinePhone coordinator = new OfflinePhone(Accounts.COORDINATOR);
        givenByTheTown();
        Map<String, Object> form =
                Map.of("reason", "换回", "assigneeAppointmentId", Accounts.DIRECTOR.appointment("CHILDREN_DIRECTOR"));

        JsonPath answer =
                coordinator.push(with(coordinator.operation("task.reassign", task, form), "serverTimeOffset", null));

        assertThat(answer.getString("results[0].problem.type")).endsWith("state-conflict");
        taskNow().body("assigneeAppointmentId", equalTo(executive().toString()));
    }

    @Test
    void aVisitThatACallAskedForSinceIsNotCancelled() {
        UUID child = TypeCase.Family.settled().child();
        visitTask(child);
        String before = Demo.now().toString();
        Accounts.DIRECTOR
                .request()
                .body(Map.of(
                        "childIds",
                        List.of(child),
                        "contactedAt",
                        Demo.now().minusSeconds(3600).toString(),
                        "channel",
                        "PHONE",
                        "counterpart",
                        "CAREGIVER",
                        "reached",
                        true,
                        "needsVisit",
                        true))
                .put("/api/v1/contacts/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);

        JsonPath answer = coordinatorsLate("task.cancel", before, Map.of());

        assertThat(answer.getString("results[0].problem.type")).endsWith("state-conflict");
        taskNow().body("status", equalTo("NEW"));
    }

    /** Due within the three days in which a call finds it. */
    private void visitTask(UUID child) {
        task = UUID.randomUUID();
        Map<String, Object> form = new HashMap<>(TypeCase.task("VISIT"));
        form.put("id", task);
        form.put("subjectType", "CHILD");
        form.put("subjectId", child);
        form.put("dueOn", Demo.today().plusDays(2).toString());
        form.remove("areaCode");
        Accounts.COORDINATOR.request().body(form).post("/api/v1/tasks").then().statusCode(201);
    }
}
