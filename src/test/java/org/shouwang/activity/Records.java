package org.shouwang.activity;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.shouwang.testsupport.Accounts;

/** Bodies of homes and activities that are in order, for tests to spoil. */
public final class Records {

    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    private Records() {}

    public static Map<String, Object> home(String village) {
        int number = NUMBER.incrementAndGet();
        return Map.of(
                "name",
                "平安儿童之家 " + number,
                "homeCode",
                village + number,
                "areaCode",
                village,
                "address",
                "村委会院内",
                "homeType",
                "VILLAGE",
                "openedOn",
                "2024-09-01",
                "status",
                "OPEN",
                "indoorM2",
                36.5,
                "zones",
                List.of("PLAY", "READING"),
                "functions",
                List.of("GAME"));
    }

    /** 12 boys and 9 girls at a place of the village. */
    public static Map<String, Object> activity(String village) {
        Map<String, Object> activity = new HashMap<>(Map.of(
                "title", "防溺水安全课",
                "themeCode", "DROWNING",
                "place", "村委会广场",
                "areaCode", village,
                "startedAt", "2025-06-01T09:00:00+08:00",
                "endedAt", "2025-06-01T11:00:00+08:00",
                "summary", "讲解防溺水六不准。"));
        Map.of("Boys", 12, "Girls", 9, "Age0To2", 0, "Age3To5", 3, "Age6To11", 10, "Age12To15", 6, "Age16To17", 2)
                .forEach((name, count) -> activity.put("count" + name, count));
        Map.of(
                        "Children",
                        21,
                        "LeftBehind",
                        8,
                        "Difficult",
                        2,
                        "Migrant",
                        0,
                        "Disabled",
                        1,
                        "Parents",
                        5,
                        "Women",
                        4,
                        "Volunteers",
                        3)
                .forEach((name, count) -> activity.put("count" + name, count));
        return activity;
    }

    /** The body with one field changed, or without it when the value is null. */
    public static Map<String, Object> with(Map<String, Object> body, String field, @Nullable Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.remove(field);
        if (value != null) {
            changed.put(field, value);
        }
        return changed;
    }

    /** The ids of all pages of a list. */
    static List<String> paged(Accounts who, String list) {
        RequestSpecification request = who.request();
        List<String> ids = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = given().spec(request)
                    .get(list + (next.isEmpty() ? "" : "&cursor=" + next))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("items.id", String.class));
            next = page.getString("next");
        }
        return ids;
    }
}
