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
import java.time.ZoneOffset;
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

    private static final String OTHER_VILLAGE = "610304106200";

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

    /** No form stands in the way of a danger (未成年人保护法 art. 11): what cannot be read is left out. */
    @Test
    void nothingThatIsWrongWithItRefusesAnEmergency() throws Exception {
        Map<String, Object> form = emergency("MISSING");
        form.put("emergencyAnswers", Map.of("MISSING", true, "FLOOD", true, "VIOLENCE", "no"));
        form.put("itemScores", Map.of("HEALTH", 9, "WEATHER", 1, "MIND", "much", "SAFETY", 4));
        form.put("unknownReasons", Map.of("LUCK", 7));
        form.put("overrideLevel", "DREADFUL");
        form.put("overrideReason", "长".repeat(600));
        form.put("modelVersion", "CHILD-OF-A-MODEL-THAT-NOBODY-KNOWS");
        form.put("assessedOn", Demo.today().plusDays(2).toString());

        post(form)
                .statusCode(201)
                .body("riskLevel", equalTo("CRITICAL"))
                .body("assessedOn", equalTo(Demo.today().toString()))
                .body("overrideLevel", nullValue());
        post(form).statusCode(200);

        assertThat(incidents()).hasSize(1);
    }

    @Test
    void anEmergencyNeedsNeitherADayNorAModel() throws Exception {
        post(Map.of("id", UUID.randomUUID(), "emergencyAnswers", Map.of("MISSING", true)))
                .statusCode(201)
                .body("riskLevel", equalTo("CRITICAL"))
                .body("modelVersion", equalTo("CHILD-1"));

        assertThat(incidents()).hasSize(1);
    }

    @Test
    void aYesToAQuestionThatThereIsNotIsRefusedAndOpensNothing() throws Exception {
        Map<String, Object> form = Assessments.scored(1);
        form.put("emergencyAnswers", Map.of("FLOOD", true));

        post(form).statusCode(422);

        assertThat(incidents()).isEmpty();
    }

    @Test
    void ofAChildWhoseFileIsClosedToo() throws Exception {
        Accounts.COORDINATOR
                .request()
                .body(Map.of("id", UUID.randomUUID(), "closeReason", "NO_LONGER_ELIGIBLE"))
                .post("/api/v1/children/{id}/close", child)
                .then()
                .statusCode(200);

        post(emergency("MISSING")).statusCode(201).body("riskLevel", equalTo("CRITICAL"));

        assertThat(incidents()).hasSize(1);
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
                        Long.valueOf(OTHER_VILLAGE)))
                .isOne();
    }

    /** Two hours ago. */
    private void moved() throws Exception {
        UUID move = UUID.randomUUID();
        given().spec(director)
                .body(Map.of(
                        "childIds",
                        List.of(child),
                        "wholeHousehold",
                        true,
                        "to",
                        Map.of("areaCode", OTHER_VILLAGE, "address", "周原镇文广村 3 组 8 号"),
                        "reason",
                        "全家迁居"))
                .put("/api/v1/moves/{id}", move)
                .then()
                .statusCode(201);
        Accounts.OTHER_TOWN_DIRECTOR
                .request()
                .body(Map.of("id", UUID.randomUUID()))
                .post("/api/v1/moves/{id}/accept", move)
                .then()
                .statusCode(200);
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
