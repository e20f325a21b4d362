package org.shouwang.protection.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.register.assessment.Assessments;
import org.shouwang.staff.RoleWorkers;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;

/** What an assessment says of danger is an incident, once, and shown to few. */
@QuarkusTest
class EmergencyAssessmentsApiTest {

    private static final String PATH = "/api/v1/children/{id}/assessments";

    private static final Set<RoleCode> READERS_OF_CLASS_R =
            Set.of(RoleCode.TOWNSHIP_COORDINATOR, RoleCode.COUNTY_CIVIL_AFFAIRS);

    private static final Set<RoleCode> READERS = Set.of(
            RoleCode.CHILDREN_DIRECTOR,
            RoleCode.WOMENS_CHAIR,
            RoleCode.TOWNSHIP_COORDINATOR,
            RoleCode.COUNTY_CIVIL_AFFAIRS);

    @Inject
    AgroalDataSource database;

    @Inject
    KeyedHash hashes;

    @Inject
    FieldCipher cipher;

    private RequestSpecification director;
    private UUID child;

    @BeforeEach
    void aChildOfTenAtMedium() {
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
        return given().spec(director).body(form).post(PATH, child).then();
    }

    private List<String> incidents() throws Exception {
        return Sql.texts(database, "select id from incident where child_id = ?", child);
    }

    @ParameterizedTest
    @CsvSource({"VIOLENCE, A9", "SELF_HARM, A9", "MISSING, A7", "UNATTENDED, B1", "GUARDIAN_LOST, B2", "TRAFFICKING, A7"
    })
    void anEmergencyIsCriticalWhateverTheScoreAndOpensOneIncident(String sign, String situation) throws Exception {
        Map<String, Object> form = emergency(sign);

        String incident = post(form)
                .statusCode(201)
                .body("riskLevel", equalTo("CRITICAL"))
                .body("totalScore", equalTo(20))
                .extract()
                .path("incidentId");
        post(form).statusCode(200).body("incidentId", equalTo(incident));

        assertThat(incidents()).containsExactly(incident);
        given().spec(director)
                .get("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(200)
                .body("situationCodes", contains(situation));
        given().spec(director).get("/api/v1/children/{id}", child).then().body("riskLevel", equalTo("CRITICAL"));
    }

    @Test
    void anEmergencyNeedsNoScores() throws Exception {
        Map<String, Object> form = emergency("MISSING");
        form.remove("itemScores");

        post(form).statusCode(201).body("riskLevel", equalTo("CRITICAL")).body("totalScore", nullValue());

        assertThat(incidents()).hasSize(1);
    }

    @Test
    void belowAnEmergencyNobodyGoesAlone() throws Exception {
        Map<String, Object> form = emergency("MISSING");
        form.put("overrideLevel", "HIGH");
        form.put("overrideReason", "已经找到");

        post(form).statusCode(201).body("state", equalTo("PENDING")).body("riskLevel", equalTo("CRITICAL"));

        given().spec(director).get("/api/v1/children/{id}", child).then().body("riskLevel", equalTo("CRITICAL"));
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void whatIsRefusedOpensNothing() throws Exception {
        Map<String, Object> form = emergency("MISSING");
        form.put("assessedOn", Demo.today().plusDays(2).toString());

        post(form).statusCode(422);

        assertThat(incidents()).isEmpty();
    }

    @Test
    void offlineItIsTheSameOnce() throws Exception {
        Map<String, Object> body = emergency("VIOLENCE");
        body.put("childId", child);
        Map<String, Object> operation = new HashMap<>();
        operation.put("id", UUID.randomUUID());
        operation.put("type", "assessment.record");
        String at = Demo.now().minusSeconds(600).truncatedTo(ChronoUnit.SECONDS).toString();
        operation.put("at", at);
        operation.put("serverTimeOffset", 0);
        operation.put("workerId", given().spec(director).get("/api/v1/me").path("worker.id"));
        operation.put("body", body);

        for (String outcome : List.of("APPLIED", "DUPLICATE")) {
            given().spec(director)
                    .body(Map.of("operations", List.of(operation)))
                    .post("/api/v1/sync/operations")
                    .then()
                    .statusCode(200)
                    .body("results.outcome", contains(outcome));
        }

        assertThat(incidents()).hasSize(1);
        Accounts.COUNTY
                .request()
                .get("/api/v1/incidents/{id}", incidents().get(0))
                .then()
                .body("stages[0].at", equalTo(at));
        Map<String, Object> online = new HashMap<>(body);
        online.remove("childId");
        post(online).statusCode(200).body("riskLevel", equalTo("CRITICAL"));
    }

    /** Scores of a CRITICAL one are shown to nobody else: a low total beside that level would tell. */
    @Test
    void theScreenIsShownToTheAssessorAndToReadersOfClassR() throws Exception {
        post(emergency("VIOLENCE")).statusCode(201);
        RoleWorkers newcomers = new RoleWorkers(database, hashes, cipher);
        try {
            newcomers.appointAll(Long.parseLong(Accounts.VILLAGE));
            for (RoleCode role : RoleCode.values()) {
                ValidatableResponse answer = given().spec(newcomers.of(role).request())
                        .get(PATH, child)
                        .then()
                        .statusCode(READERS.contains(role) ? 200 : 403);
                if (READERS.contains(role)) {
                    boolean shown = READERS_OF_CLASS_R.contains(role);
                    answer.body("items[0].riskLevel", equalTo("CRITICAL"))
                            .body("items[0].emergencyAnswers", shown ? equalTo(Map.of("VIOLENCE", true)) : nullValue())
                            .body("items[0].totalScore", shown ? equalTo(20) : nullValue())
                            .body("items[0].itemScores.HEALTH", shown ? equalTo(1) : nullValue())
                            .body("items[0].incidentId", nullValue());
                }
            }
        } finally {
            newcomers.dismiss();
        }
        given().spec(director).get(PATH, child).then().body("items[0].emergencyAnswers.VIOLENCE", equalTo(true));
    }
}
