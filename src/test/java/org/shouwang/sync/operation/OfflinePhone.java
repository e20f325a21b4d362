package org.shouwang.sync.operation;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Visits;

/** A phone that writes operations down and sends them, with a right clock unless a test says otherwise. */
final class OfflinePhone {

    private final RequestSpecification request;
    private final String workerId;

    OfflinePhone(Accounts who) {
        this.request = who.request();
        this.workerId = given().spec(request)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .extract()
                .path("worker.id");
    }

    String workerId() {
        return workerId;
    }

    RequestSpecification request() {
        return given().spec(request);
    }

    /** An operation that was done just now, on a record. */
    Map<String, Object> operation(String type, UUID record, Map<String, Object> form) {
        Map<String, Object> body = new HashMap<>(form);
        body.put("id", record);
        Map<String, Object> operation = new HashMap<>();
        operation.put("id", UUID.randomUUID());
        operation.put("type", type);
        operation.put("at", Demo.now().toString());
        operation.put("serverTimeOffset", 0);
        operation.put("workerId", workerId);
        operation.put("body", body);
        return operation;
    }

    /** The same operation with another value. */
    static Map<String, Object> with(Map<String, Object> operation, String field, @Nullable Object value) {
        Map<String, Object> changed = new HashMap<>(operation);
        changed.put(field, value);
        return changed;
    }

    /** The same operation with another value in its body. */
    static Map<String, Object> withBody(Map<String, Object> operation, String field, @Nullable Object value) {
        return with(operation, "body", with(body(operation), field, value));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> body(Map<String, Object> operation) {
        return (Map<String, Object>) operation.get("body");
    }

    @SafeVarargs
    final JsonPath push(Map<String, Object>... operations) {
        return send(Arrays.asList(operations)).statusCode(200).extract().jsonPath();
    }

    ValidatableResponse send(List<?> operations) {
        return request()
                .body(Map.of("sentAt", Instant.now().toString(), "operations", operations))
                .post("/api/v1/sync/operations")
                .then();
    }

    /** What the phone's feed says of one of its operations, from the start. */
    Map<String, Object> told(Object operationId) {
        String cursor = "";
        Map<String, Object> told = null;
        boolean more = true;
        while (more) {
            JsonPath page = request()
                    .get("/api/v1/sync/changes?limit=500&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            Map<String, Object> found =
                    page.getMap("changes.find { it.kind == 'operation' && it.id == '" + operationId + "' }.data");
            told = found == null ? told : found;
            cursor = page.getString("cursor");
            more = page.getBoolean("more");
        }
        return java.util.Objects.requireNonNull(told);
    }

    static Map<String, Object> visit(UUID household, UUID... met) {
        Map<String, Object> form = Visits.met(household, met);
        form.put("startedAt", Demo.now().minusSeconds(3600).toString());
        return form;
    }
}
