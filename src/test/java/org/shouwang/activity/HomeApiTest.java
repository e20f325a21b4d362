package org.shouwang.activity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;

@QuarkusTest
class HomeApiTest {

    @Test
    void repeatedRegistrationChangesNothingAndAnotherBodyIsRefused() {
        UUID id = UUID.randomUUID();
        Map<String, Object> home = Records.home(Accounts.VILLAGE);
        put(Accounts.DIRECTOR, id, home, 201);

        put(Accounts.DIRECTOR, id, home, 200);

        put(Accounts.DIRECTOR, id, Records.with(home, "name", "另一个儿童之家"), 409);
        Accounts.DIRECTOR
                .request()
                .get("/api/v1/homes/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("name", equalTo(home.get("name")))
                .body("zones", contains("PLAY", "READING"))
                .body("indoorM2", equalTo(36.5f))
                .body("recordedAreaCode", equalTo(Accounts.VILLAGE));
    }

    @Test
    void whatIsSaidOfAHomeInFullIsReadBackAndItsHoursAreCounted() {
        UUID id = UUID.randomUUID();
        Map<String, Object> details = Map.of(
                "equipment",
                List.of(Map.of("name", "乒乓球台", "quantity", 1)),
                "openingHours",
                List.of(Map.of("season", "TERM", "weekday", "SATURDAY", "from", "09:00", "to", "11:30")),
                "staff",
                List.of(Map.of("role", "MANAGER"), Map.of("role", "VOLUNTEER")),
                "safetyChecks",
                List.of(Map.of(
                        "checkedOn", "2026-01-05", "fireSafe", true, "electricitySafe", true, "firstAidKit", false)),
                "funds",
                List.of(Map.of("year", 2025, "source", "县财政", "yuan", 20000.50)));
        Map<String, Object> home = new HashMap<>(Records.home(Accounts.VILLAGE));
        home.putAll(details);
        home.putAll(Map.of("geoLat", 34.351234, "geoLng", 107.351234, "bookCount", 300, "hasSign", true));

        put(Accounts.DIRECTOR, id, home, 201);

        put(Accounts.DIRECTOR, id, home, 200);
        Accounts.DIRECTOR
                .request()
                .get("/api/v1/homes/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("bookCount", equalTo(300))
                .body("hasSign", equalTo(true))
                .body("rulesPosted", equalTo(null))
                .body("geoLat", equalTo(34.351234f))
                .body("equipment[0].name", equalTo("乒乓球台"))
                .body("staff.role", contains("MANAGER", "VOLUNTEER"))
                .body("funds[0].yuan", equalTo(20000.5f))
                .body("hoursPerWeekInTerm", equalTo(2.5f))
                .body("nextSafetyCheckOn", equalTo("2026-04-05"))
                .body("qualified", equalTo(false));
    }

    @Test
    void theStaffOfAHomeAreWorkers() {
        Map<String, Object> home = new HashMap<>(Records.home(Accounts.VILLAGE));
        home.put("staff", List.of(Map.of("role", "MANAGER", "workerId", UUID.randomUUID())));

        Accounts.DIRECTOR
                .request()
                .body(home)
                .put("/api/v1/homes/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("violations.rule", contains("home-staff"));
    }

    @Test
    void anotherTownSeesNothingOfIt() {
        UUID id = UUID.randomUUID();
        Map<String, Object> home = Records.home(Accounts.VILLAGE);
        put(Accounts.DIRECTOR, id, home, 201);

        put(Accounts.OTHER_TOWN_DIRECTOR, id, home, 404);

        put(Accounts.OTHER_TOWN_DIRECTOR, UUID.randomUUID(), home, 404);
        Accounts.OTHER_TOWN_DIRECTOR.request().get("/api/v1/homes/" + id).then().statusCode(404);
        assertThat(listed(Accounts.OTHER_TOWN_DIRECTOR, "")).doesNotContain(id.toString());
        assertThat(listed(Accounts.COORDINATOR, "&area=" + Accounts.VILLAGE)).contains(id.toString());
        assertThat(listed(Accounts.COUNTY, "&area=" + Accounts.SECOND_VILLAGE)).doesNotContain(id.toString());
    }

    @Test
    void onlyRolesWithTheRightRegister() {
        put(Accounts.STATISTICS, UUID.randomUUID(), Records.home(Accounts.VILLAGE), 403);
        put(Accounts.ADMINISTRATOR, UUID.randomUUID(), Records.home(Accounts.VILLAGE), 403);
    }

    @Test
    void codeOfAnotherVillageAndTooFewZonesAreNamed() {
        Map<String, Object> home = Records.with(
                Records.with(Records.home(Accounts.VILLAGE), "homeCode", Accounts.SECOND_VILLAGE + "001"),
                "zones",
                List.of("PLAY", "PLAY"));

        Accounts.DIRECTOR
                .request()
                .body(home)
                .put("/api/v1/homes/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("violations.rule", contains("home-code-of-area", "home-zones"))
                .body("violations[1].message", equalTo("功能区至少要有 2 个，现在只有 1 个。"));
    }

    @Test
    void townIsNoVillage() {
        Accounts.COORDINATOR
                .request()
                .body(Records.home(Accounts.TOWN))
                .put("/api/v1/homes/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("violations.rule", hasItem("village-needed"));
    }

    @Test
    void unreadableBodiesAreClearProblems() {
        RequestSpecification director = Accounts.DIRECTOR.request();
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of(
                        "homeType", "PALACE", "openedOn", "2024-02-30", "areaCode", "61", "indoorM2", "big", "zones", 7)
                .entrySet()) {
            director.body(Records.with(Records.home(Accounts.VILLAGE), wrong.getKey(), wrong.getValue()))
                    .put("/api/v1/homes/" + UUID.randomUUID())
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:shouwang:problem:malformed-request"));
        }
        director.body(Records.with(Records.home(Accounts.VILLAGE), "openedOn", "+999999999-12-31"))
                .put("/api/v1/homes/" + UUID.randomUUID())
                .then()
                .statusCode(400);
        director.body(Records.home(Accounts.VILLAGE))
                .put("/api/v1/homes/none")
                .then()
                .statusCode(400);
    }

    @Test
    void racingRegistrationsOfOneCodeRegisterOnce() throws Exception {
        Map<String, Object> home = Records.home(Accounts.VILLAGE);

        List<Integer> statuses = race(8, () -> UUID.randomUUID(), home);

        assertThat(statuses)
                .containsOnlyOnce(201)
                .filteredOn(status -> status != 201)
                .hasSize(7)
                .containsOnly(409);
    }

    @Test
    void racingRepeatsOfOneRequestAreOneRecord() throws Exception {
        UUID id = UUID.randomUUID();

        List<Integer> statuses = race(8, () -> id, Records.home(Accounts.VILLAGE));

        assertThat(statuses)
                .containsOnlyOnce(201)
                .filteredOn(status -> status != 201)
                .hasSize(7)
                .containsOnly(200);
    }

    @Test
    void pagesGoThroughAllHomesOnce() {
        for (int i = 0; i < 3; i++) {
            put(Accounts.DIRECTOR, UUID.randomUUID(), Records.home(Accounts.VILLAGE), 201);
        }
        List<String> all = listed(Accounts.DIRECTOR, "");

        List<String> paged = Records.paged(Accounts.DIRECTOR, "/api/v1/homes?limit=1");

        assertThat(paged).isEqualTo(all).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aSizeBeyondAnyHouseIsRefused() {
        Map<String, Object> home = Records.home(Accounts.VILLAGE);
        BigDecimal huge = new BigDecimal("1e2147483647");

        put(Accounts.DIRECTOR, UUID.randomUUID(), Records.with(home, "indoorM2", huge), 422);
        put(Accounts.DIRECTOR, UUID.randomUUID(), Records.with(home, "outdoorM2", huge), 422);
    }

    private static List<Integer> race(int requests, Supplier<UUID> id, Map<String, Object> body) throws Exception {
        RequestSpecification director = Accounts.DIRECTOR.request().body(body);
        List<RequestSpecification> each =
                Stream.generate(() -> given().spec(director)).limit(requests).toList();
        ExecutorService clients = Executors.newFixedThreadPool(requests);
        try {
            List<Future<Integer>> answers = each.stream()
                    .map(request -> clients.submit(
                            () -> request.put("/api/v1/homes/" + id.get()).statusCode()))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            clients.shutdown();
        }
    }

    private static void put(Accounts who, UUID id, Map<String, Object> home, int status) {
        who.request().body(home).put("/api/v1/homes/" + id).then().statusCode(status);
    }

    private static List<String> listed(Accounts who, String query) {
        return who.request()
                .get("/api/v1/homes?limit=500" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
