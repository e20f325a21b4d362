package org.shouwang.staff.handover;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.staff.handover.Crew.Worker;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;

/** Who may end whose post over HTTP, and when. */
@QuarkusTest
class HandoverRefusalsApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    FieldCipher cipher;

    @Inject
    KeyedHash hashes;

    private Crew crew;
    private Worker director;
    private UUID leaving;
    private Worker coordinator;

    @BeforeEach
    void aDirectorAndACoordinator() {
        crew = new Crew(database, cipher, hashes);
        director = crew.worker();
        leaving = crew.appoint(director, RoleCode.CHILDREN_DIRECTOR, Crew.VILLAGE);
        coordinator = crew.worker();
        crew.appoint(coordinator, RoleCode.TOWNSHIP_COORDINATOR, Crew.TOWN);
    }

    @AfterEach
    void leave() {
        crew.leave();
    }

    private static ValidatableResponse post(RequestSpecification request, Map<String, Object> form) {
        return given().spec(request).body(form).post("/api/v1/handovers").then();
    }

    private static void refused(ValidatableResponse answer, String rule) {
        answer.statusCode(422).body("violations.rule", contains(rule));
    }

    @Test
    void theLastDayIsNotInTheFutureAndNotBeforeTheFirst() {
        RequestSpecification request = coordinator.request();
        Map<String, Object> form = Crew.handover(leaving, null);

        refused(
                post(
                        request,
                        Crew.with(form, "endedOn", Demo.today().plusDays(1).toString())),
                "not-in-future");
        refused(post(request, Crew.with(form, "endedOn", "2026-01-03")), "not-before-appointed");
        post(request, Crew.with(form, "endedOn", "2026-01-04")).statusCode(201).body("endedOn", equalTo("2026-01-04"));
    }

    @Test
    void aSuccessorElsewhereOrOfALesserPostIsRefusedAndNothingMoves() {
        crew.children(leaving, Crew.VILLAGE, 1);
        UUID elsewhere = crew.appoint(crew.worker(), RoleCode.CHILDREN_DIRECTOR, Crew.NEXT_VILLAGE);
        UUID executive = crew.appoint(crew.worker(), RoleCode.WOMENS_EXECUTIVE, Crew.VILLAGE);
        RequestSpecification request = coordinator.request();

        for (UUID unable : List.of(elsewhere, executive, leaving, UUID.randomUUID())) {
            refused(post(request, Crew.handover(leaving, unable)), "handover-successor");
        }

        assertThat(crew.childrenOf(leaving)).isOne();
        assertThat(crew.statusOf(leaving)).isEqualTo("ACTIVE");
    }

    @Test
    void whoHoldsBothPostsDoesNotEndTheOwn() {
        UUID own = crew.appoint(coordinator, RoleCode.CHILDREN_DIRECTOR, Crew.VILLAGE);

        refused(post(coordinator.request(), Crew.handover(own, leaving)), "handover-by-another");
    }

    @Test
    void othersFindNoPostToEnd() {
        Map<String, Object> form = Crew.handover(leaving, null);
        post(director.request(), form).statusCode(403);

        RequestSpecification elsewhere = Accounts.COORDINATOR.request();
        post(elsewhere, form).statusCode(404);
        given().spec(elsewhere)
                .get("/api/v1/appointments/{id}/belongings", leaving)
                .then()
                .statusCode(404);
        RequestSpecification request = coordinator.request();
        post(request, form).statusCode(201);
        given().spec(elsewhere)
                .get("/api/v1/handovers/{id}", form.get("id"))
                .then()
                .statusCode(404);
        given().spec(elsewhere)
                .get("/api/v1/handovers")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(form.get("id").toString())));
        post(elsewhere, form).statusCode(404);
        post(request, Crew.handover(UUID.randomUUID(), null)).statusCode(404);
    }

    @Test
    void aWomensPostIsTheCoordinatorsUntilTheTownHasAWomensChair() {
        UUID first = crew.appoint(crew.worker(), RoleCode.WOMENS_CHAIR, Crew.VILLAGE);
        UUID second = crew.appoint(crew.worker(), RoleCode.WOMENS_CHAIR, Crew.VILLAGE);
        RequestSpecification request = coordinator.request();
        post(request, Crew.handover(first, null)).statusCode(201);
        Worker womensChair = crew.worker();
        UUID above = crew.appoint(womensChair, RoleCode.TOWNSHIP_WOMENS_CHAIR, Crew.TOWN);
        Map<String, Object> form = Crew.handover(second, null);

        post(request, form).statusCode(403);
        post(womensChair.request(), form).statusCode(201).body("toAppointmentId", equalTo(above.toString()));
    }

    @Test
    void theCountyEndsThePostOfTheCoordinatorAndTakesOverMeanwhile() {
        RequestSpecification county = Accounts.COUNTY.request();
        List<String> rights = given().spec(county).get("/api/v1/me").path("appointments[0].rights");
        assumeTrue(rights.contains("HANDOVER_WRITE"));
        UUID post = crew.appoint(crew.worker(), RoleCode.TOWNSHIP_COORDINATOR, Crew.TOWN);
        crew.tasks(post, Crew.TOWN, 2);

        post(coordinator.request(), Crew.handover(post, null)).statusCode(403);
        post(county, Crew.handover(post, null)).statusCode(201).body("openTasks", equalTo(2));
    }
}
