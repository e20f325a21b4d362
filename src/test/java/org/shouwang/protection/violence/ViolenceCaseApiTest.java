package org.shouwang.protection.violence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Pulled;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class ViolenceCaseApiTest {

    @Inject
    AgroalDataSource database;

    private Cases.Family family;
    private String chair;
    private String county;

    @BeforeEach
    void aFamilyOfTheVillage() {
        family = Cases.Family.settled(Accounts.COORDINATOR, Accounts.SECOND_VILLAGE);
        chair = Accounts.CHAIR_AND_DIRECTOR.token();
        county = Accounts.COUNTY.token();
    }

    /** The chair's post stays free of cases for whoever comes next. */
    @AfterEach
    void nothingIsLeftOpen() throws Exception {
        Sql.update(
                database,
                "update violence_case set closed_at = now() where closed_at is null and area_code = ?",
                Long.valueOf(Accounts.SECOND_VILLAGE));
    }

    /** The chair, who is the director too, in the chair's post. */
    private RequestSpecification chair() {
        return Accounts.with(chair).header("X-Appointment-Id", Accounts.CHAIR_AND_DIRECTOR.appointment("WOMENS_CHAIR"));
    }

    private UUID ofChild() {
        return Cases.opened(chair(), Cases.ofChild(family.child()));
    }

    @Test
    void aCaseIsOpenedOnceAndItsAuthorAnswersForIt() throws Exception {
        UUID id = UUID.randomUUID();
        Map<String, Object> form = Cases.ofChild(family.child());
        UUID post = Accounts.CHAIR_AND_DIRECTOR.appointment("WOMENS_CHAIR");

        Cases.put(chair(), id, form)
                .then()
                .statusCode(201)
                .body("areaCode", equalTo(Accounts.SECOND_VILLAGE))
                .body("victimWish", equalTo(Cases.WISH))
                .body("responsibleAppointmentId", equalTo(post.toString()))
                .body(
                        "stages.stage",
                        contains("POLICE_RESPONSE", "INJURY_ASSESSMENT", "SHELTER", "JUDICIAL", "COUNSELLING"))
                .body("stages.status", everyItem(equalTo("UNDECIDED")));
        Cases.put(chair(), id, form).then().statusCode(200).body("version", equalTo(0));
        Cases.put(chair(), id, Cases.ofWoman(family.woman())).then().statusCode(409);

        assertThat(Cases.told(database, id)).containsExactly("violence-case-opened COUNTY_CIVIL_AFFAIRS");
        assertThat(Pulled.full(chair).data(id)).isPresent();
        assertThat(new String(
                        Sql.bytes(database, "select victim_wish_cipher from violence_case where id = ?", id)
                                .get(0),
                        UTF_8))
                .doesNotContain("妹妹");
    }

    @Test
    void theWomensFederationLeadsTheCaseOfAWomanAndCivilAffairsDoesNotKnowOfIt() throws Exception {
        UUID id = Cases.opened(chair(), Cases.ofWoman(family.woman()));

        Cases.get(Accounts.WOMENS_FEDERATION.request(), id).then().statusCode(200);
        Cases.get(Accounts.with(county), id).then().statusCode(404);
        Accounts.with(county)
                .get("/api/v1/violence-cases?limit=500")
                .then()
                .body("items.id", not(hasItem(id.toString())));
        assertThat(Cases.told(database, id)).containsExactly("violence-case-opened COUNTY_WOMENS_FEDERATION");
    }

    @Test
    void aVictimIsAChildOrAGrownUpWomanOfTheCallersArea() {
        UUID id = UUID.randomUUID();
        Cases.put(chair(), id, Map.of()).then().statusCode(422).body("violations.rule", contains("victim-one"));
        Cases.put(chair(), id, Cases.ofWoman(family.household().father()))
                .then()
                .statusCode(422)
                .body("violations.rule", contains("victim-woman"));
        Cases.put(chair(), id, Cases.ofChild(UUID.randomUUID())).then().statusCode(404);
        Cases.put(Accounts.OTHER_TOWN_DIRECTOR.request(), id, Cases.ofChild(family.child()))
                .then()
                .statusCode(404);
        Cases.put(Accounts.DIRECTOR.request(), id, Cases.ofWoman(family.woman()))
                .then()
                .statusCode(403);
        Cases.put(Accounts.POLICE_OFFICER.request(), id, Cases.ofChild(family.child()))
                .then()
                .statusCode(403);
    }

    /** Whether there is none or it is closed to the caller, is one answer. */
    @Test
    void anIncidentThatIsNotOpenIsAnIncidentThatIsNotThere() {
        UUID incident = UUID.randomUUID();
        Accounts.OTHER_TOWN_DIRECTOR
                .request()
                .body(Map.of("unknownChildDesc", "村口桥下约八岁男孩"))
                .put("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(201);
        for (UUID named : List.of(incident, UUID.randomUUID())) {
            Cases.put(chair(), UUID.randomUUID(), Map.of("victimChildId", family.child(), "incidentId", named))
                    .then()
                    .statusCode(422)
                    .body("violations.rule", contains("violence-incident"));
        }
    }

    @Test
    void aMinorDoesNotRefuseWhatTheLawObligesToAndAWomanMay() {
        UUID ofChild = ofChild();
        UUID ofWoman = Cases.opened(chair(), Cases.ofWoman(family.woman()));

        Cases.say(chair(), ofChild, "SHELTER", "REFUSED_BY_VICTIM")
                .then()
                .statusCode(422)
                .body("violations.rule", contains("victim-minor"))
                .body("violations[0].message", containsString("未成年人"));
        Cases.say(chair(), ofWoman, "SHELTER", "REFUSED_BY_VICTIM")
                .then()
                .statusCode(200)
                .body("stages[2].status", equalTo("REFUSED_BY_VICTIM"))
                .body("acts[0].note", equalTo("已核实"));
    }

    @Test
    void anActIsDoneOnce() {
        UUID id = ofChild();
        Map<String, Object> running = Map.of("id", UUID.randomUUID(), "status", "RUNNING");

        Cases.act(chair(), id, "stages/SHELTER", running).then().statusCode(200).body("version", equalTo(1));
        Cases.act(chair(), id, "stages/SHELTER", running).then().statusCode(200).body("version", equalTo(1));
        Cases.act(chair(), id, "stages/JUDICIAL", running).then().statusCode(409);
        Cases.say(chair(), id, "SHELTER", "NOT_NEEDED").then().statusCode(409);
    }

    @Test
    void aCaseClosesWhenAllFiveStagesAreFinalAndTheLeadOpensItAgain() throws Exception {
        UUID id = ofChild();
        Map<String, Object> because = Map.of("reason", "五个环节均已办结");
        for (String stage : List.of("POLICE_RESPONSE", "INJURY_ASSESSMENT", "SHELTER", "JUDICIAL")) {
            Cases.say(chair(), id, stage, "NOT_NEEDED").then().statusCode(200);
        }
        Cases.say(chair(), id, "COUNSELLING", "RUNNING").then().statusCode(200);
        Cases.act(chair(), id, "close", because).then().statusCode(409);
        Cases.say(chair(), id, "COUNSELLING", "DONE").then().statusCode(200);

        Cases.act(chair(), id, "close", because).then().statusCode(200).body("closedAt", notNullValue());

        Cases.say(chair(), id, "SHELTER", "RUNNING").then().statusCode(409);
        Cases.act(chair(), id, "reopen", because).then().statusCode(403);
        Cases.act(Accounts.with(county), id, "reopen", because)
                .then()
                .statusCode(200)
                .body("closedAt", nullValue());
        assertThat(Cases.told(database, id)).contains("violence-case-given WOMENS_CHAIR");
    }

    @Test
    void theLeadOpensItToAPostAndPassesItOn() throws Exception {
        UUID id = ofChild();
        RequestSpecification coordinator = Accounts.COORDINATOR.request();
        Cases.get(coordinator, id).then().statusCode(404);
        Map<String, Object> to = Map.of("appointmentId", Accounts.COORDINATOR.appointment("TOWNSHIP_COORDINATOR"));
        Cases.act(chair(), id, "grants", to).then().statusCode(403);

        Cases.act(Accounts.with(county), id, "grants", to).then().statusCode(200);
        Cases.get(coordinator, id).then().statusCode(200);
        Cases.say(coordinator, id, "SHELTER", "RUNNING").then().statusCode(403);
        Cases.act(
                        Accounts.with(county),
                        id,
                        "transfer",
                        Map.of("toAppointmentId", Accounts.COORDINATOR.appointment("TOWNSHIP_COORDINATOR")))
                .then()
                .statusCode(200);

        Cases.say(coordinator, id, "SHELTER", "RUNNING").then().statusCode(200);
        Cases.say(chair(), id, "SHELTER", "DONE").then().statusCode(403);
        Cases.get(chair(), id).then().statusCode(200);
        assertThat(Pulled.full(Accounts.COORDINATOR.token()).data(id)).isPresent();
        Cases.act(
                        Accounts.with(county),
                        id,
                        "transfer",
                        Map.of("toAppointmentId", Accounts.POLICE_OFFICER.appointment("AGENCY_OFFICER")))
                .then()
                .statusCode(422)
                .body("violations.rule", contains("violence-receiver"));
        Cases.finish(coordinator, id);
    }

    @Test
    void whatTheLeadRevokesLeavesThePhone() {
        UUID id = ofChild();
        UUID post = Accounts.COORDINATOR.appointment("TOWNSHIP_COORDINATOR");
        Map<String, Object> to = Map.of("appointmentId", post);
        Cases.act(Accounts.with(county), id, "revocations", to)
                .then()
                .statusCode(422)
                .body("violations.rule", contains("violence-not-given"));
        Cases.act(Accounts.with(county), id, "grants", to).then().statusCode(200);
        Cases.act(chair(), id, "revocations", to).then().statusCode(403);

        Cases.act(Accounts.with(county), id, "revocations", to).then().statusCode(200);

        String coordinator = Accounts.COORDINATOR.token();
        Cases.get(Accounts.with(coordinator), id).then().statusCode(404);
        Accounts.with(coordinator)
                .get("/api/v1/violence-cases?limit=500")
                .then()
                .body("items.id", not(hasItem(id.toString())));
        assertThat(Pulled.full(coordinator).data(id)).isEmpty();
        UUID chairs = Accounts.CHAIR_AND_DIRECTOR.appointment("WOMENS_CHAIR");
        Cases.act(Accounts.with(county), id, "revocations", Map.of("appointmentId", chairs))
                .then()
                .statusCode(409);
        Cases.act(Accounts.with(county), id, "grants", to).then().statusCode(200);
        assertThat(Pulled.full(coordinator).data(id)).isPresent();
    }

    @Test
    void theIdOfOneActIsNoRepetitionOfAnother() {
        UUID id = ofChild();
        Map<String, Object> act = Map.of(
                "id", UUID.randomUUID(), "appointmentId", Accounts.COORDINATOR.appointment("TOWNSHIP_COORDINATOR"));
        Cases.act(Accounts.with(county), id, "grants", act).then().statusCode(200);

        Cases.act(Accounts.with(county), id, "revocations", act)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:id-reused"));

        Cases.get(Accounts.COORDINATOR.request(), id).then().statusCode(200);
    }

    @Test
    void whoAnsweredForACaseSeesItNoMoreOnceItIsPassedOn() {
        UUID id = ofChild();
        String coordinator = Accounts.COORDINATOR.token();
        for (UUID to : List.of(
                Accounts.COORDINATOR.appointment("TOWNSHIP_COORDINATOR"),
                Accounts.TOWNSHIP_CHAIR.appointment("TOWNSHIP_WOMENS_CHAIR"))) {
            Cases.act(Accounts.with(county), id, "transfer", Map.of("toAppointmentId", to))
                    .then()
                    .statusCode(200);
        }

        Cases.get(Accounts.with(coordinator), id).then().statusCode(404);
        assertThat(Pulled.full(coordinator).data(id)).isEmpty();
        Cases.get(chair(), id).then().statusCode(200);
    }

    @Test
    void aGrantDoesNotChangeWhenACaseWasClosed() {
        UUID id = ofChild();
        Cases.finish(chair(), id);
        String closedAt = Cases.act(chair(), id, "close", Map.of("reason", "办结"))
                .then()
                .statusCode(200)
                .extract()
                .path("closedAt");

        Cases.act(
                        Accounts.with(county),
                        id,
                        "grants",
                        Map.of("appointmentId", Accounts.COORDINATOR.appointment("TOWNSHIP_COORDINATOR")))
                .then()
                .statusCode(200)
                .body("closedAt", equalTo(closedAt));
    }

    @Test
    void aPageGoesOnWhereTheLastOneEnded() {
        UUID first = ofChild();
        UUID second = Cases.opened(chair(), Cases.ofWoman(family.woman()));

        String next = chair().get("/api/v1/violence-cases?limit=1")
                .then()
                .statusCode(200)
                .body("items.id", contains(second.toString()))
                .extract()
                .path("next");
        chair().get("/api/v1/violence-cases?limit=1&cursor=" + next)
                .then()
                .body("items.id", contains(first.toString()));
    }

    @Test
    void smallFiguresAreWithheld() {
        ofChild();
        Accounts.with(county)
                .get("/api/v1/violence-cases/statistics?from=%s&to=%s".formatted(Demo.today(), Demo.today()))
                .then()
                .statusCode(200)
                .body("items.find { it.areaCode == '%s' }.opened".formatted(Accounts.TOWN), notNullValue());
        Accounts.with(county)
                .get("/api/v1/violence-cases/statistics?from=2020-01-01&to=2020-01-31")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        assertThat(ViolenceStatisticsView.Figure.of(4)).isEqualTo(new ViolenceStatisticsView.Figure(null, true));
        assertThat(ViolenceStatisticsView.Figure.of(5)).isEqualTo(new ViolenceStatisticsView.Figure(5, false));
        assertThat(ViolenceStatisticsView.Figure.of(0)).isEqualTo(new ViolenceStatisticsView.Figure(0, false));
        chair().get("/api/v1/violence-cases/statistics?from=2026-01-01&to=2026-01-31")
                .then()
                .statusCode(403);
    }

    @Test
    void aPostDoesNotEndWhileAnOpenCaseDependsOnIt() throws Exception {
        UUID id = ofChild();
        UUID post = Accounts.CHAIR_AND_DIRECTOR.appointment("WOMENS_CHAIR");

        assertThatThrownBy(() -> Sql.update(
                        database,
                        "update appointment set status = 'ENDED', ended_on = current_date where id = ?",
                        post))
                .hasMessageContaining("case of violence");
        Cases.finish(chair(), id);
        Cases.act(chair(), id, "close", Map.of("reason", "办结")).then().statusCode(200);
    }
}
