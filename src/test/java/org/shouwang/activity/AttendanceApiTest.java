package org.shouwang.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.EXECUTIVE;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;
import static org.shouwang.testsupport.Accounts.STATISTICS;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class AttendanceApiTest {

    @Inject
    DataSource database;

    private UUID first;
    private UUID second;
    private UUID foreign;

    @BeforeEach
    void children() {
        Families.Household family = Families.settle(DIRECTOR, Accounts.VILLAGE);
        first = Families.register(DIRECTOR, Accounts.VILLAGE, family, "LOW");
        second = Families.register(DIRECTOR, Accounts.VILLAGE, family, "LOW");
        foreign = Families.register(
                OTHER_TOWN_DIRECTOR, "610304106200", Families.settle(OTHER_TOWN_DIRECTOR, "610304106200"), "LOW");
    }

    private static Map<String, Object> attended(Object children) {
        return Records.with(Records.activity(Accounts.VILLAGE), "attendance", children);
    }

    private static ValidatableResponse put(Accounts who, UUID id, Map<String, Object> activity) {
        return who.request().body(activity).put("/api/v1/activities/" + id).then();
    }

    private static String[] texts(UUID... ids) {
        return Stream.of(ids).map(UUID::toString).sorted().toArray(String[]::new);
    }

    @Test
    void theListIsShownToThoseWhoMayReadTheFiles() {
        UUID id = UUID.randomUUID();
        Map<String, Object> activity = attended(List.of(first, second));

        put(DIRECTOR, id, activity).statusCode(201).body("attendance", contains(texts(first, second)));

        put(DIRECTOR, id, activity).statusCode(200).body("attendance", contains(texts(first, second)));
        String path = "/api/v1/activities/" + id;
        COORDINATOR.request().get(path).then().statusCode(200).body("attendance", contains(texts(first, second)));
        for (Accounts blind : List.of(STATISTICS, EXECUTIVE)) {
            blind.request().get(path).then().statusCode(200).body("attendance", empty());
            blind.request()
                    .get("/api/v1/activities?limit=500&area=" + Accounts.VILLAGE)
                    .then()
                    .body("items.find { it.id == '" + id + "' }.attendance", empty());
        }
        put(DIRECTOR, id, attended(List.of(first))).statusCode(409);
    }

    @Test
    void whoeverLooksAtAListLooksAtItsChildren() throws SQLException {
        UUID id = UUID.randomUUID();
        put(DIRECTOR, id, attended(List.of(first, second))).statusCode(201);
        String one = "/api/v1/activities/" + id;

        for (Map.Entry<String, String> look : Map.of(
                        "activity.read",
                        one,
                        "activity.list",
                        "/api/v1/activities?limit=500&area=" + Accounts.VILLAGE,
                        "activity.sync",
                        "/api/v1/sync/changes?limit=500")
                .entrySet()) {
            assertThat(logged(DIRECTOR, look.getKey(), look.getValue(), id)).isOne();
        }
        assertThat(logged(STATISTICS, "activity.read", one, id)).isZero();
    }

    /** How many rows of the access log name the activity and both of its children after this look. */
    private long logged(Accounts who, String action, String path, UUID activity) throws SQLException {
        String request = UUID.randomUUID().toString();
        who.request().header("X-Request-Id", request).get(path).then().statusCode(200);
        return Sql.number(
                database,
                "select count(*) from access_log where request_id = ? and action = ? and subject_ids @> array[?, ?, ?]",
                request,
                action,
                activity,
                first,
                second);
    }

    @Test
    void onlyRegisteredChildrenOfTheScopeAreNamedAndTheRestIsAlikeUnknown() {
        UUID id = UUID.randomUUID();

        put(DIRECTOR, id, attended(List.of(first, foreign, UUID.randomUUID())))
                .statusCode(422)
                .body("violations.field", contains("attendance[1]", "attendance[2]"))
                .body("violations.rule", contains("attendance-registered", "attendance-registered"));
        put(EXECUTIVE, id, attended(List.of(first)))
                .statusCode(422)
                .body("violations.rule", contains("attendance-registered"));

        DIRECTOR.request().get("/api/v1/activities/" + id).then().statusCode(404);
    }

    @Test
    void nobodyIsNamedTwiceAndNotMoreThanWereCounted() {
        put(DIRECTOR, UUID.randomUUID(), attended(List.of(first, first)))
                .statusCode(422)
                .body("violations.field", contains("attendance[1]"))
                .body("violations.rule", contains("attendance-twice"));

        Map<String, Object> alone = attended(List.of(first, second));
        for (String count : List.of(
                "Children",
                "Boys",
                "Girls",
                "Age3To5",
                "Age6To11",
                "Age12To15",
                "Age16To17",
                "LeftBehind",
                "Difficult",
                "Disabled")) {
            alone = Records.with(
                    alone,
                    "count" + count,
                    List.of("Children", "Boys", "Age6To11").contains(count) ? 1 : 0);
        }
        put(DIRECTOR, UUID.randomUUID(), alone)
                .statusCode(422)
                .body("violations.rule", contains("attendance-count"))
                .body("violations.message", contains("签到名单 2 人不能多于儿童总数 1。"));
    }

    @Test
    void sessionsPersonTimesAndPersonsAreThreeNumbers() {
        String day = "2025-02-11";
        for (List<UUID> list : List.of(List.of(first, second), List.of(first), List.<UUID>of())) {
            Map<String, Object> activity = Records.with(attended(list), "startedAt", day + "T00:30:00+08:00");
            put(DIRECTOR, UUID.randomUUID(), Records.with(activity, "endedAt", day + "T01:30:00+08:00"))
                    .statusCode(201);
        }
        Map<String, Object> reading = Records.with(attended(List.of(first)), "themeCode", "READING");
        put(
                        DIRECTOR,
                        UUID.randomUUID(),
                        Records.with(
                                Records.with(reading, "startedAt", day + "T23:30:00+08:00"),
                                "endedAt",
                                "2025-02-12T00:30:00+08:00"))
                .statusCode(201);

        JsonPath numbers = statistics(COORDINATOR, "area=" + Accounts.TOWN + "&from=" + day + "&to=" + day)
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(numbers.getMap("total"))
                .containsEntry("sessions", 4)
                .containsEntry("distinctRegisteredChildren", 2)
                .containsEntry("sessionsWithAttendance", 3);
        assertThat(numbers.getMap("total.personTimes"))
                .containsEntry("children", 84)
                .containsEntry("boys", 48)
                .containsEntry("women", 16);
        assertThat(numbers.getList("byTheme.themeCode")).containsExactly("DROWNING", "READING");
        assertThat(numbers.getList("byTheme.numbers.sessions")).containsExactly(3, 1);
        assertThat(numbers.getList("byTheme.numbers.distinctRegisteredChildren"))
                .containsExactly(2, 1);
    }

    @Test
    void withoutActivitiesAllNumbersAreZeroAndForeignAreasAreNotThere() {
        statistics(DIRECTOR, "from=2001-01-01&to=2001-01-01")
                .statusCode(200)
                .body("total.sessions", equalTo(0))
                .body("total.personTimes.children", equalTo(0))
                .body("total.distinctRegisteredChildren", equalTo(0))
                .body("byTheme", empty());

        statistics(DIRECTOR, "area=610304106200").statusCode(404);
        statistics(DIRECTOR, "area=610304101999").statusCode(404);
    }

    private static ValidatableResponse statistics(Accounts who, String query) {
        return who.request().get("/api/v1/activities/statistics?" + query).then();
    }
}
