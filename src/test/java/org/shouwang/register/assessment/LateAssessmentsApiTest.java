package org.shouwang.register.assessment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;

/** What was assessed earlier than what stands, and arrives only now. */
@QuarkusTest
class LateAssessmentsApiTest {

    @Inject
    DataSource database;

    private RequestSpecification director;
    private RequestSpecification coordinator;
    private UUID child;

    @BeforeEach
    void aChildAtMedium() {
        director = Accounts.DIRECTOR.request();
        coordinator = Accounts.COORDINATOR.request();
        Families.Household household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
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
                select n.event || ' ' || a.role_code
                from notification n join appointment a on a.id = n.appointment_id where n.occurrence = ? order by 1
                """, assessment.toString());
    }

    /** Made before what waits, arrived after it: nobody who asked for the lower level knew of it. */
    @Test
    void whatRaisesTheLevelEndsWhatWaits() throws SQLException {
        LocalDate today = Demo.today();
        Map<String, Object> lower = Assessments.scored(1, today);
        Assessments.post(director, child, lower).statusCode(201);
        Sql.update(
                database,
                "update risk_assessment set assessed_on = ? where child_id = ? and sets_level",
                today.minusDays(9),
                child);

        Assessments.post(director, child, Assessments.scored(4, today.minusDays(1)))
                .statusCode(201)
                .body("state", equalTo("EFFECTIVE"));

        stands("HIGH");
        Assessments.decide(coordinator, lower.get("id"), Assessments.yes("HIGH"))
                .statusCode(409);
    }

    private void sent(RequestSpecification who, Map<String, Object> form, int minutesAgo) {
        Map<String, Object> body = new HashMap<>(form);
        body.put("childId", child);
        given().spec(who)
                .body(Map.of(
                        "operations",
                        List.of(Map.of(
                                "id",
                                UUID.randomUUID(),
                                "type",
                                "assessment.record",
                                "at",
                                Demo.now().minusSeconds(60L * minutesAgo).toString(),
                                "serverTimeOffset",
                                0,
                                "workerId",
                                given().spec(who).get("/api/v1/me").path("worker.id"),
                                "body",
                                body))))
                .post("/api/v1/sync/operations")
                .then()
                .statusCode(200)
                .body("results.outcome", contains("APPLIED"));
    }

    @Test
    void ofOneDayWhatWasMadeEarlierAndArrivesLaterLowersNothing() {
        Assessments.post(director, child, Assessments.scored(4)).statusCode(201);

        sent(coordinator, Assessments.scored(1), 1);

        stands("HIGH");
    }

    @Test
    void whatFollowsAFirstEntryOfThatDayIsNotOlderThoughThePhoneMadeItBefore() throws SQLException {
        Sql.update(database, "update risk_assessment set assessed_on = ? where child_id = ?", Demo.today(), child);

        sent(director, Assessments.scored(4), 1);

        stands("HIGH");
    }

    @Test
    void dangerThatArrivesLateRaisesTheLevel() {
        LocalDate today = Demo.today();
        Assessments.post(director, child, Assessments.scored(4, today)).statusCode(201);
        Map<String, Object> form = Assessments.scored(1, today.minusDays(1));
        form.put("emergencyAnswers", Map.of("MISSING", true));

        Assessments.post(director, child, form).statusCode(201).body("state", equalTo("EFFECTIVE"));

        stands("CRITICAL");
    }

    @Test
    void whatWasAssessedEarlierAndArrivesLaterChangesNothingAndIsTold() throws SQLException {
        LocalDate today = Demo.today();
        Assessments.post(director, child, Assessments.scored(4, today)).statusCode(201);
        Map<String, Object> graver = Assessments.scored(5, today.minusDays(1));
        Map<String, Object> calmer = Assessments.scored(1, today.minusDays(1));

        Assessments.post(director, child, graver).statusCode(201).body("state", equalTo("OLDER"));
        Assessments.post(director, child, calmer).statusCode(201).body("state", equalTo("OLDER"));

        stands("HIGH");
        assertThat(told(graver.get("id"))).containsExactly("assessment-graver TOWNSHIP_COORDINATOR");
        assertThat(told(calmer.get("id"))).isEmpty();
    }
}
