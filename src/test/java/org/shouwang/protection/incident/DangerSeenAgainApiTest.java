package org.shouwang.protection.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.register.assessment.Assessments;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;

/** A danger that is seen again is the same incident while that goes on. */
@QuarkusTest
class DangerSeenAgainApiTest {

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

    private String assessed(RequestSpecification who, String sign) {
        Map<String, Object> form = Assessments.scored(1);
        form.put("emergencyAnswers", Map.of(sign, true));
        return given().spec(who)
                .body(form)
                .post("/api/v1/children/{id}/assessments", child)
                .then()
                .statusCode(201)
                .extract()
                .path("incidentId");
    }

    private List<String> incidents() throws Exception {
        return Sql.texts(database, "select id from incident where child_id = ?", child);
    }

    @Test
    void whatIsNewIsAddedAndAlarmsWhoSeesIt() throws Exception {
        String first = assessed(director, "UNATTENDED");
        String again = assessed(director, "MISSING");

        assertThat(incidents()).containsExactly(first);
        given().spec(director)
                .get("/api/v1/incidents/{id}", again)
                .then()
                .statusCode(200)
                .body("id", equalTo(first))
                .body("situationCodes", contains("A7", "B1"))
                .body("ongoingDanger", equalTo(true));
        assertThat(Danger.told(database, UUID.fromString(first)))
                .contains("incident-danger COUNTY_CIVIL_AFFAIRS", "incident-danger TOWNSHIP_COORDINATOR");
    }

    /** Two dangers may be one situation in the report: somebody has to look each time. */
    @Test
    void whatSoundsTheSameAlarmsAgain() throws Exception {
        UUID incident = UUID.fromString(assessed(director, "VIOLENCE"));
        for (int times = 1; times <= 2; times++) {
            assessed(director, "SELF_HARM");

            assertThat(Danger.told(database, incident))
                    .filteredOn(told -> told.equals("incident-danger COUNTY_CIVIL_AFFAIRS"))
                    .hasSize(times);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMERGENCY_HANDLED", "FOLLOW_UP", "CLOSED"})
    void onceTheChildWasBroughtToSafetyItIsAnother(String stage) throws Exception {
        String first = assessed(director, "MISSING");
        Sql.update(database, "update incident set stage = ? where id = ?", stage, UUID.fromString(first));

        String again = assessed(director, "MISSING");

        assertThat(incidents()).containsExactlyInAnyOrder(first, again);
    }

    /** It is not said to who reports that there is one already which they must not see. */
    @Test
    void whoDoesNotSeeTheIncidentOpensAnother() throws Exception {
        String first = assessed(director, "MISSING");
        Sql.update(database, "update incident set village_cut = true where id = ?", UUID.fromString(first));

        String again = assessed(director, "MISSING");

        assertThat(incidents()).containsExactlyInAnyOrder(first, again);
        given().spec(director).get("/api/v1/incidents/{id}", again).then().statusCode(200);
    }
}
