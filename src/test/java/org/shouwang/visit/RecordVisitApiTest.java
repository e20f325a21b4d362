package org.shouwang.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.shouwang.testsupport.Accounts.CHAIR_AND_DIRECTOR;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.EXECUTIVE;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;
import static org.shouwang.visit.VisitJson.met;
import static org.shouwang.visit.VisitJson.notMet;
import static org.shouwang.visit.VisitJson.visit;
import static org.shouwang.visit.VisitJson.with;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;

@QuarkusTest
class RecordVisitApiTest {

    private static final String LOST_TASK = "7e57ab1e-0000-4000-8000-000000000000";

    @Inject
    AgroalDataSource database;

    @Inject
    VisitWitness witness;

    @Inject
    Clock clock;

    private Family family;
    private Instant start;
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void family() {
        family = Family.in(Accounts.VILLAGE, database);
        start = clock.instant().minus(Duration.ofMinutes(30));
    }

    private static ValidatableResponse put(RequestSpecification request, UUID id, Map<String, Object> body) {
        return request.body(body).put("/api/v1/visits/" + id).then();
    }

    private long stored() {
        return family.count("select count(*) from visit where id = ?", id);
    }

    @Test
    void siblingsKeepTheirOwnAnswersAndWhatWasNotAskedStaysAbsent() {
        UUID elder = family.child(RiskLevel.HIGH);
        UUID younger = family.child(RiskLevel.NORMAL);
        Map<String, Object> ofElder =
                with(with(met(elder), "physicalToday", "INJURED"), "injuryDetail", Map.of("area", "左膝", "cause", "摔倒"));
        Map<String, Object> ofYounger = with(notMet(younger), "suspiciousInjury", false);

        put(DIRECTOR.request(), id, visit(family, start, ofElder, ofYounger))
                .statusCode(201)
                .header("ETag", equalTo("\"0\""));

        String one = "children.find { it.childId == '" + elder + "' }.";
        String other = "children.find { it.childId == '" + younger + "' }.";
        DIRECTOR.request()
                .get("/api/v1/visits/" + id)
                .then()
                .statusCode(200)
                .body("verifyStatus", equalTo("PENDING"))
                .body("areaCode", equalTo(Accounts.VILLAGE))
                .body(
                        "visitorAppointmentId",
                        equalTo(DIRECTOR.appointment("CHILDREN_DIRECTOR").toString()))
                .body("hazards", nullValue())
                .body(one + "injuryDetail.cause", equalTo("摔倒"))
                .body(one + "met", equalTo(true))
                .body(one + "suspiciousInjury", nullValue())
                .body(one + "psychSigns", nullValue())
                .body(other + "met", equalTo(false))
                .body(other + "suspiciousInjury", equalTo(false))
                .body(other + "physicalToday", nullValue());
    }

    @Test
    void theFoldedPartOfTheFormComesBackAsItWasSent() {
        UUID photo = UUID.randomUUID();
        Map<String, Object> body = visit(family, start, met(family.child(RiskLevel.LOW)));
        body.putAll(Map.of(
                "companions",
                List.of("李会计", "村医"),
                "interviewee",
                "王秀英",
                "intervieweeRelation",
                "62",
                "materials",
                List.of(Map.of("item", "大米", "quantity", 2.5, "unit", "袋", "value", 120)),
                "photoIds",
                List.of(photo),
                "signatureFileId",
                photo,
                "geoLat",
                34.36,
                "geoLng",
                107.24,
                "geoAccuracyM",
                12));

        String first =
                put(DIRECTOR.request(), id, body).statusCode(201).extract().asString();

        DIRECTOR.request()
                .get("/api/v1/visits/" + id)
                .then()
                .statusCode(200)
                .body("companions", contains("李会计", "村医"))
                .body("intervieweeRelation", equalTo("62"))
                .body("materials[0].item", equalTo("大米"))
                .body("materials[0].quantity", equalTo(2.5f))
                .body("materials[0].value", equalTo(120))
                .body("photoIds", contains(photo.toString()))
                .body("signatureFileId", equalTo(photo.toString()))
                .body("geoLat", equalTo(34.36f))
                .body("geoLng", equalTo(107.24f))
                .body("geoAccuracyM", equalTo(12))
                .body("timeUncertain", equalTo(false))
                .body("notAsked", contains("actionsTaken", "hazards", "livingEnv"));
        assertThat(put(DIRECTOR.request(), id, body).statusCode(200).extract().asString())
                .isEqualTo(first);
    }

    @Test
    void aPhoneThatLostItsTimeIsBelievedAndFlagged() {
        Map<String, Object> body = visit(family, Instant.EPOCH, met(family.child(RiskLevel.LOW)));
        put(DIRECTOR.request(), id, body).statusCode(422);

        put(DIRECTOR.request(), id, with(with(body, "timeUncertain", true), "endedAt", "1969-12-31T23:00:00Z"))
                .statusCode(201)
                .body("timeUncertain", equalTo(true))
                .body("startedAt", equalTo("1970-01-01T00:00:00Z"));

        assertThat(witness.toldOf(id)).singleElement().satisfies(visit -> assertThat(visit.startedAt())
                .isAfter(start));
    }

    @Test
    void listenersHearOfEveryChildOnceWithItsLevel() {
        UUID elder = family.child(RiskLevel.HIGH);
        UUID younger = family.child(RiskLevel.NORMAL);
        Map<String, Object> body = visit(family, start, met(elder), notMet(younger));

        put(DIRECTOR.request(), id, body).statusCode(201);
        put(DIRECTOR.request(), id, body).statusCode(200);

        assertThat(witness.toldOf(id)).singleElement().satisfies(visit -> {
            assertThat(visit.method()).isEqualTo(VisitMethod.HOME);
            assertThat(visit.children())
                    .extracting(RecordedVisit.Seen::childId, RecordedVisit.Seen::met, RecordedVisit.Seen::level)
                    .containsExactlyInAnyOrder(
                            tuple(elder, true, RiskLevel.HIGH), tuple(younger, false, RiskLevel.NORMAL));
        });
    }

    @Test
    void theSameRequestAgainAnswersTheSameAndWritesNothing() {
        Map<String, Object> body = with(visit(family, start, met(family.child(RiskLevel.LOW))), "findings", "一切平安");
        String first =
                put(DIRECTOR.request(), id, body).statusCode(201).extract().asString();

        String again =
                put(DIRECTOR.request(), id, body).statusCode(200).extract().asString();

        assertThat(again).isEqualTo(first);
        assertThat(family.count("select count(*) from audit where subject_id = ?", id))
                .isOne();
        assertThat(family.count("select count(*) from visit_child where visit_id = ?", id))
                .isOne();
    }

    @Test
    void anotherBodyUnderTheIdIsRefused() {
        Map<String, Object> body = visit(family, start, met(family.child(RiskLevel.LOW)));
        put(DIRECTOR.request(), id, body).statusCode(201);

        put(DIRECTOR.request(), id, with(body, "findings", "换了内容"))
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:id-reused"));
    }

    @Test
    void strangersMeetTheIdAsNotFound() {
        Map<String, Object> body = visit(family, start, met(family.child(RiskLevel.LOW)));
        put(DIRECTOR.request(), id, body).statusCode(201);

        put(OTHER_TOWN_DIRECTOR.request(), id, body).statusCode(404);
    }

    @Test
    void householdsAndChildrenOutOfScopeAreNotFoundAndNothingIsWritten() {
        UUID far = family.childLivingIn("610304106200", RiskLevel.LOW);
        Map<String, Object> ours = visit(family, start, met(family.child(RiskLevel.LOW)));

        put(OTHER_TOWN_DIRECTOR.request(), id, ours).statusCode(404);
        put(DIRECTOR.request(), id, visit(family, start, met(family.child(RiskLevel.LOW)), met(far)))
                .statusCode(404);
        put(DIRECTOR.request(), id, with(ours, "householdId", UUID.randomUUID()))
                .statusCode(404);
        put(DIRECTOR.request(), id, visit(family, start, met(UUID.randomUUID())))
                .statusCode(404);
        put(EXECUTIVE.request(), id, ours).statusCode(403);

        assertThat(stored()).isZero();
        assertThat(witness.toldOf(id)).isEmpty();
    }

    @Test
    void aChildOfAnotherHouseholdIsVisitedAtItsGrandparents() {
        UUID child = Family.in(Accounts.SECOND_VILLAGE, database).child(RiskLevel.MEDIUM);

        put(COORDINATOR.request(), id, visit(family, start, met(child))).statusCode(201);

        assertThat(family.count(
                        "select count(*) from sync_change where kind = 'visit' and id = ? and scope in (?, ?)",
                        id,
                        Long.parseLong(Accounts.VILLAGE),
                        Long.parseLong(Accounts.SECOND_VILLAGE)))
                .isEqualTo(2);
    }

    @Test
    void aVisitToAWomanNeedsNoChild() {
        Map<String, Object> body = with(
                with(visit(family, start), "outcome", "MET_CAREGIVER"), "memberIds", List.of(family.grandmother()));

        put(DIRECTOR.request(), id, body)
                .statusCode(201)
                .body("memberIds[0]", equalTo(family.grandmother().toString()));
        put(DIRECTOR.request(), id, body)
                .statusCode(200)
                .body("memberIds[0]", equalTo(family.grandmother().toString()));
    }

    @Test
    void anUnknownTaskRefusesNothing() {
        Map<String, Object> body = visit(family, start, met(family.child(RiskLevel.LOW)));
        put(DIRECTOR.request(), id, with(body, "taskId", LOST_TASK))
                .statusCode(201)
                .body("taskId", equalTo(LOST_TASK));
    }

    @Test
    void whoHoldsTwoPostsThereNamesOne() {
        Family second = Family.in(Accounts.SECOND_VILLAGE, database);
        Map<String, Object> body = visit(second, start, met(second.child(RiskLevel.LOW)));
        UUID chair = CHAIR_AND_DIRECTOR.appointment("WOMENS_CHAIR");

        put(CHAIR_AND_DIRECTOR.request(), id, body)
                .statusCode(422)
                .body("type", equalTo("urn:shouwang:problem:appointment-needed"));
        put(CHAIR_AND_DIRECTOR.request().header("X-Appointment-Id", chair), id, body)
                .statusCode(201)
                .body("visitorAppointmentId", equalTo(chair.toString()));
    }

    @Test
    void aListenerThatFailsTakesTheVisitWithIt() {
        witness.failFor(id);

        put(DIRECTOR.request(), id, visit(family, start, met(family.child(RiskLevel.LOW))))
                .statusCode(500);

        assertThat(stored()).isZero();
    }

    @Test
    @Timeout(60)
    void identicalRequestsAtOnceMakeOneVisit() throws Exception {
        int phones = 6;
        Map<String, Object> body =
                visit(family, start, met(family.child(RiskLevel.LOW)), notMet(family.child(RiskLevel.LOW)));
        List<RequestSpecification> requests =
                IntStream.range(0, phones).mapToObj(i -> DIRECTOR.request()).toList();
        CountDownLatch together = new CountDownLatch(phones);
        ExecutorService threads = Executors.newFixedThreadPool(phones);
        try {
            List<Future<Integer>> answers = requests.stream()
                    .map(request -> threads.submit(() -> {
                        together.countDown();
                        together.await();
                        return put(request, id, body).extract().statusCode();
                    }))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(201, 200, 200, 200, 200, 200);
        } finally {
            threads.shutdownNow();
        }
        assertThat(stored()).isOne();
        assertThat(family.count("select count(*) from audit where subject_id = ?", id))
                .isOne();
    }
}
