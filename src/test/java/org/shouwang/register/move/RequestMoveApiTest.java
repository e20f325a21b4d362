package org.shouwang.register.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.shouwang.testsupport.Accounts.COUNTY;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.HOSTED_DIRECTOR;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;
import static org.shouwang.testsupport.Moves.OTHER_VILLAGE;
import static org.shouwang.testsupport.Moves.act;
import static org.shouwang.testsupport.Moves.asked;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Moves;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

/** Who asks for a move and who sees what of it until it is answered. */
@QuarkusTest
class RequestMoveApiTest {

    @Inject
    DataSource database;

    private final String number = Families.boysNumber();
    private Families.Household household;
    private UUID child;

    @BeforeEach
    void oneChild() {
        household = Families.settle(DIRECTOR, Accounts.VILLAGE);
        child = UUID.randomUUID();
        Map<String, Object> form = Families.child(Accounts.VILLAGE, household);
        form.put("idNumber", number);
        DIRECTOR.request().body(form).put("/api/v1/children/{id}", child).then().statusCode(201);
    }

    private Map<String, Object> leaving() {
        return Moves.of(List.of(child), Moves.to(OTHER_VILLAGE));
    }

    private Map<String, Object> found(String name) {
        Map<String, Object> form = Moves.of(List.of(), Moves.to(OTHER_VILLAGE));
        form.put("found", Map.of("fullName", name, "idType", "RESIDENT_ID", "idNumber", number));
        return form;
    }

    private void fileIs(String status) {
        DIRECTOR.request().get("/api/v1/children/{id}", child).then().body("fileStatus", equalTo(status));
    }

    @Test
    void theReceivingSideSeesWhoComesAndNotTheFile() {
        UUID move = asked(DIRECTOR, leaving());

        OTHER_TOWN_DIRECTOR
                .request()
                .get("/api/v1/moves/{id}", move)
                .then()
                .statusCode(200)
                .body("state", equalTo("REQUESTED"))
                .body("askedSide", equalTo("RECEIVING"))
                .body("children.fullName", contains("王小明"))
                .body("children[0].age", notNullValue())
                .body("children[0].riskLevel", equalTo("MEDIUM"))
                .body("children[0].childId", nullValue())
                .body("householdId", nullValue())
                .body("address", equalTo("周原镇文广村 3 组 8 号"))
                .body("reason", equalTo("随父亲迁居"));
        OTHER_TOWN_DIRECTOR.request().get("/api/v1/children/{id}", child).then().statusCode(404);
        HOSTED_DIRECTOR.request().get("/api/v1/moves/{id}", move).then().statusCode(404);
        HOSTED_DIRECTOR.request().get("/api/v1/moves").then().body("items.id", not(hasItem(move.toString())));
        fileIs("TRANSFER_PENDING");
        OTHER_TOWN_DIRECTOR
                .request()
                .get("/api/v1/notifications?limit=500")
                .then()
                .body("items.findAll { it.subjectId == '" + move + "' }.event", contains("move-asked"));
    }

    @Test
    void aLookAtAMoveIsLogged() throws SQLException {
        UUID move = asked(DIRECTOR, leaving());

        OTHER_TOWN_DIRECTOR.request().get("/api/v1/moves/{id}", move).then().statusCode(200);

        assertThat(Sql.number(
                        database,
                        "select count(*) from access_log where action = 'move.look' and area_code = ? and subject_ids @> ?::uuid[]",
                        Long.valueOf(OTHER_VILLAGE),
                        "{" + child + "}"))
                .isOne();
    }

    @Test
    void whoFindsAChildAsksByNameAndNumber() {
        Families.Household aunt = Families.settle(OTHER_TOWN_DIRECTOR, OTHER_VILLAGE);
        Map<String, Object> form = found("王小明");
        form.put("to", Moves.to(OTHER_VILLAGE, aunt.id()));
        UUID move = UUID.randomUUID();

        Moves.put(OTHER_TOWN_DIRECTOR, move, form)
                .statusCode(201)
                .body("askedSide", equalTo("LEAVING"))
                .body("children.childId", contains((Object) null));
        DIRECTOR.request()
                .get("/api/v1/moves/{id}", move)
                .then()
                .body("children.childId", contains(child.toString()))
                .body("address", nullValue());
        act(OTHER_TOWN_DIRECTOR, move, "accept", Map.of()).statusCode(403);
        act(DIRECTOR, move, "accept", Map.of()).statusCode(200);
        OTHER_TOWN_DIRECTOR.request().get("/api/v1/children/{id}", child).then().statusCode(200);
    }

    @Test
    void neitherNameNorNumberAloneFindsAnybody() {
        Moves.put(OTHER_TOWN_DIRECTOR, UUID.randomUUID(), found("王大明"))
                .statusCode(422)
                .body("violations.rule", contains("move-child-known"));
        Moves.put(OTHER_TOWN_DIRECTOR, UUID.randomUUID(), leaving())
                .statusCode(422)
                .body("violations.rule", contains("move-child-known"));
        Moves.put(HOSTED_DIRECTOR, UUID.randomUUID(), leaving()).statusCode(404);
        fileIs("ACTIVE");
    }

    @Test
    void theSameRequestIsAnsweredAndAnotherUnderItsIdRefused() {
        UUID move = asked(DIRECTOR, leaving());
        Map<String, Object> other = leaving();
        other.put("reason", "随母亲迁居");

        Moves.put(DIRECTOR, move, leaving()).statusCode(200).body("id", equalTo(move.toString()));
        Moves.put(DIRECTOR, move, other).statusCode(409).body("type", equalTo("urn:shouwang:problem:id-reused"));
        Moves.put(DIRECTOR, UUID.randomUUID(), leaving())
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:state-conflict"));
        Moves.put(HOSTED_DIRECTOR, move, leaving()).statusCode(404);
    }

    @Test
    void aChildOnItsWayIsNotRegisteredASecondTime() {
        asked(DIRECTOR, leaving());
        Families.Household there = Families.settle(OTHER_TOWN_DIRECTOR, OTHER_VILLAGE);
        Map<String, Object> form = Families.child(OTHER_VILLAGE, there);
        form.put("idNumber", number);

        OTHER_TOWN_DIRECTOR
                .request()
                .body(form)
                .put("/api/v1/children/{id}", UUID.randomUUID())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:already-registered"));
    }

    @Test
    void aRequestSentBackLeavesTheChildWhereItIs() {
        UUID move = asked(DIRECTOR, leaving());
        Map<String, Object> back = new HashMap<>(Map.of("id", UUID.randomUUID(), "reason", "查无此户"));

        act(OTHER_TOWN_DIRECTOR, move, "return", back)
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("children", empty());

        act(OTHER_TOWN_DIRECTOR, move, "return", back).statusCode(200).body("state", equalTo("RETURNED"));
        back.put("reason", "另有原因");
        act(OTHER_TOWN_DIRECTOR, move, "return", back).statusCode(409);
        act(OTHER_TOWN_DIRECTOR, move, "accept", Map.of()).statusCode(409);
        fileIs("ACTIVE");
        DIRECTOR.request()
                .get("/api/v1/moves/{id}", move)
                .then()
                .body("answerReason", equalTo("查无此户"))
                .body("children.childId", contains(child.toString()));
        asked(DIRECTOR, leaving());
    }

    @Test
    void onlyWhoAskedTakesItBack() {
        UUID move = asked(DIRECTOR, leaving());

        act(OTHER_TOWN_DIRECTOR, move, "cancel", Map.of("reason", "不迁了")).statusCode(403);
        act(COUNTY, move, "accept", Map.of()).statusCode(403);
        act(HOSTED_DIRECTOR, move, "accept", Map.of()).statusCode(404);
        act(DIRECTOR, move, "cancel", Map.of("reason", "不迁了")).statusCode(200).body("state", equalTo("CANCELLED"));
        fileIs("ACTIVE");
    }

    @Test
    void ofTwoAnswersAtOnceOneWins() throws Exception {
        UUID move = asked(DIRECTOR, Moves.ofHousehold(child, Moves.to(OTHER_VILLAGE)));
        String token = OTHER_TOWN_DIRECTOR.token();

        List<Integer> statuses = Together.statuses(List.of(
                () -> answer(token, move, "accept", Map.of("id", UUID.randomUUID())),
                () -> answer(token, move, "return", Map.of("id", UUID.randomUUID(), "reason", "查无此户")),
                () -> answer(token, move, "accept", Map.of("id", UUID.randomUUID()))));

        assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409);
    }

    private static int answer(String token, UUID move, String action, Map<String, Object> body) {
        return Accounts.with(token)
                .body(body)
                .post("/api/v1/moves/{id}/" + action, move)
                .statusCode();
    }

    @Test
    void ofTwoRequestsForOneChildAtOnceOneWins() throws Exception {
        String token = DIRECTOR.token();

        List<Integer> statuses = Together.statuses(List.of(() -> ask(token), () -> ask(token), () -> ask(token)));

        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409);
    }

    private int ask(String token) {
        return Accounts.with(token)
                .body(leaving())
                .put("/api/v1/moves/{id}", UUID.randomUUID())
                .statusCode();
    }
}
