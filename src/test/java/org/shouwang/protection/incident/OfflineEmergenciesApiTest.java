package org.shouwang.protection.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.register.assessment.Assessments;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Moves;
import org.shouwang.testsupport.Sql;

/** What an assessment that was made offline says of danger is an incident, wherever the child lives by now. */
@QuarkusTest
class OfflineEmergenciesApiTest {

    @Inject
    AgroalDataSource database;

    private RequestSpecification director;
    private UUID child;

    @BeforeEach
    void aChildAtMedium() {
        director = Accounts.DIRECTOR.request();
        Families.Household household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        child = Families.register(Accounts.DIRECTOR, Accounts.VILLAGE, household, "MEDIUM");
    }

    private static Map<String, Object> emergency(String sign) {
        Map<String, Object> form = Assessments.scored(1);
        form.put("emergencyAnswers", Map.of(sign, true));
        return form;
    }

    private ValidatableResponse post(Map<String, Object> form) {
        return given().spec(director)
                .body(form)
                .post("/api/v1/children/{id}/assessments", child)
                .then();
    }

    private List<String> incidents() throws Exception {
        return Sql.texts(database, "select id from incident where child_id = ?", child);
    }

    /** The child moved to another village after it was assessed, and before the phone had network. */
    @Test
    void offlineItIsNotLostWhenTheChildMovedMeanwhile() throws Exception {
        moved();
        Map<String, Object> early = offline(emergency("MISSING"), 18_000);
        Map<String, Object> late = offline(emergency("MISSING"), 600);

        sent(early, "APPLIED");
        sent(late, "REJECTED");

        assertThat(incidents()).hasSize(1);
        assertThat(Sql.number(
                        database,
                        "select count(*) from risk_assessment where child_id = ? and recorded_area_code = ? and area_code = ?"
                                + " and risk_level = 'CRITICAL'",
                        child,
                        Long.valueOf(Accounts.VILLAGE),
                        Long.valueOf(Moves.OTHER_VILLAGE)))
                .isOne();
    }

    /** Two hours ago. */
    private void moved() throws Exception {
        UUID move = Moves.movedAway(child);
        Sql.update(
                database,
                "update child_move set answered_at = ? where id = ?",
                Demo.now().minusSeconds(7200).atOffset(ZoneOffset.UTC),
                move);
    }

    private Map<String, Object> offline(Map<String, Object> form, int secondsAgo) {
        Map<String, Object> body = new HashMap<>(form);
        body.put("childId", child);
        Map<String, Object> operation = new HashMap<>();
        operation.put("id", UUID.randomUUID());
        operation.put("type", "assessment.record");
        operation.put(
                "at",
                Demo.now()
                        .minusSeconds(secondsAgo)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        operation.put("serverTimeOffset", 0);
        operation.put("workerId", given().spec(director).get("/api/v1/me").path("worker.id"));
        operation.put("body", body);
        return operation;
    }

    private void sent(Map<String, Object> operation, String outcome) {
        given().spec(director)
                .body(Map.of("operations", List.of(operation)))
                .post("/api/v1/sync/operations")
                .then()
                .statusCode(200)
                .body("results.outcome", contains(outcome));
    }

    @Test
    void offlineItIsTheSameOnce() throws Exception {
        Map<String, Object> body = emergency("VIOLENCE");
        Map<String, Object> operation = offline(body, 600);
        Object at = operation.get("at");

        sent(operation, "APPLIED");
        sent(operation, "DUPLICATE");

        assertThat(incidents()).hasSize(1);
        Accounts.COUNTY
                .request()
                .get("/api/v1/incidents/{id}", incidents().get(0))
                .then()
                .body("stages[0].at", equalTo(at));
        post(body).statusCode(200).body("riskLevel", equalTo("CRITICAL"));
    }
}
