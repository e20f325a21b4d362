package org.shouwang.task;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.testsupport.Accounts;

/** A phone that pulls, and says what it was told of tasks. */
final class TaskPhone {

    private final RequestSpecification request;
    private @Nullable String cursor;

    TaskPhone(Accounts who) {
        this.request = who.request();
    }

    /** One pull, all its pages: the status of each task that it named, or REMOVED. */
    Map<UUID, String> pull() {
        Map<UUID, String> told = new HashMap<>();
        boolean more = true;
        while (more) {
            JsonPath page = given().spec(request)
                    .get("/api/v1/sync/changes" + (cursor == null ? "" : "?cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.<Map<String, Object>>getList("changes.findAll { it.kind == 'task' }")
                    .forEach(change -> told.put(UUID.fromString((String) change.get("id")), status(change)));
            cursor = page.getString("cursor");
            more = page.getBoolean("more");
        }
        return told;
    }

    private static String status(Map<String, Object> change) {
        return Boolean.TRUE.equals(change.get("removed"))
                ? "REMOVED"
                : (String) ((Map<?, ?>) change.get("data")).get("status");
    }
}
