package org.shouwang.protection.violence;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.staff.RoleWorkers;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;

/** No stage stays with an agency that does not help, and no agency keeps what is not its own any more. */
@QuarkusTest
class StagesComeBackApiTest {

    private static final UUID POLICE = UUID.nameUUIDFromBytes("demo/organisation/POLICE".getBytes(UTF_8));
    private static final long DISTRICT = 610304000000L;

    @Inject
    AgroalDataSource database;

    @Inject
    KeyedHash hashes;

    @Inject
    FieldCipher cipher;

    private final UUID shelter = UUID.randomUUID();
    private RoleWorkers workers;
    private Cases.Family family;
    private String director;
    private String police;
    private UUID id;

    /** The demo police, and a shelter that takes everything else. */
    @BeforeEach
    void aCaseOfAChildAndTwoAgencies() throws Exception {
        Sql.update(
                database,
                "insert into organisation (id, name, kind, area_code) values (?, '测试庇护所', 'GOVERNMENT_UNIT', ?)",
                shelter,
                DISTRICT);
        takes(POLICE, "{POLICE}");
        takes(shelter, "{INJURY_ASSESSMENT,SHELTER,JUDICIAL,PSYCH}");
        workers = new RoleWorkers(database, hashes, cipher);
        workers.appointAll(610304103000L);
        workers.appoint(RoleCode.AGENCY_OFFICER, null, shelter);
        director = Accounts.DIRECTOR.token();
        police = Accounts.POLICE_OFFICER.token();
        family = Cases.Family.settled(Accounts.DIRECTOR, Accounts.VILLAGE);
        id = Cases.opened(director(), Cases.ofChild(family.child()));
    }

    private void takes(UUID agency, String types) throws Exception {
        UUID entry = UUID.randomUUID();
        Sql.update(database, """
                insert into resource (id, area_code, organisation_id, name, category, phone, hours, accepts_referral_types,
                                      provider_type, verified_on, created_at, updated_at)
                values (?, ?, ?, '接收单位', 'POLICE_STATION', '0917-12345', '[]', ?::text[], 'GOV', current_date, now(), now())
                """, entry, DISTRICT, agency, types);
        Sql.update(database, "insert into resource_area (resource_id, area_code) values (?, ?)", entry, DISTRICT);
    }

    @AfterEach
    void nothingIsLeftOpen() throws Exception {
        Sql.update(database, "update violence_case set closed_at = now() where closed_at is null");
        Sql.update(database, "update referral set status = 'CLOSED' where status <> 'CLOSED'");
        Sql.update(database, "update referral_watch set next_look_at = null where next_look_at is not null");
        workers.dismiss();
    }

    private RequestSpecification director() {
        return Accounts.with(director);
    }

    private RequestSpecification police() {
        return Accounts.with(police);
    }

    private RequestSpecification officer() {
        return workers.of(RoleCode.AGENCY_OFFICER).request();
    }

    private static Map<String, Object> ask(UUID agency, UUID referral) {
        return new HashMap<>(Map.of(
                "id",
                referral,
                "organisationId",
                agency,
                "urgency",
                "URGENT",
                "summary",
                "请协助处理",
                "consentStatus",
                "NOT_NEEDED_LEGAL_DUTY",
                "legalGround",
                "DOMESTIC_VIOLENCE_14"));
    }

    private UUID refer(RequestSpecification who, UUID of, String stage, UUID agency) {
        UUID referral = UUID.randomUUID();
        Cases.act(who, of, "stages/" + stage + "/refer", ask(agency, referral))
                .then()
                .statusCode(200);
        return referral;
    }

    private Response handOn(String stage) {
        Map<String, Object> form = ask(shelter, UUID.randomUUID());
        form.put("toStage", stage);
        return Cases.act(police(), id, "stages/POLICE_RESPONSE/hand-on", form);
    }

    private static Response answer(RequestSpecification who, UUID referral, String act, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("id", UUID.randomUUID());
        return given().spec(who).body(body).post("/api/v1/referrals/{id}/" + act, referral);
    }

    private UUID acceptedByPolice() {
        UUID referral = refer(director(), id, "POLICE_RESPONSE", POLICE);
        answer(police(), referral, "accept", Map.of()).then().statusCode(200);
        return referral;
    }

    @Test
    void whoAnswersForTheCaseTakesBackWhatAnAgencyHandedOn() throws Exception {
        acceptedByPolice();
        UUID silent = UUID.randomUUID();
        Map<String, Object> form = ask(shelter, silent);
        form.put("toStage", "SHELTER");
        Cases.act(police(), id, "stages/POLICE_RESPONSE/hand-on", form).then().statusCode(200);
        answer(officer(), silent, "accept", Map.of()).then().statusCode(200);
        Cases.act(police(), id, "stages/SHELTER/take-back", Map.of()).then().statusCode(403);

        Cases.act(director(), id, "stages/SHELTER/take-back", Map.of("note", "长期未回应"))
                .then()
                .statusCode(200)
                .body("stages[2].status", equalTo("UNDECIDED"))
                .body("stages[2].organisationId", nullValue());

        Cases.get(officer(), id).then().statusCode(404);
        assertThat(Sql.texts(database, "select status || ' ' || result_code from referral where id = ?", silent))
                .containsExactly("CLOSED WITHDRAWN");
        assertThat(Cases.told(database, silent)).contains("referral-withdrawn AGENCY_OFFICER");
        Cases.act(director(), id, "stages/SHELTER/take-back", Map.of()).then().statusCode(409);
        Cases.act(Accounts.COORDINATOR.request(), id, "stages/SHELTER/take-back", Map.of())
                .then()
                .statusCode(404);
        refer(director(), id, "SHELTER", shelter);
    }

    @Test
    void anAgencyThatCouldNotSolveItHasNothingOfTheCaseAnyMore() {
        UUID referral = acceptedByPolice();

        answer(police(), referral, "feedback", Map.of("feedback", "查无实据", "resultCode", "NOT_SOLVED"))
                .then()
                .statusCode(200);

        Cases.get(police(), id).then().statusCode(404);
        handOn("SHELTER").then().statusCode(404);
        Cases.get(director(), id)
                .then()
                .body("stages[0].status", equalTo("RUNNING"))
                .body("stages[0].organisationId", nullValue());
    }

    @Test
    void anAgencyWhoseReferralIsWithdrawnAfterItAcceptedHasNothingOfTheCaseAnyMore() {
        UUID referral = acceptedByPolice();

        answer(director(), referral, "withdraw", Map.of()).then().statusCode(200);

        Cases.get(police(), id).then().statusCode(404);
        Cases.get(director(), id).then().body("stages[0].status", equalTo("UNDECIDED"));
    }

    @Test
    void whatSomebodySaidIsNotOverriddenByAHandOnAndStandsAgainWhenItIsRejected() {
        acceptedByPolice();
        Cases.act(director(), id, "stages/SHELTER", Map.of("status", "DONE", "organisationId", shelter))
                .then()
                .statusCode(200);
        handOn("SHELTER").then().statusCode(409);

        UUID again = refer(director(), id, "SHELTER", shelter);
        answer(officer(), again, "reject", Map.of("reason", "已满员")).then().statusCode(200);

        Cases.get(director(), id)
                .then()
                .body("stages[2].status", equalTo("DONE"))
                .body("stages[2].organisationId", equalTo(shelter.toString()));
    }

    @Test
    void anAgencyIsNamedByHandWhereItServesAndTheStageIsWithIt() {
        Cases.act(director(), id, "stages/SHELTER", Map.of("status", "NOT_NEEDED", "organisationId", shelter))
                .then()
                .statusCode(422)
                .body("violations.rule", contains("violence-agency"));
        Cases.act(director(), id, "stages/POLICE_RESPONSE", Map.of("status", "DONE", "organisationId", shelter))
                .then()
                .statusCode(422)
                .body("violations.rule", contains("referral-receiver"));
    }

    @Test
    void whoeverTakesACaseOverGetsTheAnswersToItsReferrals() throws Exception {
        UUID referral = refer(director(), id, "SHELTER", shelter);
        UUID to = Accounts.COORDINATOR.appointment("TOWNSHIP_COORDINATOR");

        Cases.act(Accounts.COUNTY.request(), id, "transfer", Map.of("toAppointmentId", to))
                .then()
                .statusCode(200);

        director().get("/api/v1/referrals/{id}", referral).then().statusCode(404);
        assertThat(Sql.texts(
                        database,
                        "select sender_appointment_id || ' ' || sender_role from referral where id = ?",
                        referral))
                .containsExactly(to + " TOWNSHIP_COORDINATOR");
        answer(Accounts.COORDINATOR.request(), referral, "withdraw", Map.of())
                .then()
                .statusCode(200);
    }

    @Test
    void theLeadAnswersForACaseThatIsReopenedAfterItsPostHasEnded() throws Exception {
        workers.appoint(RoleCode.CHILDREN_DIRECTOR, Long.valueOf(Accounts.VILLAGE), null);
        RoleWorkers.Worker gone = workers.of(RoleCode.CHILDREN_DIRECTOR);
        UUID hers = Cases.opened(gone.request(), Cases.ofChild(family.child()));
        Cases.finish(gone.request(), hers);
        Cases.act(gone.request(), hers, "close", Map.of("reason", "办结")).then().statusCode(200);
        workers.dismiss(gone.id());

        Cases.act(Accounts.COUNTY.request(), hers, "reopen", Map.of("reason", "再次发生"))
                .then()
                .statusCode(200)
                .body("closedAt", nullValue())
                .body(
                        "responsibleAppointmentId",
                        equalTo(Accounts.COUNTY
                                .appointment("COUNTY_CIVIL_AFFAIRS")
                                .toString()));
    }

    @Test
    void aBreachIsToldToThePoliceWhoWereNamedByHandAndTheyFindIt() throws Exception {
        UUID order = UUID.randomUUID();
        director()
                .body(Map.of("appliedOn", "2026-01-05", "appliedBy", "VICTIM"))
                .put(Cases.PATH + "/orders/{order}", id, order)
                .then()
                .statusCode(201);
        Cases.act(director(), id, "stages/POLICE_RESPONSE", Map.of("status", "RUNNING", "organisationId", POLICE))
                .then()
                .statusCode(200);
        Map<String, Object> breach = Map.of("on", "2026-01-06", "text", "上门纠缠", "reportedTo", List.of("CIVIL_AFFAIRS"));

        int told = Cases.act(Accounts.COUNTY.request(), id, "orders/" + order + "/breaches", breach)
                .then()
                .statusCode(200)
                .extract()
                .path("orders[0].breaches[0].told");

        assertThat(Cases.told(database, id))
                .contains("order-breached AGENCY_OFFICER", "order-breached CHILDREN_DIRECTOR");
        assertThat(Sql.number(
                        database,
                        "select count(*) from notification where subject_id = ? and event = 'order-breached'",
                        id))
                .isEqualTo(told);
        Cases.get(police(), id)
                .then()
                .statusCode(200)
                .body("orders[0].breaches[0].text", equalTo("上门纠缠"))
                .body("victimWish", nullValue())
                .body("acts", hasSize(0));
    }

    @Test
    void theFederationAnswersForAnUnmannedAgencyInTheCaseOfAWomanAndCivilAffairsDoNotKnow() throws Exception {
        workers.appoint(RoleCode.AGENCY_OFFICER, 610304103000L, null);
        String chair = Accounts.TOWNSHIP_CHAIR.token();
        UUID hers = Cases.opened(Accounts.with(chair), Cases.ofWoman(family.woman()));

        UUID referral = refer(Accounts.with(chair), hers, "SHELTER", shelter);

        assertThat(Cases.told(database, referral))
                .contains("referral-unmanned COUNTY_WOMENS_FEDERATION")
                .noneMatch(told -> told.contains("COUNTY_CIVIL_AFFAIRS"));
        answer(Accounts.COUNTY.request(), referral, "accept", Map.of()).then().statusCode(404);
        answer(Accounts.WOMENS_FEDERATION.request(), referral, "accept", Map.of())
                .then()
                .statusCode(200);
        Cases.get(Accounts.with(chair), hers).then().body("stages[2].status", equalTo("RUNNING"));
    }

    @Test
    void whoAsksAgainElsewhereTellsNoOtherOfficeOfTheCaseOfAWoman() throws Exception {
        String chair = Accounts.TOWNSHIP_CHAIR.token();
        UUID hers = Cases.opened(Accounts.with(chair), Cases.ofWoman(family.woman()));
        UUID first = refer(Accounts.with(chair), hers, "SHELTER", shelter);
        answer(officer(), first, "reject", Map.of("reason", "已满员")).then().statusCode(200);
        Map<String, Object> form = ask(shelter, first);
        form.remove("id");
        form.remove("organisationId");
        form.putAll(Map.of(
                "personRef", family.woman(), "referralType", "SHELTER", "toOrganisationId", shelter, "reopens", first));
        UUID again = UUID.randomUUID();

        Accounts.with(chair)
                .body(form)
                .put("/api/v1/referrals/{id}", again)
                .then()
                .statusCode(201);

        Accounts.COUNTY.request().get("/api/v1/referrals/{id}", again).then().statusCode(404);
        Accounts.WOMENS_FEDERATION
                .request()
                .get("/api/v1/referrals/{id}", again)
                .then()
                .statusCode(200);
    }

    @Test
    void whatWasAnsweredIsOverWhenTheCaseIsClosed() throws Exception {
        UUID referral = acceptedByPolice();
        answer(police(), referral, "feedback", Map.of("feedback", "已处置", "resultCode", "SOLVED"))
                .then()
                .statusCode(200);
        for (String stage : List.of("INJURY_ASSESSMENT", "SHELTER", "JUDICIAL", "COUNSELLING")) {
            Cases.say(director(), id, stage, "NOT_NEEDED").then().statusCode(200);
        }

        Cases.act(director(), id, "close", Map.of("reason", "办结")).then().statusCode(200);

        assertThat(Sql.texts(database, "select status || ' ' || result_code from referral where id = ?", referral))
                .containsExactly("CLOSED SOLVED");
    }
}
