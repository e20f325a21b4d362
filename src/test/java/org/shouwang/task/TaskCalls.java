package org.shouwang.task;

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

    static ValidatableResponse move(Accounts who, UUID task, String action, Map<String, Object> body) {
        return who.request()
                .body(body)
                .post("/api/v1/tasks/" + task + "/" + action)
                .then();
    }
}
