package org.shouwang.task;

import static org.shouwang.testsupport.Accounts.COORDINATOR;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.shouwang.testsupport.Accounts;

/** Requests about tasks as an app makes them. */
final class TaskCalls {

    private TaskCalls() {}

    static ValidatableResponse post(RequestSpecification request, Object body) {
        return request.body(body).post("/api/v1/tasks").then();
    }

    /** Assigns the task as the coordinator does, and answers its id. */
    static UUID assigned(Map<String, Object> task) {
        post(COORDINATOR.request(), task).statusCode(201);
        return TaskJson.id(task);
    }

    static ValidatableResponse move(Accounts who, UUID task, String action, Map<String, Object> body) {
        return who.request()
                .body(body)
                .post("/api/v1/tasks/" + task + "/" + action)
                .then();
    }
}
