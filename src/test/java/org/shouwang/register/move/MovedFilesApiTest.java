package org.shouwang.register.move;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;
import static org.shouwang.testsupport.Moves.OTHER_VILLAGE;
import static org.shouwang.testsupport.Moves.act;
import static org.shouwang.testsupport.Moves.asked;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Moves;

/** Files and households are worked with after a move, and while one is open. */
@QuarkusTest
class MovedFilesApiTest {

    private Families.Household household;
    private Families.Household aunt;
    private UUID child;

    @BeforeEach
    void aChildAndItsAunt() {
        household = Families.settle(DIRECTOR, Accounts.VILLAGE);
        aunt = Families.settle(OTHER_TOWN_DIRECTOR, OTHER_VILLAGE);
        child = Families.register(DIRECTOR, Accounts.VILLAGE, household, "HIGH");
    }

    private void moved() {
        UUID move = asked(DIRECTOR, Moves.of(List.of(child), Moves.to(OTHER_VILLAGE)));
        act(OTHER_TOWN_DIRECTOR, move, "accept", Map.of("householdId", aunt.id()))
                .statusCode(200);
    }

    private static ValidatableResponse edit(Accounts worker, String what, UUID id, Map<String, ?> patch) {
        String path = "/api/v1/" + what + "/{id}";
        String version =
                worker.request().get(path, id).then().statusCode(200).extract().header("ETag");
        return worker.request()
                .header("If-Match", version)
                .body(patch)
                .patch(path, id)
                .then();
    }

    @Test
    void aChildWhoMovedAloneIsEditedAndKeepsItsParents() {
        moved();

        edit(OTHER_TOWN_DIRECTOR, "children", child, Map.of("remark", "已在新学校报到"))
                .statusCode(200)
                .body("remark", equalTo("已在新学校报到"))
                .body(
                        "members.memberId",
                        containsInAnyOrder(
                                household.grandmother().toString(),
                                household.father().toString()));
    }

    @Test
    void theCaregiverOfTheOldHomeGivesWayToThatOfTheNew() {
        moved();
        Map<String, Object> father = Families.link(household.father(), "51", false);
        father.put("contactFreq", "MONTHLY");

        edit(
                        OTHER_TOWN_DIRECTOR,
                        "children",
                        child,
                        Map.of(
                                "members",
                                List.of(Families.link(aunt.grandmother(), "97", true), father),
                                "endedMembers",
                                List.of(household.grandmother())))
                .statusCode(200)
                .body(
                        "members.memberId",
                        containsInAnyOrder(
                                aunt.grandmother().toString(),
                                household.father().toString()))
                .body(
                        "members.find { it.isPrimaryCaregiver }.memberId",
                        equalTo(aunt.grandmother().toString()))
                .body("members.find { it.relationCode == '51' }.contactFreq", equalTo("MONTHLY"));
    }

    @Test
    void nobodyOfTheOldHomeBecomesTheCaregiver() {
        moved();

        edit(
                        OTHER_TOWN_DIRECTOR,
                        "children",
                        child,
                        Map.of(
                                "members",
                                List.of(
                                        Families.link(household.grandmother(), "62", false),
                                        Families.link(household.father(), "51", true))))
                .statusCode(422)
                .body("violations.rule", contains("household-member"));
    }

    @Test
    void theNumberOfAnotherIsRefusedAlsoOnTheWay() {
        String number = Families.boysNumber();
        Map<String, Object> other = Families.child(Accounts.VILLAGE, household);
        other.put("idNumber", number);
        DIRECTOR.request()
                .body(other)
                .put("/api/v1/children/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);
        asked(DIRECTOR, Moves.of(List.of(child), Moves.to(OTHER_VILLAGE)));

        edit(DIRECTOR, "children", child, Map.of("idNumber", number))
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:already-registered"));
    }

    @Test
    void aHouseholdThatCameWithoutAPhoneIsEditedAndGetsOne() {
        UUID home = UUID.randomUUID();
        Map<String, Object> to = Moves.to(OTHER_VILLAGE);
        to.put("newHousehold", Map.of("id", home, "headName", "王建国", "memberIds", List.of(household.father())));
        UUID move = asked(DIRECTOR, Moves.of(List.of(child), to));
        act(OTHER_TOWN_DIRECTOR, move, "accept", Map.of()).statusCode(200);

        edit(OTHER_TOWN_DIRECTOR, "households", home, Map.of("hamlet", "九组"))
                .statusCode(200)
                .body("hamlet", equalTo("九组"))
                .body("phoneMasked", nullValue());

        edit(OTHER_TOWN_DIRECTOR, "households", home, Map.of("phone", "139"))
                .statusCode(422)
                .body("violations.rule", contains("phone-number"));
        edit(OTHER_TOWN_DIRECTOR, "households", home, Map.of("phone", "13911114444"))
                .statusCode(200)
                .body("phoneMasked", equalTo("139****4444"));
    }

    @Test
    void aFileThatIsReopenedAfterItsHouseholdWentAsksForAHousehold() {
        UUID sibling = Families.register(DIRECTOR, Accounts.VILLAGE, household, "LOW");
        actOn(sibling, "close", Map.of("closeReason", "MOVED_AWAY"));
        UUID move = asked(DIRECTOR, Moves.ofHousehold(child, Moves.to(OTHER_VILLAGE)));
        act(OTHER_TOWN_DIRECTOR, move, "accept", Map.of()).statusCode(200);

        actOn(sibling, "reopen", Map.of("reason", "留在村里"))
                .body("fileStatus", equalTo("DRAFT"))
                .body("householdId", nullValue())
                .body("missing", hasItem("householdId"));

        Families.Household uncle = Families.settle(DIRECTOR, Accounts.VILLAGE);
        edit(DIRECTOR, "children", sibling, Map.of("householdId", uncle.id()))
                .statusCode(200)
                .body("fileStatus", equalTo("ACTIVE"))
                .body("householdId", equalTo(uncle.id().toString()));
        asked(OTHER_TOWN_DIRECTOR, Moves.ofHousehold(child, Moves.to(Accounts.VILLAGE)));
    }

    private static ValidatableResponse actOn(UUID file, String what, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("id", UUID.randomUUID());
        return COORDINATOR
                .request()
                .body(body)
                .post("/api/v1/children/{id}/" + what, file)
                .then()
                .statusCode(200);
    }
}
