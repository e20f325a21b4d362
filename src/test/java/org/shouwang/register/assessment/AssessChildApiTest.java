package org.shouwang.register.assessment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

/** An assessment sets the level; a lower one waits for the coordinator. */
@QuarkusTest
class AssessChildApiTest {

    @Inject
    DataSource database;

    private RequestSpecification director;
    private RequestSpecification coordinator;
    private Families.Household household;
    private UUID child;

    @BeforeEach
    void aChildAtMedium() {
        director = Accounts.DIRECTOR.request();
        coordinator = Accounts.COORDINATOR.request();
        household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        child = Families.register(Accounts.DIRECTOR, Accounts.VILLAGE, household, "MEDIUM");
    }

    private void stands(String level) {
        given().spec(director)
                .get("/api/v1/children/{id}", child)
                .then()
                .statusCode(200)
                .body("riskLevel", equalTo(level))
                .body("assessment.riskLevel", equalTo(level));
    }

    private List<String> told(Object assessment) throws SQLException {
        return Sql.texts(database, """
                select n.event || ' ' || a.role_code || case when n.urgent then ' URGENT' else '' end
                from notification n join appointment a on a.id = n.appointment_id where n.occurrence = ? order by 1
                """, assessment.toString());
    }

    @Test
    void aGraverLevelHoldsAtOnceAndTheCoordinatorIsTold() throws SQLException {
        Map<String, Object> form = Assessments.scored(4);

        Assessments.post(director, child, form)
                .statusCode(201)
                .body("state", equalTo("EFFECTIVE"))
                .body("riskLevel", equalTo("HIGH"))
                .body("computedLevel", equalTo("HIGH"))
                .body("totalScore", equalTo(80))
                .body("itemScores.HEALTH", equalTo(4))
                .body("emergencyAnswers.MISSING", equalTo(false))
                .body("incidentId", nullValue())
                .body("validUntil", equalTo(Demo.today().plusDays(90).toString()));

        stands("HIGH");
        assertThat(told(form.get("id"))).containsExactly("level-raised TOWNSHIP_COORDINATOR");
    }

    @Test
    void aCriticalOneIsToldAtAnyHour() throws SQLException {
        Map<String, Object> form = Assessments.scored(5);

        Assessments.post(director, child, form).statusCode(201);

        stands("CRITICAL");
        assertThat(told(form.get("id"))).containsExactly("level-raised TOWNSHIP_COORDINATOR URGENT");
    }

    @Test
    void theSameAgainIsAnsweredAndAnotherBodyIsRefused() throws SQLException {
        Map<String, Object> form = Assessments.scored(4);
        Assessments.post(director, child, form).statusCode(201);

        Assessments.post(director, child, form).statusCode(200).body("riskLevel", equalTo("HIGH"));

        form.put("overrideLevel", "CRITICAL");
        form.put("overrideReason", "x");
        Assessments.post(director, child, form).statusCode(409).body("type", equalTo("urn:shouwang:problem:id-reused"));
        assertThat(Sql.number(database, "select count(*) from risk_assessment where child_id = ?", child))
                .isEqualTo(2);
    }

    @Test
    void outsideTheAreaThereIsNoSuchChild() {
        Map<String, Object> form = Assessments.scored(4);
        Assessments.post(director, child, form).statusCode(201);

        Assessments.post(Accounts.OTHER_TOWN_DIRECTOR.request(), child, form).statusCode(404);
        Assessments.post(director, UUID.randomUUID(), Assessments.scored(4)).statusCode(404);
        Assessments.post(Accounts.TOWNSHIP_CHAIR.request(), child, form).statusCode(403);
    }

    @Test
    void whatIsWrongIsSaidItemByItem() {
        Map<String, Object> form = Assessments.scored(4);
        form.put("emergencyAnswers", Map.of("MISSING", false));
        form.put("itemScores", Map.of("HEALTH", 9));
        form.put("assessedOn", "2016-05-01");

        Assessments.post(director, child, form)
                .statusCode(422)
                .body("violations.field", hasItem("emergencyAnswers.VIOLENCE"))
                .body("violations.field", hasItem("itemScores.HEALTH"))
                .body("violations.field", hasItem("unknownReasons.MIND"))
                .body("violations.rule", hasItem("assessed-after-birth"));
    }

    @Test
    void aClosedFileIsNotAssessed() {
        given().spec(coordinator)
                .body(Map.of("id", UUID.randomUUID(), "closeReason", "NO_LONGER_ELIGIBLE"))
                .post("/api/v1/children/{id}/close", child)
                .then()
                .statusCode(200);

        Assessments.post(director, child, Assessments.scored(4)).statusCode(409);
    }

    @Test
    void aLowerLevelHoldsWhenTheCoordinatorConfirmsIt() throws SQLException {
        Map<String, Object> form = Assessments.scored(1);
        Assessments.post(director, child, form)
                .statusCode(201)
                .body("state", equalTo("PENDING"))
                .body("validUntil", nullValue());
        stands("MEDIUM");
        assertThat(told(form.get("id"))).containsExactly("assessment-to-confirm TOWNSHIP_COORDINATOR");
        Map<String, Object> yes = Assessments.yes("MEDIUM");

        Assessments.decide(coordinator, form.get("id"), yes)
                .statusCode(200)
                .body("state", equalTo("EFFECTIVE"))
                .body("riskLevel", equalTo("NORMAL"))
                .body(
                        "confirmerAppointmentId",
                        equalTo(Accounts.COORDINATOR
                                .appointment("TOWNSHIP_COORDINATOR")
                                .toString()))
                .body("validUntil", equalTo(Demo.today().plusDays(365).toString()));

        stands("NORMAL");
        assertThat(told(form.get("id")))
                .containsExactly("assessment-decided CHILDREN_DIRECTOR", "assessment-to-confirm TOWNSHIP_COORDINATOR");
        Assessments.decide(coordinator, form.get("id"), yes).statusCode(200).body("state", equalTo("EFFECTIVE"));
        Assessments.decide(coordinator, form.get("id"), Assessments.yes("MEDIUM"))
                .statusCode(409);
    }

    @Test
    void whatWaitsIsListedToWhoeverMayDecideUntilItIsDecided() throws SQLException {
        Map<String, Object> form = Assessments.scored(2);
        Assessments.post(director, child, form).statusCode(201).body("state", equalTo("PENDING"));

        String line = "items.find { it.id == '" + form.get("id") + "' }.";
        waiting(Accounts.COORDINATOR, Accounts.VILLAGE)
                .body(line + "childId", equalTo(child.toString()))
                .body(line + "standsAt", equalTo("MEDIUM"))
                .body(line + "wantedLevel", equalTo("LOW"))
                .body(line + "own", equalTo(false));
        waiting(Accounts.COUNTY, Accounts.VILLAGE).body(line + "areaCode", equalTo(Accounts.VILLAGE));
        waiting(Accounts.COUNTY, "610304102202")
                .body("items.id", not(hasItem(form.get("id").toString())));
        assertThat(Sql.number(
                        database,
                        "select count(*) from access_log where action = 'assessment.list-waiting' and ? = any(subject_ids)",
                        child))
                .isEqualTo(2);

        Assessments.decide(coordinator, form.get("id"), Assessments.yes("MEDIUM"))
                .statusCode(200);

        waiting(Accounts.COORDINATOR, Accounts.VILLAGE)
                .body("items.id", not(hasItem(form.get("id").toString())));
    }

    private static ValidatableResponse waiting(Accounts who, String area) {
        return who.request()
                .queryParam("area", area)
                .queryParam("limit", 500)
                .get("/api/v1/assessments")
                .then()
                .statusCode(200);
    }

    @Test
    void aLowerLevelThatIsRefusedChangesNothing() {
        Map<String, Object> form = Assessments.scored(1);
        Assessments.post(director, child, form).statusCode(201);
        Assessments.decide(
                        coordinator,
                        form.get("id"),
                        Map.of("id", UUID.randomUUID(), "accepted", false, "fromLevel", "MEDIUM"))
                .statusCode(422)
                .body("violations.rule", contains("assessment-refusal-says-why"));

        Assessments.decide(coordinator, form.get("id"), Assessments.no("MEDIUM"))
                .statusCode(200)
                .body("state", equalTo("REJECTED"))
                .body("decisionReason", equalTo("照护情况没有改善"));

        stands("MEDIUM");
    }

    @Test
    void aLevelBelowTheComputedOneWaitsAndTheComputedOneHolds() {
        Map<String, Object> form = Assessments.overridden(4, "LOW");

        Assessments.post(director, child, form)
                .statusCode(201)
                .body("state", equalTo("PENDING"))
                .body("riskLevel", equalTo("HIGH"))
                .body("overrideLevel", equalTo("LOW"));

        stands("HIGH");
        Assessments.decide(Accounts.COUNTY.request(), form.get("id"), Assessments.yes("HIGH"))
                .statusCode(200)
                .body("riskLevel", equalTo("LOW"));
        stands("LOW");
    }

    @Test
    void whoCoordinatesNeedsNoOther() {
        String post = Accounts.COORDINATOR.appointment("TOWNSHIP_COORDINATOR").toString();

        Assessments.post(coordinator, child, Assessments.scored(1))
                .statusCode(201)
                .body("state", equalTo("EFFECTIVE"))
                .body("confirmerAppointmentId", equalTo(post));
        stands("NORMAL");

        Assessments.post(coordinator, child, Assessments.scored(2))
                .statusCode(201)
                .body("confirmerAppointmentId", nullValue());
    }

    @Test
    void pastDangerWhoCoordinatesNeedsAnother() throws SQLException {
        Map<String, Object> form = Assessments.overridden(1, "LOW");
        form.put("emergencyAnswers", Map.of("MISSING", true));

        Assessments.post(coordinator, child, form).statusCode(201).body("state", equalTo("PENDING"));

        stands("CRITICAL");
        assertThat(told(form.get("id"))).contains("assessment-to-confirm COUNTY_CIVIL_AFFAIRS");
        Assessments.decide(Accounts.COUNTY.request(), form.get("id"), Assessments.yes("CRITICAL"))
                .statusCode(200);
        stands("LOW");
    }

    /** The level that whoever decides saw is not the child's any more. */
    @Test
    void aLowerLevelIsConfirmedOfTheLevelThatWasSeen() {
        Map<String, Object> form = Assessments.scored(1);
        Assessments.post(director, child, form).statusCode(201);

        Assessments.decide(coordinator, form.get("id"), Assessments.yes("LOW"))
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:state-conflict"));
        Assessments.decide(coordinator, form.get("id"), Map.of("id", UUID.randomUUID(), "accepted", true))
                .statusCode(422);

        stands("MEDIUM");
    }

    @Test
    void nobodyElseDecides() {
        Map<String, Object> form = Assessments.scored(1);
        Assessments.post(director, child, form).statusCode(201);

        Assessments.decide(director, form.get("id"), Assessments.yes("MEDIUM")).statusCode(403);
        Assessments.decide(coordinator, UUID.randomUUID(), Assessments.yes("MEDIUM"))
                .statusCode(404);
        stands("MEDIUM");
    }

    /** Who assessed as a director and coordinates since does not confirm the own assessment. */
    @Test
    void theAssessorDoesNotConfirm() throws SQLException {
        Map<String, Object> form = Assessments.scored(1);
        Assessments.post(director, child, form).statusCode(201);
        Sql.update(
                database,
                "update assessment_answers set recorded_by = (select id from worker where id = "
                        + "(select worker_id from appointment where id = ?)) where assessment_id = ?",
                Accounts.COORDINATOR.appointment("TOWNSHIP_COORDINATOR"),
                form.get("id"));

        Assessments.decide(coordinator, form.get("id"), Assessments.yes("MEDIUM"))
                .statusCode(422)
                .body("violations.rule", contains("assessment-confirmed-by-another"));
    }

    @Test
    void aLaterAssessmentOvertakesTheOneThatWaits() {
        Map<String, Object> lower = Assessments.scored(1);
        Assessments.post(director, child, lower).statusCode(201);

        Assessments.post(director, child, Assessments.scored(4)).statusCode(201);

        stands("HIGH");
        Assessments.decide(coordinator, lower.get("id"), Assessments.yes("HIGH"))
                .statusCode(409);
        given().spec(director)
                .get("/api/v1/children/{id}/assessments", child)
                .then()
                .statusCode(200)
                .body("items.state", contains("EFFECTIVE", "SUPERSEDED", "EFFECTIVE"))
                .body("items.modelVersion", contains("CHILD-1", "CHILD-1", "MANUAL-1"));
    }

    @Test
    void ofTwoDecisionsAtOnceOneCounts() throws Exception {
        Map<String, Object> form = Assessments.scored(1);
        Assessments.post(director, child, form).statusCode(201);
        RequestSpecification county = Accounts.COUNTY.request();
        Callable<Integer> yes = () -> Assessments.decide(coordinator, form.get("id"), Assessments.yes("MEDIUM"))
                .extract()
                .statusCode();
        Callable<Integer> no = () -> Assessments.decide(county, form.get("id"), Assessments.no("MEDIUM"))
                .extract()
                .statusCode();

        List<Integer> statuses = Together.statuses(List.of(yes, no));

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void oneSentTwiceAtOnceIsMadeOnce() throws Exception {
        Map<String, Object> form = Assessments.scored(4);
        Callable<Integer> send =
                () -> Assessments.post(director, child, form).extract().statusCode();

        List<Integer> statuses = Together.statuses(List.of(send, send));

        assertThat(statuses).containsExactlyInAnyOrder(201, 200);
    }

    /** A level is lowered by an assessment alone: an edit of the file only makes the first one. */
    @Test
    void anEditOfTheFileLowersNoLevel() {
        given().spec(director)
                .header("If-Match", "\"0\"")
                .body(Map.of("assessment", Families.assessment("NORMAL")))
                .patch("/api/v1/children/{id}", child)
                .then()
                .statusCode(422)
                .body("violations.rule", contains("assessed-already"));

        stands("MEDIUM");
    }

    @Test
    void aDraftThatLackedOnlyTheLevelIsActiveThen() {
        Map<String, Object> form = Families.child(Accounts.VILLAGE, household);
        form.remove("assessment");
        child = UUID.randomUUID();
        given().spec(director)
                .body(form)
                .put("/api/v1/children/{id}", child)
                .then()
                .statusCode(201)
                .body("missing", contains("assessment"))
                .body("fileStatus", equalTo("DRAFT"));

        Assessments.post(director, child, Assessments.scored(2)).statusCode(201);

        given().spec(director)
                .get("/api/v1/children/{id}", child)
                .then()
                .body("fileStatus", equalTo("ACTIVE"))
                .body("missing", hasSize(0))
                .body("riskLevel", equalTo("LOW"));
    }
}
