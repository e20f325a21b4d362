package org.shouwang.testsupport;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All pages of one pull.
 *
 * @param replaced what each page said of it, null where it said nothing
 */
public record Pulled(List<Map<String, Object>> changes, List<@Nullable List<String>> replaced, String cursor) {

    /** Pulls from the start. */
    public static Pulled full(String token) {
        return since(token, "", 500);
    }

    /** Pulls what has changed since another pull. */
    public Pulled next(String token) {
        return since(token, cursor, 500);
    }

    public static Pulled since(String token, String cursor, int limit) {
        List<Map<String, Object>> changes = new ArrayList<>();
        List<@Nullable List<String>> replaced = new ArrayList<>();
        String next = cursor;
        boolean more = true;
        while (more) {
            JsonPath page = given().auth()
                    .oauth2(token)
                    .queryParam("limit", limit)
                    .queryParam("cursor", next)
                    .get("/api/v1/sync/changes")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            changes.addAll(page.getList("changes"));
            replaced.add(page.getList("replaced"));
            next = page.getString("cursor");
            more = page.getBoolean("more");
        }
        return new Pulled(changes, replaced, next);
    }

    /** What it said of a record. */
    public Optional<Map<String, Object>> of(UUID id) {
        return changes.stream()
                .filter(change -> change.get("id").equals(id.toString()))
                .findFirst();
    }

    /** The record as it came; empty where it did not come, or was removed. */
    @SuppressWarnings("unchecked")
    public Optional<Map<String, Object>> data(UUID id) {
        return of(id).map(change -> (Map<String, Object>) change.get("data"));
    }

    /** The status of each task that it told of, or REMOVED. */
    public Map<UUID, String> tasks() {
        return changes.stream()
                .filter(change -> change.get("kind").equals("task"))
                .collect(Collectors.toMap(
                        change -> UUID.fromString((String) change.get("id")),
                        change -> change.get("data") instanceof Map<?, ?> task
                                ? (String) task.get("status")
                                : "REMOVED"));
    }

    public boolean removes(UUID id) {
        return of(id).filter(change -> Boolean.TRUE.equals(change.get("removed")))
                .isPresent();
    }

    /** All records of a kind. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> kind(String kind) {
        return changes.stream()
                .filter(change -> change.get("kind").equals(kind))
                .map(change -> (Map<String, Object>) change.get("data"))
                .toList();
    }
}
