package org.shouwang.platform.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;

@QuarkusTest
class LongListApiTest {

    @Test
    void aBodyFullOfEmptyObjectsIsRefusedWhileItIsRead() {
        assign(300_000)
                .statusCode(400)
                .time(lessThan(5L), SECONDS)
                .body("type", equalTo("urn:shouwang:problem:malformed-request"))
                .body("violations.field", hasItem("tasks[200]"));

        Accounts.COORDINATOR.request().get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void anAnswerNamesAtMostAHundredViolations() {
        assign(200).statusCode(422).body("violations", hasSize(100));
    }

    private static ValidatableResponse assign(int tasks) {
        String body = "{\"tasks\":[" + String.join(",", Collections.nCopies(tasks, "{}")) + "]}";
        return Accounts.COORDINATOR.request().body(body).post("/api/v1/tasks").then();
    }
}
