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

    /** Of both that are CRITICAL, by danger or by their scores, the rows look alike. */
    @Test
    void theRowTellsNobodyOfTheDanger() throws Exception {
        post(emergency("MISSING")).statusCode(201).body("itemScores.HEALTH", equalTo(1));
        post(Assessments.scored(5)).statusCode(201).body("totalScore", equalTo(100));

        assertThat(Sql.texts(
                        database,
                        "select cast(a.item_scores as text) || ' ' || coalesce(a.total_score, -1) from assessment_answers a"
                                + " join risk_assessment r on r.id = a.assessment_id where r.child_id = ?",
                        child))
                .containsExactly("{} -1", "{} -1");
        assertThat(Sql.number(
                        database,
                        "select count(*) from information_schema.columns where table_name = 'assessment_answers'"
                                + " and column_name like '%hash%'"))
                .as("a hash in the clear, by which the answers could be tried")
                .isZero();
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
