package org.shouwang.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;
import static org.shouwang.visit.VisitJson.met;
import static org.shouwang.visit.VisitJson.notMet;
import static org.shouwang.visit.VisitJson.visit;
import static org.shouwang.visit.VisitJson.with;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

@QuarkusTest
class AmendVisitApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    private final UUID id = UUID.randomUUID();
    private Family family;
    private UUID elder;
    private UUID younger;
    private Map<String, Object> first;
    private String token;

    @BeforeEach
    void aVisitToSiblings() {
        family = Family.in(Accounts.VILLAGE, database);
        elder = family.child(RiskLevel.MEDIUM);
        younger = family.child(RiskLevel.LOW);
        token = DIRECTOR.token();
        first = with(
                with(
                        visit(
                                family,
                                clock.instant().minus(Duration.ofMinutes(30)),
                                with(met(elder), "careQuality", "GOOD"),
                                notMet(younger)),
                        "findings",
                        "首次所写"),
                "livingEnv",
                "GOOD");
        Accounts.with(token).body(first).put("/api/v1/visits/" + id).then().statusCode(201);
    }

    private ValidatableResponse amend(int version, Map<String, Object> amendment) {
        return Accounts.with(token)
                .header("If-Match", "\"" + version + "\"")
                .body(amendment)
                .patch("/api/v1/visits/" + id)
                .then();
    }

    private static Map<String, Object> notAsked(String field) {
        return new HashMap<>(Collections.singletonMap(field, null));
    }

    @Test
    void whatIsNamedChangesAndAllElseStays() {
        amend(0, Map.of("livingEnv", "POOR", "children", List.of(with(met(elder), "careQuality", "POOR"))))
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("livingEnv", equalTo("POOR"))
                .body("findings", equalTo("首次所写"))
                .body("verifyStatus", equalTo("PENDING"))
                .body("children.childId", hasSize(2))
                .body("children.find { it.childId == '" + elder + "' }.careQuality", equalTo("POOR"));
    }

    @Test
    void nullIsNotAskedAfterAll() {
        amend(0, notAsked("livingEnv"))
                .statusCode(200)
                .body("livingEnv", nullValue())
                .body("notAsked", hasItem("livingEnv"));
    }

    @Test
    void aWrongChildGoesAndTheRightOneComes() {
        UUID cousin = family.child(RiskLevel.LOW);

        amend(0, Map.of("children", List.of(notMet(cousin)), "withoutChildIds", List.of(younger)))
                .statusCode(200);

        List<String> children = List.of(elder.toString(), cousin.toString());
        DIRECTOR.request()
                .get("/api/v1/visits/" + id)
                .then()
                .body("children.childId", org.hamcrest.Matchers.containsInAnyOrder(children.toArray()));
    }

    @Test
    void whatItSaidBeforeIsKeptSealedForThoseWhoMayReadTheVisit() throws Exception {
        amend(0, Map.of("findings", "更正以后", "livingEnv", "POOR")).statusCode(200);
        amend(1, Map.of("findings", "再次更正")).statusCode(200);

        COORDINATOR
                .request()
                .get("/api/v1/visits/" + id + "/versions")
                .then()
                .statusCode(200)
                .body("items.version", contains(2, 1, 0))
                .body("items.findings", contains("再次更正", "更正以后", "首次所写"))
                .body("items.livingEnv", contains("POOR", "POOR", "GOOD"))
                .body("items[2].children.childId", hasSize(2));
        OTHER_TOWN_DIRECTOR
                .request()
                .get("/api/v1/visits/" + id + "/versions")
                .then()
                .statusCode(404);
        assertThat(family.count(
                        "select count(*) from visit_version where visit_id = ? and position(?::bytea in body_cipher) > 0",
                        id,
                        "首次所写".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isZero();
        assertThat(family.count(
                        "select count(*) from access_log where action = 'visit.versions' and subject_id = ? and ? = any (subject_ids)",
                        id,
                        elder))
                .isOne();
        assertThat(Sql.number(
                        database, "select count(*) from audit where subject_id = ? and action = 'visit.amend'", id))
                .isEqualTo(2);
    }

    @Test
    void earlierVersionsComePageByPageWithoutAGap() {
        for (int version = 0; version < 4; version++) {
            amend(version, Map.of("findings", "第 " + (version + 1) + " 次更正")).statusCode(200);
        }

        List<Integer> walked = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = Accounts.with(token)
                    .get("/api/v1/visits/" + id + "/versions?limit=2" + next)
                    .then()
                    .statusCode(200)
                    .body("items.size()", lessThanOrEqualTo(2))
                    .extract();
            walked.addAll(page.path("items.version"));
            String cursor = page.path("next");
            next = cursor == null ? null : "&cursor=" + cursor;
        }

        assertThat(walked).containsExactly(4, 3, 2, 1, 0);
    }

    /** A phone that lost the answer sends all of it again, with its empty lists and all its digits. */
    @Test
    void whatSaysTheSameInOtherWordsChangesNothing() {
        UUID visit = UUID.randomUUID();
        Map<String, Object> body = with(
                with(with(with(first, "hazards", List.of()), "companions", List.of()), "geoLat", 34.123456789),
                "geoLng",
                107.1);
        body.put(
                "startedAt",
                clock.instant().minus(Duration.ofHours(1)).plusNanos(123456789).toString());
        body.put(
                "children",
                List.of(with(met(elder), "psychSigns", List.of()), with(notMet(younger), "needs", List.of())));
        Accounts.with(token).body(body).put("/api/v1/visits/" + visit).then().statusCode(201);

        Accounts.with(token)
                .header("If-Match", "\"0\"")
                .body(body)
                .patch("/api/v1/visits/" + visit)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""));
        Accounts.with(token).body(body).put("/api/v1/visits/" + visit).then().statusCode(200);
        assertThat(family.count("select count(*) from visit_version where visit_id = ?", visit))
                .isZero();
    }

    @Test
    void theSameAmendmentAgainChangesNothing() {
        amend(0, Map.of("livingEnv", "POOR")).statusCode(200);

        amend(0, Map.of("livingEnv", "POOR")).statusCode(200).header("ETag", equalTo("\"1\""));

        assertThat(family.count("select count(*) from visit_version where visit_id = ?", id))
                .isOne();
    }

    @Test
    void anAmendmentOfAnOlderVersionIsRefused() {
        amend(0, Map.of("livingEnv", "POOR")).statusCode(200);

        amend(0, Map.of("livingEnv", "AVERAGE")).statusCode(412);
    }

    @Test
    void anAmendmentNamesItsVersion() {
        Accounts.with(token)
                .body(Map.of("livingEnv", "POOR"))
                .patch("/api/v1/visits/" + id)
                .then()
                .statusCode(428);
    }

    @Test
    void onlyTheAuthorAmends() {
        COORDINATOR
                .request()
                .header("If-Match", "\"0\"")
                .body(Map.of("livingEnv", "POOR"))
                .patch("/api/v1/visits/" + id)
                .then()
                .statusCode(403);
        OTHER_TOWN_DIRECTOR
                .request()
                .header("If-Match", "\"0\"")
                .body(Map.of("livingEnv", 7))
                .patch("/api/v1/visits/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void theFirstRequestAgainIsAnsweredWithTheVisitAsItIs() {
        amend(0, Map.of("livingEnv", "POOR")).statusCode(200);

        Accounts.with(token)
                .body(first)
                .put("/api/v1/visits/" + id)
                .then()
                .statusCode(200)
                .body("livingEnv", equalTo("POOR"))
                .body("version", equalTo(1));
    }

    @Test
    void whatIsBelievedIsAskedAgain() {
        amend(0, Map.of("outcome", "NO_ONE_HOME"))
                .statusCode(422)
                .body("violations.rule", contains("visit-outcome-without-child"));
        amend(0, Map.of("householdId", UUID.randomUUID()))
                .statusCode(422)
                .body("violations.rule", contains("visit-amend-same-household"));
        amend(0, Map.of("findings", "长".repeat(1001))).statusCode(422).body("violations.field", contains("findings"));
        amend(0, notAsked("method")).statusCode(422).body("violations.field", contains("method"));
        amend(0, Map.of("hazards", 7)).statusCode(400).body("violations.field", contains("hazards"));
        amend(0, Map.of("withoutChildIds", younger)).statusCode(400).body("violations.field", contains("children"));
        amend(0, Map.of("children", List.of(met(UUID.randomUUID())))).statusCode(404);

        assertThat(family.count("select version from visit where id = ?", id)).isZero();
    }

    @Test
    void afterThreeDaysItStandsUntilItIsReturned() throws Exception {
        Sql.update(database, "update visit set created_at = created_at - interval '73 hours' where id = ?", id);
        amend(1, Map.of("livingEnv", "POOR")).statusCode(422).body("violations.rule", contains("visit-amend-too-late"));

        Sql.update(database, "update visit set returned_at = now() - interval '13 days' where id = ?", id);
        amend(2, Map.of("livingEnv", "POOR")).statusCode(200);

        Sql.update(database, "update visit set returned_at = now() - interval '15 days' where id = ?", id);
        amend(4, Map.of("livingEnv", "GOOD")).statusCode(422);
    }

    @Test
    void ofTwoAmendmentsAtOnceOneIsStale() throws Exception {
        List<Callable<Integer>> both = List.of(
                () -> amend(0, Map.of("livingEnv", "POOR")).extract().statusCode(),
                () -> amend(0, Map.of("livingEnv", "AVERAGE")).extract().statusCode());

        assertThat(Together.statuses(both)).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void aVillageThatNoLongerHasAChildInItLosesTheVisit() {
        UUID guest = Family.in(Accounts.SECOND_VILLAGE, database).child(RiskLevel.LOW);
        UUID shared = UUID.randomUUID();
        Map<String, Object> body = visit(family, clock.instant(), met(elder), met(guest));
        COORDINATOR.request().body(body).put("/api/v1/visits/" + shared).then().statusCode(201);

        COORDINATOR
                .request()
                .header("If-Match", "\"0\"")
                .body(Map.of("withoutChildIds", List.of(guest)))
                .patch("/api/v1/visits/" + shared)
                .then()
                .statusCode(200);

        assertThat(family.count(
                        "select count(*) from sync_change where kind = 'visit' and id = ? and removed and scope = ?",
                        shared,
                        Long.parseLong(Accounts.SECOND_VILLAGE)))
                .isOne();
        assertThat(family.count(
                        "select count(*) from sync_change where kind = 'visit' and id = ? and not removed and scope = ? and version = 1",
                        shared,
                        Long.parseLong(Accounts.VILLAGE)))
                .isOne();
    }
}
