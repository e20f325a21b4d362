package org.shouwang.protection.violence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.devtools.MovableClock;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.staff.RoleWorkers;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

/** Five agencies, each asked by whoever has the stage before, and one of them silent. */
@QuarkusTest
class ViolenceChainApiTest {

    private static final long DISTRICT = 610304000000L;

    @Inject
    AgroalDataSource database;

    @Inject
    KeyedHash hashes;

    @Inject
    FieldCipher cipher;

    @Inject
    MovableClock clock;

    private final Map<ViolenceStage, UUID> agencies = new EnumMap<>(ViolenceStage.class);
    private final Map<ViolenceStage, RoleWorkers> officers = new EnumMap<>(ViolenceStage.class);
    private String director;
    private UUID id;

    @BeforeEach
    void fiveAgenciesWithAnOfficerEach() throws Exception {
        for (ViolenceStage stage : ViolenceStage.values()) {
            UUID agency = UUID.randomUUID();
            Sql.update(
                    database,
                    "insert into organisation (id, name, kind, area_code) values (?, ?, 'GOVERNMENT_UNIT', ?)",
                    agency,
                    "测试单位" + stage.name(),
                    DISTRICT);
            takes(agency, stage);
            RoleWorkers workers = new RoleWorkers(database, hashes, cipher);
            workers.appointAll(610304103000L);
            workers.appoint(RoleCode.AGENCY_OFFICER, null, agency);
            agencies.put(stage, agency);
            officers.put(stage, workers);
        }
        director = Accounts.DIRECTOR.token();
        Cases.Family family = Cases.Family.settled(Accounts.DIRECTOR, Accounts.VILLAGE);
        id = Cases.opened(director(), Cases.ofChild(family.child()));
    }

    private void takes(UUID agency, ViolenceStage stage) throws SQLException {
        UUID entry = UUID.randomUUID();
        Sql.update(database, """
                insert into resource (id, area_code, organisation_id, name, category, phone, hours, accepts_referral_types,
                                      provider_type, verified_on, created_at, updated_at)
                values (?, ?, ?, '接收单位', 'POLICE_STATION', '0917-12345', '[]', ?::text[], 'GOV', current_date, now(), now())
                """, entry, DISTRICT, agency, "{" + stage.asks + "}");
        Sql.update(database, "insert into resource_area (resource_id, area_code) values (?, ?)", entry, DISTRICT);
    }

    @AfterEach
    void nobodyStays() throws Exception {
        clock.moveTo(Instant.now());
        Sql.update(database, "update violence_case set closed_at = now() where id = ?", id);
        Sql.update(database, """
                update referral set status = 'CLOSED' where id in
                    (select referral_id from violence_hand_over where case_id = ?)
                """, id);
        for (RoleWorkers workers : officers.values()) {
            workers.dismiss();
        }
    }

    private RequestSpecification director() {
        return Accounts.with(director);
    }

    private RequestSpecification officer(ViolenceStage stage) {
        return Objects.requireNonNull(officers.get(stage))
                .of(RoleCode.AGENCY_OFFICER)
                .request();
    }

    private Map<String, Object> ask(ViolenceStage stage, UUID referral) {
        Map<String, Object> form = new HashMap<>();
        form.put("id", referral);
        form.put("organisationId", agencies.get(stage));
        form.put("urgency", "URGENT");
        form.put("summary", "请协助处理，详情面谈");
        form.put("consentStatus", "NOT_NEEDED_LEGAL_DUTY");
        form.put("legalGround", "DOMESTIC_VIOLENCE_14");
        return form;
    }

    private UUID refer(ViolenceStage stage) {
        UUID referral = UUID.randomUUID();
        Cases.act(director(), id, "stages/" + stage + "/refer", ask(stage, referral))
                .then()
                .statusCode(200);
        return referral;
    }

    private Response handOn(ViolenceStage from, ViolenceStage to, UUID referral) {
        Map<String, Object> form = ask(to, referral);
        form.put("toStage", to);
        return Cases.act(officer(from), id, "stages/" + from + "/hand-on", form);
    }

    private Response answer(ViolenceStage stage, UUID referral, String act, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("id", UUID.randomUUID());
        return given().spec(officer(stage)).body(body).post("/api/v1/referrals/{id}/" + act, referral);
    }

    private void accepted(ViolenceStage stage, UUID referral) {
        answer(stage, referral, "accept", Map.of()).then().statusCode(200);
    }

    private void answered(ViolenceStage stage, UUID referral, String result) {
        answer(stage, referral, "feedback", Map.of("feedback", "已处理", "resultCode", result))
                .then()
                .statusCode(200);
    }

    private static List<String> statuses(Response of) {
        return of.then().statusCode(200).extract().path("stages.status");
    }

    @Test
    void aChainOfFiveAgenciesWithOneSilentShowsWhereItStands() throws Exception {
        UUID referral = refer(ViolenceStage.POLICE_RESPONSE);
        ViolenceStage before = ViolenceStage.POLICE_RESPONSE;
        accepted(before, referral);
        List<UUID> asked = new ArrayList<>(List.of(referral));
        for (ViolenceStage stage :
                List.of(ViolenceStage.INJURY_ASSESSMENT, ViolenceStage.SHELTER, ViolenceStage.JUDICIAL)) {
            UUID next = UUID.randomUUID();
            handOn(before, stage, next).then().statusCode(200);
            accepted(stage, next);
            answered(before, asked.get(asked.size() - 1), "SOLVED");
            asked.add(next);
            before = stage;
        }
        UUID silent = UUID.randomUUID();
        handOn(ViolenceStage.JUDICIAL, ViolenceStage.COUNSELLING, silent).then().statusCode(200);

        assertThat(statuses(Cases.get(director(), id))).containsExactly("DONE", "DONE", "DONE", "RUNNING", "REFERRED");
        clock.moveTo(clock.instant().plus(Duration.ofHours(25)));
        Demo.sweep();
        Cases.get(Accounts.DIRECTOR.request(), id)
                .then()
                .body("stages[4].overdue", equalTo(true))
                .body(
                        "stages[4].organisationId",
                        equalTo(Objects.requireNonNull(agencies.get(ViolenceStage.COUNSELLING))
                                .toString()))
                .body("stages[3].overdue", equalTo(false));
        assertThat(Cases.told(database, silent))
                .as("the silent agency is reminded, and whoever asked it hears of it")
                .filteredOn(told -> told.contains("AGENCY_OFFICER"))
                .hasSizeGreaterThan(1);
        assertThat(Sql.number(
                        database, "select count(*) from violence_hand_over where case_id = ? and over_at is null", id))
                .isEqualTo(2);
        assertThat(Sql.number(database, """
                        select count(*) from violence_hand_over h join referral r on r.id = h.referral_id
                        where h.case_id = ? and r.to_organisation_id = h.organisation_id
                        """, id)).isEqualTo(5);
    }

    @Test
    void anAgencySeesTheChainAndItsOwnWordsOnly() {
        UUID police = refer(ViolenceStage.POLICE_RESPONSE);
        refer(ViolenceStage.SHELTER);
        Cases.say(director(), id, "JUDICIAL", "NOT_NEEDED").then().statusCode(200);
        accepted(ViolenceStage.POLICE_RESPONSE, police);

        Response seen = Cases.get(officer(ViolenceStage.POLICE_RESPONSE), id);

        seen.then()
                .statusCode(200)
                .body("stages", hasSize(5))
                .body("stages.status", contains("RUNNING", "UNDECIDED", "REFERRED", "NOT_NEEDED", "UNDECIDED"))
                .body("stages[0].referralId", equalTo(police.toString()))
                .body("stages[2].referralId", nullValue())
                .body("victimWish", nullValue())
                .body("victimChildId", nullValue())
                .body("authorAppointmentId", nullValue())
                .body("responsibleAppointmentId", nullValue())
                .body("acts", hasSize(0));
        Cases.get(officer(ViolenceStage.COUNSELLING), id).then().statusCode(404);
        Cases.say(officer(ViolenceStage.POLICE_RESPONSE), id, "JUDICIAL", "RUNNING")
                .then()
                .statusCode(403);
        officer(ViolenceStage.POLICE_RESPONSE)
                .get("/api/v1/violence-cases?limit=500")
                .then()
                .statusCode(200)
                .body("items.id", contains(id.toString()));
    }

    @Test
    void aStageThatIsRejectedStandsOpenAgainAndItsPostIsTold() throws Exception {
        UUID referral = refer(ViolenceStage.SHELTER);
        answer(ViolenceStage.SHELTER, referral, "reject", Map.of("reason", "已满员"))
                .then()
                .statusCode(200);

        Response seen = Cases.get(director(), id);

        seen.then().body("stages[2].status", equalTo("UNDECIDED")).body("stages[2].organisationId", nullValue());
        assertThat(Cases.told(database, id)).contains("violence-stage-open CHILDREN_DIRECTOR");
        Cases.get(officer(ViolenceStage.SHELTER), id).then().statusCode(404);
        refer(ViolenceStage.SHELTER);
    }

    @Test
    void whatAnAgencyCouldNotSolveGoesOn() {
        UUID referral = refer(ViolenceStage.SHELTER);
        accepted(ViolenceStage.SHELTER, referral);
        Cases.say(director(), id, "SHELTER", "DONE").then().statusCode(409);
        answered(ViolenceStage.SHELTER, referral, "NOT_SOLVED");

        assertThat(statuses(Cases.get(director(), id)).get(2)).isEqualTo("RUNNING");
        Cases.say(director(), id, "SHELTER", "DONE").then().statusCode(200);
    }

    @Test
    void aStageIsHandedToOneAgencyAtATime() {
        UUID referral = UUID.randomUUID();
        Map<String, Object> form = ask(ViolenceStage.SHELTER, referral);
        for (int i = 0; i < 2; i++) {
            Cases.act(director(), id, "stages/SHELTER/refer", form).then().statusCode(200);
        }
        Cases.act(director(), id, "stages/SHELTER/refer", ask(ViolenceStage.SHELTER, UUID.randomUUID()))
                .then()
                .statusCode(409);
        Cases.act(director(), id, "stages/JUDICIAL/refer", ask(ViolenceStage.SHELTER, UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("violations.rule", contains("referral-receiver"));
        Cases.get(director(), id)
                .then()
                .body("acts.kind", everyItem(equalTo("REFER")))
                .body("acts", hasSize(1));
    }

    @Test
    void ofTwoAgenciesThatHandOnAtTheSameMomentOneFindsAReceiver() throws Exception {
        List<ViolenceStage> both = List.of(ViolenceStage.POLICE_RESPONSE, ViolenceStage.INJURY_ASSESSMENT);
        for (ViolenceStage stage : both) {
            accepted(stage, refer(stage));
        }
        List<Callable<Integer>> requests = new ArrayList<>();
        for (ViolenceStage stage : both) {
            requests.add(() ->
                    handOn(stage, ViolenceStage.COUNSELLING, UUID.randomUUID()).statusCode());
        }

        List<Integer> statuses = Together.statuses(requests);

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(Sql.number(
                        database,
                        "select count(*) from violence_hand_over where case_id = ? and stage = 'COUNSELLING'",
                        id))
                .isEqualTo(1);
        handOn(ViolenceStage.COUNSELLING, ViolenceStage.SHELTER, UUID.randomUUID())
                .then()
                .statusCode(409);
    }
}
