package org.shouwang.sync;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.testsupport.Accounts;

/** A phone that pulls, and holds the versions of the children's homes it was told of. */
final class Phone implements HomeHolder {

    private final RequestSpecification request;
    private final Map<UUID, Integer> homes = new HashMap<>();
    private @Nullable String cursor;

    Phone(Accounts who) {
        this.request = who.request();
    }

    /** One change of a home: its version, or null when it was removed. */
    record Told(
            UUID id, @Nullable Integer version, @Nullable String area) {}

    @Override
    public Map<UUID, Integer> homes() {
        return homes;
    }

    String cursor() {
        return String.valueOf(cursor);
    }

    /** Takes all pages of one pull and answers what it was told. */
    List<Told> pull(int limit) {
        List<Told> told = new ArrayList<>();
        while (page(limit, told)) {}
        return told;
    }

    @Override
    public boolean page(int limit) {
        return page(limit, new ArrayList<>());
    }

    private boolean page(int limit, List<Told> told) {
        JsonPath page = given().spec(request)
                .get("/api/v1/sync/changes?limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        for (Map<String, Object> change : page.<Map<String, Object>>getList("changes")) {
            if (change.get("kind").equals("home")) {
                told.add(take(change));
            }
        }
        cursor = page.getString("cursor");
        return page.getBoolean("more");
    }

    private Told take(Map<String, Object> change) {
        UUID id = UUID.fromString((String) change.get("id"));
        if (Boolean.TRUE.equals(change.get("removed"))) {
            homes.remove(id);
            return new Told(id, null, null);
        }
        Integer version = (Integer) change.get("version");
        homes.put(id, version);
        return new Told(id, version, (String) ((Map<?, ?>) change.get("data")).get("areaCode"));
    }
}
