package org.shouwang.register.move;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;
import static org.shouwang.testsupport.Moves.OTHER_VILLAGE;
import static org.shouwang.testsupport.Moves.act;
import static org.shouwang.testsupport.Moves.asked;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Moves;

/** A visit says that siblings have moved away, and somebody knows better of one of them. */
@QuarkusTest
class ProposedMoveApiTest {

    private Families.Household household;
    private UUID elder;
    private UUID younger;
    private UUID proposal;

    @BeforeEach
    void twoSiblingsSaidToBeGone() {
        household = Families.settle(DIRECTOR, Accounts.VILLAGE);
        elder = Families.register(DIRECTOR, Accounts.VILLAGE, household, "HIGH");
        younger = Families.register(DIRECTOR, Accounts.VILLAGE, household, "LOW");
        proposal = MoveForms.proposedBy(MoveForms.visited("MOVED", household.id(), elder, younger));
    }

    private static Map<String, Object> request(boolean wholeHousehold) {
        return Map.of("wholeHousehold", wholeHousehold, "to", Moves.to(OTHER_VILLAGE), "reason", "邻居告知去向");
    }

    private static UUID askedAlone(UUID child) {
        return asked(DIRECTOR, Moves.of(List.of(child), Moves.to(OTHER_VILLAGE)));
    }

    private static void fileIs(UUID child, String status) {
        COORDINATOR
                .request()
                .get("/api/v1/children/{id}", child)
                .then()
                .statusCode(200)
                .body("fileStatus", equalTo(status));
    }

    @Test
    void whatIsDismissedLeavesAloneWhoeverIsOnTheWay() {
        UUID move = askedAlone(elder);

        act(COORDINATOR, proposal, "dismiss", Map.of("reason", "小的还在家")).statusCode(200);

        fileIs(elder, "TRANSFER_PENDING");
        fileIs(younger, "ACTIVE");
        act(OTHER_TOWN_DIRECTOR, move, "return", Map.of("reason", "查无此户")).statusCode(200);
        fileIs(elder, "ACTIVE");
    }

    @Test
    void theRestOfAProposalIsAskedForAlone() {
        askedAlone(elder);

        act(COORDINATOR, proposal, "request", request(false))
                .statusCode(200)
                .body("state", equalTo("REQUESTED"))
                .body("children.childId", contains(younger.toString()));

        fileIs(younger, "TRANSFER_PENDING");
    }

    @Test
    void whoWasSentBackGoesWithTheHouseholdOfTheProposal() {
        act(OTHER_TOWN_DIRECTOR, askedAlone(elder), "return", Map.of("reason", "查无此户"))
                .statusCode(200);

        act(COORDINATOR, proposal, "request", request(true))
                .statusCode(200)
                .body("children.childId", containsInAnyOrder(elder.toString(), younger.toString()));

        fileIs(elder, "TRANSFER_PENDING");
        act(OTHER_TOWN_DIRECTOR, proposal, "accept", Map.of())
                .statusCode(200)
                .body("children.childId", containsInAnyOrder(elder.toString(), younger.toString()));
    }

    @Test
    void whoComesToAHouseholdOnItsWayGoesWithItAndNotAlone() {
        UUID move = asked(DIRECTOR, Moves.ofHousehold(elder, Moves.to(OTHER_VILLAGE)));
        UUID newcomer = Families.register(DIRECTOR, Accounts.VILLAGE, household, "LOW");
        UUID heard = MoveForms.proposedBy(MoveForms.visited("MOVED", household.id(), newcomer));

        Moves.put(DIRECTOR, UUID.randomUUID(), Moves.of(List.of(newcomer), Moves.to(Accounts.SECOND_VILLAGE)))
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:state-conflict"));

        act(OTHER_TOWN_DIRECTOR, move, "accept", Map.of()).statusCode(200);
        OTHER_TOWN_DIRECTOR
                .request()
                .get("/api/v1/children/{id}", newcomer)
                .then()
                .statusCode(200)
                .body("fileStatus", equalTo("ACTIVE"));
        COORDINATOR.request().get("/api/v1/moves/{id}", heard).then().body("state", equalTo("CANCELLED"));
    }
}
