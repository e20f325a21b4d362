package org.shouwang.sync;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.shouwang.testsupport.Accounts;

/** A phone that holds the versions of everything that it was told of, and sums them up as the contract says. */
final class FullPhone {

    private static final int MOST_PULLS = 20;

    private final RequestSpecification request;
    private final Map<String, Map<UUID, Integer>> records = new TreeMap<>();
    private String cursor = "";

    FullPhone(Accounts who) {
        this(who.request());
    }

    FullPhone(RequestSpecification request) {
        this.request = request;
    }

    String cursor() {
        return cursor;
    }

    /** Versions by id. */
    Map<UUID, Integer> of(String kind) {
        return records.computeIfAbsent(kind, any -> new TreeMap<>());
    }

    Map<String, Map<UUID, Integer>> all() {
        return records;
    }

    RequestSpecification request() {
        return given().spec(request);
    }

    /** Pulls until a pull brings nothing. */
    FullPhone pull() {
        for (int i = 0; i < MOST_PULLS; i++) {
            if (pullOnce() == 0) {
                return this;
            }
        }
        throw new IllegalStateException("every pull brings something");
    }

    private int pullOnce() {
        int told = 0;
        boolean more = true;
        while (more) {
            JsonPath page = page(500);
            told += page.getList("changes").size();
            more = page.getBoolean("more");
        }
        return told;
    }

    JsonPath page(int limit) {
        JsonPath page = request()
                .get("/api/v1/sync/changes?limit={limit}&cursor={cursor}", limit, cursor)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<String> reference = page.getList("replaced");
        List<Map<String, Object>> changes = page.getList("changes");
        take(changes.stream()
                .filter(change -> reference == null || !reference.contains(change.get("kind")))
                .toList());
        cursor = page.getString("cursor");
        return page;
    }

    void take(List<Map<String, Object>> changes) {
        for (Map<String, Object> change : changes) {
            Map<UUID, Integer> kind = of((String) change.get("kind"));
            UUID id = UUID.fromString((String) change.get("id"));
            if (Boolean.TRUE.equals(change.get("removed"))) {
                kind.remove(id);
            } else {
                kind.put(id, (Integer) change.get("version"));
            }
        }
    }

    Response digest() {
        return request().get("/api/v1/sync/digest?cursor={cursor}", cursor);
    }

    /** Count and checksum of a kind, as this phone holds it. */
    String sum(String kind) {
        return HeldSum.of(of(kind)).toString();
    }
}
