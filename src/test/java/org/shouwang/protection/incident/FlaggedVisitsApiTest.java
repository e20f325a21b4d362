package org.shouwang.protection.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.staff.RoleWorkers;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;

/** What a visit says of danger is an incident, once. */
@QuarkusTest
class FlaggedVisitsApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    KeyedHash hashes;

    @Inject
    FieldCipher cipher;

    private final UUID child = UUID.randomUUID();
    private final UUID visit = UUID.randomUUID();
    private Instant started;
    private Families.Household household;

    @Nullable
    private RoleWorkers newcomers;

    @BeforeEach
    void aChild() {
        started = Demo.now().minusSeconds(1800).truncatedTo(ChronoUnit.SECONDS);
        household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        Accounts.DIRECTOR
                .request()
                .body(Families.child(Accounts.VILLAGE, household))
                .put("/api/v1/children/{id}", child)
                .then()
                .statusCode(201);
    }

    @AfterEach
    void nobodyStays() throws Exception {
        if (newcomers != null) {
            newcomers.dismiss();
        }
    }

    private void visited(String question, Object answer, int status) {
        Accounts.DIRECTOR
                .request()
                .body(Map.of(
                        "householdId",
                        household.id(),
                        "method",
                        "HOME",
                        "purpose",
                        "ROUTINE",
                        "startedAt",
                        started.toString(),
                        "outcome",
                        "MET_CHILD",
                        "children",
                        List.of(new HashMap<>(Map.of("childId", child, "met", true, question, answer)))))
                .put("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(status);
    }

    private List<String> incidents() throws Exception {
        return Danger.texts(database, "select id from incident where child_id = ?", child);
    }

    private List<String> followUps(UUID incident) throws Exception {
        return Danger.texts(database, """
                select t.status || ' ' || t.due_on from incident_follow_up f join task t on t.id = f.task_id
                where f.incident_id = ? order by t.created_at, t.due_on
                """, incident);
    }

    @ParameterizedTest
    @CsvSource({
        "suspiciousInjury, true, B4",
        "unattended, U8_UNATTENDED, B2",
        "unattended, U16_LIVING_ALONE, B1",
        "psychSigns, SELF_HARM_TALK, A9",
        "psychSigns, RUNAWAY, A7"
    })
    void aRedFlagOpensOneIncidentWithTheVisitsOwnTime(String question, String answer, String situation)
            throws Exception {
        Object said =
                question.equals("psychSigns") ? List.of("SAD", answer) : answer.equals("true") ? (Object) true : answer;

        visited(question, said, 201);
        visited(question, said, 200);

        assertThat(incidents()).hasSize(1);
        Accounts.COUNTY
                .request()
                .get("/api/v1/incidents/{id}", incidents().get(0))
                .then()
                .statusCode(200)
                .body("situationCodes", contains(situation))
                .body("discovery", equalTo("VISIT"))
                .body("visitId", equalTo(visit.toString()))
                .body("stages[0].at", equalTo(started.toString()));
        assertThat(followUps(UUID.fromString(incidents().get(0))))
                .containsExactly("NEW " + Demo.today().plusDays(1));
        assertThat(Danger.told(database, UUID.fromString(incidents().get(0))))
                .containsExactly("incident-reported COUNTY_CIVIL_AFFAIRS", "incident-reported TOWNSHIP_COORDINATOR");
    }

    /** As an emergency assessment does: the level, a row that says so, and who coordinates hears. The first one is MEDIUM. */
    @ParameterizedTest
    @CsvSource({"SELF_HARM_TALK, CRITICAL", "RUNAWAY, MEDIUM"})
    void wordsOfSelfHarmMakeTheChildCriticalOnce(String sign, String level) throws Exception {
        String before = Danger.texts(database, "select risk_level from child where id = ?", child)
                .get(0);
        assertThat(before).isEqualTo("MEDIUM");

        visited("psychSigns", List.of(sign), 201);
        visited("psychSigns", List.of(sign), 200);

        assertThat(Danger.texts(database, "select risk_level from child where id = ?", child))
                .containsExactly(level);
        assertThat(incidents()).hasSize(1);
        assertThat(Danger.texts(database, """
                        select r.risk_level || ' ' || r.state || ' ' || n.event
                        from risk_assessment r join assessment_answers a on a.assessment_id = r.id
                        join notification n on n.subject_id = r.child_id and n.occurrence = r.id::text
                        join appointment p on p.id = n.appointment_id and p.role_code = 'TOWNSHIP_COORDINATOR'
                        where r.child_id = ?
                        """, child))
                .isEqualTo(level.equals("CRITICAL") ? List.of("CRITICAL EFFECTIVE level-raised") : List.of());
    }

    @Test
    void harmlessAnswersOpenNone() throws Exception {
        visited("unattended", "NO", 201);

        assertThat(incidents()).isEmpty();
    }

    /** E3 of the data dictionary: the visit and the call that followed are one incident, whichever arrives first. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void theReportOfTheSameDangerIsTheSameIncident(boolean visitFirst) throws Exception {
        UUID report = UUID.randomUUID();
        Map<String, Object> form = Map.of(
                "discoveredAt",
                started.toString(),
                "reportedAt",
                started.plusSeconds(240).toString(),
                "reportChannel",
                "CALL_110",
                "reportedTo",
                List.of("POLICE"),
                "childId",
                child,
                "visitId",
                visit);

        if (visitFirst) {
            visited("unattended", "U8_UNATTENDED", 201);
        }
        Accounts.DIRECTOR
                .request()
                .body(form)
                .put("/api/v1/incidents/{id}", report)
                .then()
                .statusCode(visitFirst ? 200 : 201)
                .body("reportDelayMin", equalTo(4));
        if (!visitFirst) {
            visited("unattended", "U8_UNATTENDED", 201);
        }

        assertThat(incidents()).hasSize(1);
        Accounts.DIRECTOR
                .request()
                .get("/api/v1/incidents/{id}", report)
                .then()
                .statusCode(200)
                .body("id", equalTo(incidents().get(0)))
                .body("stage", equalTo("REPORTED"))
                .body("situationCodes", contains("B2"));
        assertThat(followUps(UUID.fromString(incidents().get(0))))
                .as("the visit that saw the danger is no look at what became of it")
                .containsExactly("NEW " + Demo.today().plusDays(1));
        assertThat(Sql.number(database, "select count(*) from visit_flags_shown where visit_id = ?", visit))
                .isEqualTo(1);
    }

    @Test
    void whatAVisitSaysLaterOfDangerIsAddedAndAlarmsWhoSeesIt() throws Exception {
        visited("unattended", "U8_UNATTENDED", 201);
        UUID incident = UUID.fromString(incidents().get(0));

        Accounts.DIRECTOR
                .request()
                .header("If-Match", "\"0\"")
                .body(Map.of("children", List.of(Map.of("childId", child, "suspiciousInjury", true))))
                .patch("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(200);

        assertThat(incidents()).hasSize(1);
        Accounts.COUNTY
                .request()
                .get("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(200)
                .body("situationCodes", contains("B2", "B4"));
        assertThat(Danger.told(database, incident))
                .contains("incident-danger COUNTY_CIVIL_AFFAIRS", "incident-danger TOWNSHIP_COORDINATOR");
    }

    /** A report that named neither at first, and a visit that opened an incident of its own meanwhile. */
    @ParameterizedTest
    @CsvSource({"childId, visitId", "visitId, childId"})
    void aReportIsCompletedThoughItsVisitHasAnIncidentOfItsOwn(String first, String second) throws Exception {
        UUID report = Danger.reported(Accounts.DIRECTOR.request(), Danger.seen());
        visited("unattended", "U8_UNATTENDED", 201);
        Map<String, UUID> said = Map.of("childId", child, "visitId", visit);

        for (String field : List.of(first, second)) {
            Accounts.DIRECTOR
                    .request()
                    .body(Map.of(field, Objects.requireNonNull(said.get(field))))
                    .put("/api/v1/incidents/{id}", report)
                    .then()
                    .statusCode(200);
        }

        assertThat(Danger.texts(database, "select id from incident where visit_id = ?", visit))
                .hasSize(1)
                .doesNotContain(report.toString());
        assertThat(incidents()).contains(report.toString()).hasSize(2);
    }

    /** A caller who may read the visit, but not the incident, reads no version of it that tells of the danger. */
    @Test
    void aChildThatIsLeftOutKeepsItsFlagsInTheVersionsBefore() throws Exception {
        UUID sibling = UUID.randomUUID();
        Accounts.DIRECTOR
                .request()
                .body(Families.child(Accounts.VILLAGE, household))
                .put("/api/v1/children/{id}", sibling)
                .then()
                .statusCode(201);
        visited("unattended", "U8_UNATTENDED", 201);
        RoleWorkers workers = new RoleWorkers(database, hashes, cipher);
        newcomers = workers;
        workers.appoint(RoleCode.TOWNSHIP_COORDINATOR, Long.valueOf(Accounts.TOWN), null);
        amended(Map.of(
                "children", List.of(Map.of("childId", sibling, "met", true)), "withoutChildIds", List.of(child)));

        amended(Map.of("children", List.of(Map.of("childId", child, "met", true, "unattended", "U8_UNATTENDED"))));

        workers.of(RoleCode.TOWNSHIP_COORDINATOR)
                .request()
                .get("/api/v1/visits/{id}/versions", visit)
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items.children.flatten().unattended", everyItem(nullValue()));
        Accounts.COORDINATOR
                .request()
                .get("/api/v1/visits/{id}/versions", visit)
                .then()
                .statusCode(200)
                .body("items.children.flatten().findAll { it.unattended == 'U8_UNATTENDED' }", hasSize(2));
    }

    private void amended(Map<String, Object> amendment) {
        Response before = Accounts.DIRECTOR.request().get("/api/v1/visits/{id}", visit);
        Accounts.DIRECTOR
                .request()
                .header("If-Match", before.header("ETag"))
                .body(amendment)
                .patch("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(200);
    }

    /** The state machine's guard: at least one follow-up until it is closed. */
    @Test
    void aVisitEndsAFollowUpAndTheNextOneIsAsked() throws Exception {
        visited("unattended", "U8_UNATTENDED", 201);
        UUID incident = UUID.fromString(incidents().get(0));

        Accounts.DIRECTOR
                .request()
                .body(Map.of(
                        "householdId",
                        household.id(),
                        "method",
                        "HOME",
                        "purpose",
                        "FOLLOW_UP",
                        "startedAt",
                        Demo.now().toString(),
                        "outcome",
                        "MET_CHILD",
                        "children",
                        List.of(Map.of("childId", child, "met", true, "unattended", "NO"))))
                .put("/api/v1/visits/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);

        assertThat(followUps(incident))
                .containsExactly(
                        "DONE " + Demo.today().plusDays(1),
                        "NEW " + Demo.today().plusDays(7));
    }
}
