package org.shouwang.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;

@QuarkusTest
class ActivityApiTest {

    @Test
    void recordedActivityIsReadBackWithItsCountsAndHost() {
        UUID id = UUID.randomUUID();
        put(Accounts.DIRECTOR, id, Records.activity(Accounts.VILLAGE)).statusCode(201);

        ValidatableResponse read = get(Accounts.DIRECTOR, id);

        read.statusCode(200)
                .header("ETag", "\"0\"")
                .body("startedAt", equalTo("2025-06-01T01:00:00Z"))
                .body("countChildren", equalTo(21))
                .body("countAge6To11", equalTo(10))
                .body("countVolunteers", equalTo(3))
                .body("counts", nullValue())
                .body(
                        "hostAppointmentId",
                        equalTo(Accounts.DIRECTOR
                                .appointment("CHILDREN_DIRECTOR")
                                .toString()));
    }

    @Test
    void moreLeftBehindThanChildrenIsRefusedWithTheRulesSentence() {
        UUID id = UUID.randomUUID();

        put(Accounts.DIRECTOR, id, Records.with(Records.activity(Accounts.VILLAGE), "countLeftBehind", 22))
                .statusCode(422)
                .body("violations.field", contains("countLeftBehind"))
                .body("violations.message", contains("留守儿童数 22 不能大于儿童总数 21。"));

        get(Accounts.DIRECTOR, id).statusCode(404);
    }

    @Test
    void repeatIsAnsweredAndAnotherBodyRefused() {
        UUID id = UUID.randomUUID();
        Map<String, Object> activity = Records.activity(Accounts.VILLAGE);
        put(Accounts.DIRECTOR, id, activity).statusCode(201);

        put(Accounts.DIRECTOR, id, activity).statusCode(200);

        put(Accounts.DIRECTOR, id, Records.with(activity, "title", "另一次活动"))
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:id-reused"));
    }

    @Test
    void activityInAHomeBelongsToTheHomesVillage() {
        UUID home = UUID.randomUUID();
        Accounts.DIRECTOR
                .request()
                .body(Records.home(Accounts.VILLAGE))
                .put("/api/v1/homes/" + home)
                .then()
                .statusCode(201);
        Map<String, Object> inHome = Records.with(
                Records.with(Records.with(Records.activity(Accounts.VILLAGE), "place", null), "areaCode", null),
                "homeId",
                home);

        put(Accounts.EXECUTIVE, UUID.randomUUID(), inHome)
                .statusCode(201)
                .body("areaCode", equalTo(Accounts.VILLAGE))
                .body("homeId", equalTo(home.toString()));
        put(Accounts.EXECUTIVE, UUID.randomUUID(), Records.with(inHome, "place", " "))
                .statusCode(201)
                .body("place", nullValue());

        put(Accounts.OTHER_TOWN_DIRECTOR, UUID.randomUUID(), inHome).statusCode(404);
        put(Accounts.EXECUTIVE, UUID.randomUUID(), Records.with(inHome, "homeId", UUID.randomUUID()))
                .statusCode(404);
    }

    @Test
    void workerWithTwoPostsNamesTheActingOne() {
        Map<String, Object> activity = Records.activity(Accounts.SECOND_VILLAGE);
        UUID chair = Accounts.CHAIR_AND_DIRECTOR.appointment("WOMENS_CHAIR");
        put(Accounts.CHAIR_AND_DIRECTOR, UUID.randomUUID(), activity)
                .statusCode(422)
                .body("type", equalTo("urn:shouwang:problem:appointment-needed"));

        ValidatableResponse named = Accounts.CHAIR_AND_DIRECTOR
                .request()
                .header("X-Appointment-Id", chair)
                .body(activity)
                .put("/api/v1/activities/" + UUID.randomUUID())
                .then();

        named.statusCode(201).body("hostAppointmentId", equalTo(chair.toString()));
    }

    @Test
    void anotherTownSeesNothingOfIt() {
        UUID id = UUID.randomUUID();
        Map<String, Object> activity = Records.activity(Accounts.VILLAGE);
        put(Accounts.DIRECTOR, id, activity).statusCode(201);

        put(Accounts.OTHER_TOWN_DIRECTOR, id, activity).statusCode(404);

        get(Accounts.OTHER_TOWN_DIRECTOR, id).statusCode(404);
        assertThat(listed(Accounts.OTHER_TOWN_DIRECTOR, "")).doesNotContain(id.toString());
        assertThat(listed(Accounts.STATISTICS, "&area=" + Accounts.VILLAGE)).contains(id.toString());
        put(Accounts.STATISTICS, UUID.randomUUID(), activity).statusCode(403);
    }

    @Test
    void daysOfTheListAreLocalDaysAndIncluded() {
        UUID early = UUID.randomUUID();
        Map<String, Object> activity =
                Records.with(Records.activity(Accounts.VILLAGE), "startedAt", "2025-03-08T00:30:00+08:00");
        put(Accounts.DIRECTOR, early, Records.with(activity, "endedAt", "2025-03-08T01:30:00+08:00"))
                .statusCode(201);

        assertThat(listed(Accounts.DIRECTOR, "&from=2025-03-08&to=2025-03-08")).contains(early.toString());
        assertThat(listed(Accounts.DIRECTOR, "&from=2025-03-09")).doesNotContain(early.toString());
        assertThat(listed(Accounts.DIRECTOR, "&to=2025-03-07")).doesNotContain(early.toString());
        assertThat(listed(Accounts.DIRECTOR, "&from=1000-01-01&to=9999-12-31")).contains(early.toString());
    }

    @Test
    void pagesGoThroughAllActivitiesOnceNewestFirst() {
        for (int day = 1; day <= 3; day++) {
            Map<String, Object> activity = Records.with(
                    Records.activity(Accounts.VILLAGE), "startedAt", "2025-05-0" + day + "T09:00:00+08:00");
            put(Accounts.DIRECTOR, UUID.randomUUID(), Records.with(activity, "endedAt", "2025-05-03T10:00:00+08:00"))
                    .statusCode(day == 3 ? 201 : 422);
            put(Accounts.DIRECTOR, UUID.randomUUID(), Records.activity(Accounts.VILLAGE))
                    .statusCode(201);
        }

        List<String> paged = Records.paged(Accounts.DIRECTOR, "/api/v1/activities?limit=1");

        assertThat(paged)
                .isEqualTo(listed(Accounts.DIRECTOR, ""))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void missingAndImpossibleCountsAreClearProblems() {
        Map<String, Object> activity = Records.activity(Accounts.VILLAGE);

        put(Accounts.DIRECTOR, UUID.randomUUID(), Records.with(activity, "countBoys", null))
                .statusCode(422);
        put(Accounts.DIRECTOR, UUID.randomUUID(), Records.with(activity, "countBoys", 3_000_000_000L))
                .statusCode(400);
        put(Accounts.DIRECTOR, UUID.randomUUID(), Records.with(activity, "countBoys", 12.5))
                .statusCode(400);
        put(Accounts.DIRECTOR, UUID.randomUUID(), Records.with(activity, "startedAt", "+1000000000-12-31T23:59:59Z"))
                .statusCode(400);
        put(Accounts.DIRECTOR, UUID.randomUUID(), Records.with(activity, "organiserOrganisationId", UUID.randomUUID()))
                .statusCode(422)
                .body("violations.rule", contains("activity-organiser"));
    }

    private static ValidatableResponse put(Accounts who, UUID id, Map<String, Object> activity) {
        return who.request().body(activity).put("/api/v1/activities/" + id).then();
    }

    private static ValidatableResponse get(Accounts who, UUID id) {
        return who.request().get("/api/v1/activities/" + id).then();
    }

    private static List<String> listed(Accounts who, String query) {
        return who.request()
                .get("/api/v1/activities?limit=500" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
