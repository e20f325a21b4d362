package org.shouwang.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.shouwang.testsupport.Accounts.CHAIR_AND_DIRECTOR;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.EXECUTIVE;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;
import static org.shouwang.visit.VisitJson.met;
import static org.shouwang.visit.VisitJson.visit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.RoleCode;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.staff.RolePosts;
import org.shouwang.testsupport.Accounts;

@QuarkusTest
class ReadVisitsApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    VisitFeed feed;

    @Inject
    Clock clock;

    private Family family;
    private UUID child;
    private Instant start;

    @BeforeEach
    void family() {
        family = Family.in(Accounts.VILLAGE, database);
        child = family.child(RiskLevel.MEDIUM);
        start = clock.instant().minus(Duration.ofMinutes(30));
    }

    private UUID record(RequestSpecification request, Map<String, Object> body) {
        UUID id = UUID.randomUUID();
        request.body(body).put("/api/v1/visits/" + id).then().statusCode(201);
        return id;
    }

    private static ValidatableResponse get(Accounts who, String path) {
        return who.request().get("/api/v1/visits" + path).then();
    }

    @Test
    void whoeverLooksAtAVisitLooksAtItsChild() {
        UUID id = record(DIRECTOR.request(), visit(family, start, met(child)));

        get(COORDINATOR, "/" + id).statusCode(200);
        get(COORDINATOR, "?childId=" + child).statusCode(200).body("items.id", contains(id.toString()));

        assertThat(family.count(
                        "select count(*) from access_log where subject_id = ? and ? = any (subject_ids)", id, child))
                .isOne();
        assertThat(family.count(
                        "select count(*) from access_log where action = 'visit.list' and subject_ids @> array[?, ?]",
                        id,
                        child))
                .isOne();
    }

    @Test
    void anotherTownFindsItNeitherByIdNorInAnyList() {
        UUID id = record(DIRECTOR.request(), visit(family, start, met(child)));

        get(OTHER_TOWN_DIRECTOR, "/" + id).statusCode(404);
        get(OTHER_TOWN_DIRECTOR, "").statusCode(200).body("items.id", not(hasItem(id.toString())));
        get(OTHER_TOWN_DIRECTOR, "?childId=" + child).statusCode(200).body("items", empty());
        get(OTHER_TOWN_DIRECTOR, "?area=" + Accounts.VILLAGE).statusCode(200).body("items", empty());
        get(EXECUTIVE, "/" + id).statusCode(403);
        get(EXECUTIVE, "").statusCode(403);
        assertThat(family.count("select count(*) from access_log where subject_id = ?", id))
                .isZero();
    }

    @Test
    void theVillageOfAChildSeesTheVisitWithThatChildOnly() {
        UUID guest = Family.in(Accounts.SECOND_VILLAGE, database).child(RiskLevel.LOW);
        UUID id = record(COORDINATOR.request(), visit(family, start, met(child), met(guest)));

        get(CHAIR_AND_DIRECTOR, "/" + id).statusCode(200).body("children.childId", contains(guest.toString()));
        get(CHAIR_AND_DIRECTOR, "?childId=" + guest).body("items.children[0].childId", contains(guest.toString()));
        get(CHAIR_AND_DIRECTOR, "?childId=" + child).body("items", empty());
        get(DIRECTOR, "/" + id).body("children.childId", contains(child.toString()));
    }

    @Test
    void aChildsHistoryComesNewestFirstPageByPage() {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Instant when = start.minus(Duration.ofDays(i / 2));
            newestFirst.add(
                    record(DIRECTOR.request(), visit(family, when, met(child))).toString());
        }

        List<String> walked = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = get(DIRECTOR, "?limit=2&childId=" + child + next)
                    .statusCode(200)
                    .extract();
            walked.addAll(page.path("items.id"));
            String cursor = page.path("next");
            next = cursor == null ? null : "&cursor=" + cursor;
        }

        assertThat(walked).containsExactlyInAnyOrderElementsOf(newestFirst);
        assertThat(walked.subList(0, 2)).containsExactlyInAnyOrderElementsOf(newestFirst.subList(0, 2));
        assertThat(walked.get(4)).isEqualTo(newestFirst.get(4));
    }

    @Test
    void anAreaIsWalkedPageByPageWithoutGapOrRepeat() {
        Family second = Family.in(Accounts.SECOND_VILLAGE, database);
        UUID neighbour = second.child(RiskLevel.LOW);
        List<String> recorded = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            recorded.add(
                    record(DIRECTOR.request(), visit(family, start, met(child))).toString());
            recorded.add(record(COORDINATOR.request(), visit(second, start, met(neighbour)))
                    .toString());
        }

        List<String> walked = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = get(COORDINATOR, "?limit=2&area=" + Accounts.TOWN + next)
                    .statusCode(200)
                    .extract();
            walked.addAll(page.path("items.id"));
            String cursor = page.path("next");
            next = cursor == null ? null : "&cursor=" + cursor;
        }

        assertThat(walked).doesNotHaveDuplicates().containsAll(recorded);
    }

    @Test
    void listsKeepToTheLocalDaysAskedFor() {
        LocalDate day = LocalDays.of(clock.instant()).minusDays(10);
        UUID id = record(
                DIRECTOR.request(),
                visit(family, day.atTime(0, 30).atZone(LocalDays.ZONE).toInstant(), met(child)));
        String history = "?childId=" + child;

        get(DIRECTOR, history + "&from=" + day + "&to=" + day).body("items.id", contains(id.toString()));
        get(DIRECTOR, history + "&from=" + day.plusDays(1)).body("items", empty());
        get(DIRECTOR, history + "&to=" + day.minusDays(1)).body("items", empty());
        get(DIRECTOR, history + "&area=" + Accounts.SECOND_VILLAGE).body("items", empty());
        get(DIRECTOR, "?area=610304999999").statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=2026-02-30",
                "?childId=1",
                "?area=61",
                "?limit=0",
                "?cursor=xx",
                "?cursor=MX4yfjM",
                "/not-a-uuid"
            })
    void whatCannotBeReadIsRefusedClearly(String path) {
        assertThat(get(DIRECTOR, path).extract().statusCode()).isBetween(400, 422);
    }

    @ParameterizedTest
    @CsvSource({"1000-01-01, 2026-01-01", "2026-01-01, 9999-12-31", "9999-12-31, 1000-01-01"})
    void theFirstAndTheLastDayAreDays(String from, String to) {
        COORDINATOR
                .request()
                .queryParam("from", from)
                .queryParam("to", to)
                .get("/api/v1/visits")
                .then()
                .statusCode(200);
    }

    @Test
    void theFeedShowsTheSameAsASingleRead() {
        UUID guest = Family.in(Accounts.SECOND_VILLAGE, database).child(RiskLevel.LOW);
        Map<String, Object> suspicious = VisitJson.with(met(guest), "suspiciousInjury", true);
        UUID id = record(COORDINATOR.request(), visit(family, start, met(child), suspicious));

        VisitView seen = fed(id, RoleCode.CHILDREN_DIRECTOR, Accounts.SECOND_VILLAGE);

        get(CHAIR_AND_DIRECTOR, "/" + id)
                .body("version", equalTo(seen.version()))
                .body("hazards", nullValue())
                .body("notAsked", nullValue())
                .body("children.size()", equalTo(seen.children().size()))
                .body(
                        "children[0].suspiciousInjury",
                        equalTo(seen.children().get(0).suspiciousInjury()));
        assertThat(fed(id, RoleCode.WOMENS_CHAIR, Accounts.SECOND_VILLAGE)
                        .children()
                        .get(0)
                        .suspiciousInjury())
                .isNull();
        assertThat(load(id, RoleCode.CHILDREN_DIRECTOR, "610304106200")).isEmpty();
    }

    private VisitView fed(UUID id, RoleCode role, String village) {
        return (VisitView) load(id, role, village).get(id);
    }

    private Map<UUID, Object> load(UUID id, RoleCode role, String village) {
        long code = AreaCode.of(village).value();
        Post post = RolePosts.post(role, AreaRanges.of(code, code + 1));
        Caller reader = new Caller(UUID.randomUUID(), 1, List.of(post), null);
        return feed.load(List.of(id), reader).await().atMost(Duration.ofSeconds(10));
    }
}
