package org.shouwang.protection.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Pulled;
import org.shouwang.testsupport.Referrals;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

/** A referral from the village to an agency and the answer back, over HTTP. */
@QuarkusTest
class ReferralWayApiTest {

    @Inject
    AgroalDataSource database;

    private String directorsToken;
    private String officersToken;
    private UUID child;

    @BeforeEach
    void anAgencyThatTakesReferrals() throws Exception {
        Asked.takes(database, Asked.POLICE, "HUKOU", "POLICE");
        directorsToken = Accounts.DIRECTOR.token();
        officersToken = Accounts.POLICE_OFFICER.token();
        child = Asked.child(Accounts.DIRECTOR, Accounts.VILLAGE);
    }

    @AfterEach
    void nothingWaits() throws Exception {
        Referrals.settle(database);
    }

    private RequestSpecification director() {
        return Accounts.with(directorsToken);
    }

    private RequestSpecification officer() {
        return Accounts.with(officersToken);
    }

    @Test
    void anOfficersAnswerComesBackToTheVillage() throws Exception {
        UUID referral = Asked.sent(director(), Asked.hukou(child));
        Asked.act(officer(), referral, "accept", Map.of())
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"));
        Asked.act(officer(), referral, "feedback", Asked.solved()).then().statusCode(200);

        Map<String, Object> onThePhone =
                Pulled.full(directorsToken).data(referral).orElseThrow();

        assertThat(onThePhone)
                .containsEntry("status", "FEEDBACK_GIVEN")
                .containsEntry("resultCode", "SOLVED")
                .containsEntry("feedback", "已办理落户");
        Asked.act(director(), referral, "close", Map.of())
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"));
        assertThat(Asked.told(database, referral))
                .containsExactly(
                        "referral-received AGENCY_OFFICER",
                        "referral-accepted CHILDREN_DIRECTOR",
                        "referral-answered CHILDREN_DIRECTOR");
    }

    @Test
    void theReceiverIsShownWhatItNeedsAndNoFile() throws Exception {
        UUID referral = Asked.sent(director(), Asked.hukou(child));

        Response seen = Asked.get(officer(), referral);

        seen.then()
                .statusCode(200)
                .body("person.fullName", equalTo("王小明"))
                .body("person.birthDate", equalTo("2016-05-02"))
                .body("person.idNumber", notNullValue())
                .body("person.address", equalTo("阳平镇上河滩 12 号"))
                .body("person.contactName", equalTo("王桂兰"))
                .body("person.contactPhone", equalTo("13911112222"))
                .body("sender.roleCode", equalTo("CHILDREN_DIRECTOR"))
                .body("sender.phone", equalTo(Accounts.DIRECTOR.phone()))
                .body("childId", nullValue())
                .body("senderAppointmentId", nullValue());
        officer().get("/api/v1/children/{id}", child).then().statusCode(403);
        assertThat(Sql.number(
                        database,
                        "select count(*) from access_log where action = 'referral.read' and subject_ids @> array[?::uuid, ?::uuid]",
                        referral,
                        child))
                .isEqualTo(1);
        Asked.get(director(), referral).then().body("person", nullValue()).body("childId", equalTo(child.toString()));
    }

    @Test
    void theReceiversListIsDueFirst() {
        UUID normal = Asked.sent(director(), Asked.hukou(child));
        UUID immediate = Asked.sent(director(), Asked.form(child, "HUKOU", "IMMEDIATE"));

        List<String> listed = officer()
                .get("/api/v1/referrals?box=RECEIVED&status=SENT&limit=500")
                .then()
                .statusCode(200)
                .body("items.person", not(hasItem(notNullValue())))
                .extract()
                .path("items.id");

        assertThat(listed).containsSubsequence(immediate.toString(), normal.toString());
    }

    @Test
    void pagesFollowOneAnother() {
        Asked.sent(director(), Asked.hukou(child));
        Asked.sent(director(), Asked.hukou(child));
        for (String box : List.of("SENT", "RECEIVED")) {
            String token = box.equals("SENT") ? directorsToken : officersToken;
            Response first = Accounts.with(token).get("/api/v1/referrals?box=" + box + "&limit=1");

            Response second = Accounts.with(token)
                    .queryParam("cursor", first.<String>path("next"))
                    .get("/api/v1/referrals?box=" + box + "&limit=1");

            assertThat(second.<String>path("items[0].id")).isNotEqualTo(first.path("items[0].id"));
        }
    }

    @Test
    void anActIsDoneOnce() {
        UUID referral = Asked.sent(director(), Asked.hukou(child));
        Map<String, Object> accept = Map.of("id", UUID.randomUUID());
        Asked.act(officer(), referral, "accept", accept).then().statusCode(200);

        Asked.act(officer(), referral, "accept", accept).then().statusCode(200).body("version", equalTo(1));

        Asked.act(officer(), referral, "reject", Map.of("id", accept.get("id"), "reason", "另有原因"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:id-reused"));
    }

    /** The same id names one act, although another has the same words. */
    @Test
    void anotherActUnderTheSameIdIsRefused() {
        UUID referral = Asked.sent(director(), Asked.hukou(child));
        Map<String, Object> withdraw = Map.of("id", UUID.randomUUID());
        Asked.act(director(), referral, "withdraw", withdraw).then().statusCode(200);

        Asked.act(director(), referral, "close", withdraw)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:id-reused"));
    }

    /** What it was needed for is done. */
    @Test
    void whenItIsAnsweredTheReceiverIsNotShownThePersonAnyMore() {
        UUID referral = Asked.sent(director(), Asked.hukou(child));
        Asked.act(officer(), referral, "accept", Map.of()).then().statusCode(200);

        Asked.act(officer(), referral, "feedback", Asked.solved()).then().statusCode(200);

        Asked.get(officer(), referral).then().statusCode(200).body("person", nullValue());
    }

    @Test
    void aMoveThatComesTooLateNamesTheStatus() {
        UUID referral = Asked.sent(director(), Asked.hukou(child));
        Asked.act(officer(), referral, "reject", Asked.because()).then().statusCode(200);

        Response late = Asked.act(officer(), referral, "accept", Map.of());

        late.then()
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:state-conflict"))
                .body("violations[0].message", containsString("REJECTED"));
    }

    @Test
    void eachSideDoesItsOwnPart() {
        UUID referral = Asked.sent(director(), Asked.hukou(child));

        Asked.act(director(), referral, "accept", Map.of()).then().statusCode(403);
        Asked.act(officer(), referral, "withdraw", Map.of()).then().statusCode(403);
        Asked.act(Accounts.COUNTY.request(), referral, "accept", Map.of())
                .then()
                .statusCode(403);
        Asked.act(Accounts.COORDINATOR.request(), referral, "withdraw", Map.of())
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsWithdrawnIsOverAndTheReceiverHearsOfIt() throws Exception {
        UUID referral = Asked.sent(director(), Asked.hukou(child));

        Asked.act(director(), referral, "withdraw", Map.of())
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("resultCode", equalTo("WITHDRAWN"))
                .body("dueAt", nullValue());

        assertThat(Asked.told(database, referral)).contains("referral-withdrawn AGENCY_OFFICER");
    }

    /** What the receiver does not serve any more it does not need to know. */
    @ParameterizedTest
    @ValueSource(strings = {"reject", "withdraw"})
    void whenItIsOverTheReceiverIsNotShownThePersonAnyMore(String end) {
        UUID referral = Asked.sent(director(), Asked.hukou(child));
        RequestSpecification who = end.equals("reject") ? officer() : director();

        Asked.act(who, referral, end, Asked.because()).then().statusCode(200);

        Asked.get(officer(), referral).then().statusCode(200).body("person", nullValue());
    }

    @Test
    void ofTwoAnswersAtOneMomentOneCounts() throws Exception {
        UUID referral = Asked.sent(director(), Asked.hukou(child));

        List<Integer> statuses = Together.statuses(List.of(
                () -> Asked.act(officer(), referral, "accept", Map.of()).statusCode(),
                () -> Asked.act(officer(), referral, "reject", Asked.because()).statusCode()));

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(Asked.told(database, referral)).hasSize(2);
    }

    @Test
    void whereNobodyIsInOfficeTheCountyLeadHearsOfItAndAnswers() throws Exception {
        Map<String, Object> form = Asked.hukou(child);
        form.put("toOrganisationId", Asked.unmanned(database, "HUKOU"));
        UUID referral = Asked.sent(director(), form);
        assertThat(Asked.told(database, referral)).containsOnly("referral-unmanned COUNTY_CIVIL_AFFAIRS");

        Asked.act(Accounts.COUNTY.request(), referral, "accept", Map.of())
                .then()
                .statusCode(200)
                .body("onBehalf", equalTo(true));

        Asked.act(Accounts.COUNTY.request(), referral, "feedback", Asked.solved())
                .then()
                .statusCode(200);
        Asked.get(director(), referral)
                .then()
                .body("receiverInOffice", equalTo(false))
                .body("onBehalf", equalTo(true))
                .body("status", equalTo("FEEDBACK_GIVEN"));
    }

    @Test
    void theServiceIsDoneAfterTheAcceptance() {
        UUID referral = Asked.sent(director(), Asked.hukou(child));
        Asked.act(officer(), referral, "accept", Map.of()).then().statusCode(200);
        Map<String, Object> before = new HashMap<>(Asked.solved());
        before.put("doneAt", "2026-01-05T00:00:00Z");

        Asked.act(officer(), referral, "feedback", before)
                .then()
                .statusCode(422)
                .body("violations.rule", contains("referral-done-at"));
    }
}
