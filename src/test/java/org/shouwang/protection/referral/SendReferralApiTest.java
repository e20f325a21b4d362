package org.shouwang.protection.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Referrals;
import org.shouwang.testsupport.Together;

/** Who is asked for whom, with whose consent, and once. */
@QuarkusTest
class SendReferralApiTest {

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

    /** The answer is due after 7 days, 24 hours or 2 hours; the feedback, from then on, after 30, 7 or 3 days. */
    @ParameterizedTest
    @CsvSource({"NORMAL,P7D,P30D", "URGENT,PT24H,P7D", "IMMEDIATE,PT2H,P3D"})
    void theUrgencySaysUntilWhen(String urgency, Duration answer, Duration feedback) {
        UUID referral = Asked.sent(director(), Asked.form(child, "HUKOU", urgency));
        Response sent = Asked.get(director(), referral);

        Response accepted = Asked.act(officer(), referral, "accept", Map.of());

        assertThat(Asked.moment(sent, "dueAt"))
                .isEqualTo(Asked.moment(sent, "sentAt").plus(answer));
        assertThat(Asked.moment(accepted, "dueAt"))
                .isEqualTo(Asked.moment(accepted, "acceptedAt").plus(feedback));
    }

    @Test
    void sentThriceItIsOneReferralAndOneMessageAPerson() throws Exception {
        UUID id = UUID.randomUUID();
        Asked.put(director(), id, Asked.hukou(child)).then().statusCode(201);
        Asked.put(director(), id, Asked.hukou(child)).then().statusCode(200);

        Asked.put(director(), id, Asked.hukou(child)).then().statusCode(200).body("version", equalTo(0));

        assertThat(Asked.told(database, id)).containsExactly("referral-received AGENCY_OFFICER");
        Map<String, Object> another = Asked.hukou(child);
        another.put("urgency", "URGENT");
        Asked.put(director(), id, another)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:id-reused"));
    }

    @Test
    void sentThriceAtOneMomentItIsOne() throws Exception {
        UUID id = UUID.randomUUID();
        Callable<Integer> put =
                () -> Asked.put(director(), id, Asked.hukou(child)).statusCode();

        List<Integer> statuses = Together.statuses(List.of(put, put, put));

        assertThat(statuses).containsExactlyInAnyOrder(201, 200, 200);
        assertThat(Asked.told(database, id)).containsExactly("referral-received AGENCY_OFFICER");
    }

    @Test
    void askingAgainNamesTheRejectedOneAndEndsIt() {
        UUID rejected = Asked.sent(director(), Asked.hukou(child));
        Asked.act(officer(), rejected, "reject", Asked.because()).then().statusCode(200);
        Map<String, Object> again = Asked.hukou(child);
        again.put("reopens", rejected);

        Asked.put(director(), UUID.randomUUID(), again)
                .then()
                .statusCode(201)
                .body("reopens", equalTo(rejected.toString()));

        Asked.get(director(), rejected).then().body("status", equalTo("CLOSED"));
        Asked.get(officer(), rejected)
                .then()
                .body("rejectReason", equalTo("不属于本单位职责"))
                .body("summary", nullValue());
    }

    /** Asked again without its incident, it tells of no less. */
    @Test
    void whatIsReopenedStaysAsSecretAsItWas() throws Exception {
        Asked.takes(database, Asked.POLICE, "PSYCH");
        UUID incident = UUID.randomUUID();
        director()
                .body(Map.of("childId", child))
                .put("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(201);
        Map<String, Object> form = Asked.form(child, "PSYCH", "NORMAL");
        form.put("incidentId", incident);
        UUID rejected = Asked.sent(director(), form);
        Asked.act(officer(), rejected, "reject", Asked.because()).then().statusCode(200);
        Map<String, Object> again = Asked.form(child, "PSYCH", "NORMAL");
        again.put("reopens", rejected);

        UUID reopened = Asked.sent(director(), again);

        Asked.get(Accounts.COORDINATOR.request(), reopened).then().statusCode(404);
        Asked.get(director(), reopened)
                .then()
                .body("restricted", equalTo(true))
                .body("incidentId", equalTo(incident.toString()))
                .body("reopens", equalTo(rejected.toString()));
        Asked.get(officer(), reopened)
                .then()
                .body("sender.fullName", nullValue())
                .body("incidentId", nullValue())
                .body("reopens", nullValue());
    }

    /** It would take the rejection away from who asked. */
    @Test
    void whoOnlyReadsTheFileReopensNothing() {
        UUID rejected = Asked.sent(director(), Asked.hukou(child));
        Asked.act(officer(), rejected, "reject", Asked.because()).then().statusCode(200);
        Map<String, Object> again = Asked.hukou(child);
        again.put("reopens", rejected);

        Asked.put(Accounts.COORDINATOR.request(), UUID.randomUUID(), again)
                .then()
                .statusCode(422)
                .body("violations.rule", contains("referral-reopens"));
    }

    /** The household's phone may be his of whom she is afraid. */
    @Test
    void aMemberWithoutAPhoneIsNotCalledThroughTheHousehold() {
        Families.Household household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        Map<String, Object> form = Asked.hukou(child);
        form.remove("childId");
        form.put("personRef", household.father());
        form.put("consentStatus", "AGREED");

        UUID referral = Asked.sent(Accounts.TOWNSHIP_CHAIR.request(), form);

        Asked.get(officer(), referral)
                .then()
                .statusCode(200)
                .body("person.fullName", equalTo("王建国"))
                .body("person.contactPhone", nullValue());
    }

    @Test
    void aRunningOneIsNotReopened() {
        UUID running = Asked.sent(director(), Asked.hukou(child));
        Map<String, Object> again = Asked.hukou(child);
        again.put("reopens", running);

        Asked.put(director(), UUID.randomUUID(), again)
                .then()
                .statusCode(422)
                .body("violations.rule", contains("referral-reopens"));
    }

    @ParameterizedTest
    @CsvSource({
        "AGREED,MINORS_PROTECTION_11,referral-ground-with-consent",
        "REFUSED,,referral-needs-ground",
        "NOT_NEEDED_LEGAL_DUTY,,referral-needs-ground"
    })
    void withoutConsentTheLawIsNamed(String consent, String ground, String rule) {
        Map<String, Object> form = Asked.hukou(child);
        form.put("consentStatus", consent);
        form.put("legalGround", ground);

        Asked.put(director(), UUID.randomUUID(), form).then().statusCode(422).body("violations.rule", contains(rule));
    }

    @Test
    void whoIsAskedTakesTheTypeByTheDirectory() {
        Map<String, Object> form = Asked.form(child, "REHAB", "NORMAL");

        Asked.put(director(), UUID.randomUUID(), form)
                .then()
                .statusCode(422)
                .body("violations.rule", contains("referral-receiver"));
    }

    @Test
    void aWomanOfAHouseholdIsReferredToo() {
        Families.Household household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        Map<String, Object> form = Asked.hukou(child);
        form.remove("childId");
        form.put("personRef", household.grandmother());
        form.put("consentStatus", "AGREED");

        UUID referral = Asked.sent(Accounts.TOWNSHIP_CHAIR.request(), form);

        Asked.get(officer(), referral)
                .then()
                .statusCode(200)
                .body("person.fullName", equalTo("王桂兰"))
                .body("person.contactPhone", equalTo("13911112222"))
                .body("person.address", equalTo("阳平镇上河滩 12 号"));
    }

    @Test
    void nobodyIsReferredFromElsewhere() {
        Map<String, Object> unknown = new HashMap<>(Asked.hukou(UUID.randomUUID()));

        Asked.put(Accounts.OTHER_TOWN_DIRECTOR.request(), UUID.randomUUID(), Asked.hukou(child))
                .then()
                .statusCode(404);

        Asked.put(director(), UUID.randomUUID(), unknown).then().statusCode(404);
    }
}
