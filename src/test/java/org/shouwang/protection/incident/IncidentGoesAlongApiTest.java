package org.shouwang.protection.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Moves;

/** Where an incident comes near others who must not know of it. */
@QuarkusTest
class IncidentGoesAlongApiTest {

    @Inject
    AgroalDataSource database;

    @Test
    void anIncidentGoesWithItsChildAndItsTaskToNobodyInTheNewVillage() throws Exception {
        Families.Household household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        UUID child = UUID.randomUUID();
        Accounts.DIRECTOR
                .request()
                .body(Families.child(Accounts.VILLAGE, household))
                .put("/api/v1/children/{id}", child)
                .then()
                .statusCode(201);
        UUID incident = Danger.reported(Accounts.DIRECTOR.request(), new HashMap<>(Map.of("childId", child)));
        Accounts.COORDINATOR
                .request()
                .body(Map.of("id", UUID.randomUUID()))
                .post("/api/v1/incidents/{id}/take", incident)
                .then()
                .statusCode(200);
        Moves.movedAway(child);

        Accounts.COUNTY
                .request()
                .get("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(200)
                .body("areaCode", equalTo(Moves.OTHER_VILLAGE));
        Accounts.OTHER_TOWN_DIRECTOR
                .request()
                .get("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(404);
        assertThat(Danger.texts(database, """
                        select n.event || ' ' || a.area_code from notification n join appointment a on a.id = n.appointment_id
                        where n.subject_id = ? and n.created_at > (select taken_at from incident where id = n.subject_id)
                        """, incident))
                .as("the new township hears of what the old one has taken; who knew it already does not")
                .containsExactly("incident-moved 610304106000");
        assertThat(holders(incident)).containsExactly("TOWNSHIP_COORDINATOR");
    }

    /** A report that was not accepted says by its being there that somebody saw a danger. */
    @Test
    void aRefusedReportIsListedForItsAuthorAndWhoSettlesIt() {
        UUID incident = Danger.reported(Accounts.DIRECTOR.request(), Danger.seen());
        UUID operation = UUID.randomUUID();
        Accounts.CHAIR_AND_DIRECTOR
                .request()
                .body(Map.of(
                        "operations",
                        List.of(Map.of(
                                "id",
                                operation,
                                "type",
                                "incident.report",
                                "at",
                                Demo.now().toString(),
                                "serverTimeOffset",
                                0,
                                "workerId",
                                Accounts.CHAIR_AND_DIRECTOR
                                        .request()
                                        .get("/api/v1/me")
                                        .path("worker.id"),
                                "body",
                                Map.of("id", incident, "ongoingDanger", true)))))
                .post("/api/v1/sync/operations")
                .then()
                .statusCode(200)
                .body("results[0].outcome", equalTo("REJECTED"));

        for (Accounts reader : List.of(Accounts.CHAIR_AND_DIRECTOR, Accounts.COORDINATOR)) {
            reader.request()
                    .get("/api/v1/sync/operations?limit=500")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(operation.toString()));
        }
        Accounts.TOWNSHIP_CHAIR
                .request()
                .get("/api/v1/sync/operations?limit=500")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(operation.toString())));
    }

    @Test
    void theTaskThatFollowsIsTheCoordinatorsAlone() throws Exception {
        UUID incident = Danger.reported(Accounts.DIRECTOR.request(), Danger.seen());
        String task = Danger.texts(database, "select task_id from incident_follow_up where incident_id = ?", incident)
                .get(0);

        Accounts.DIRECTOR
                .request()
                .get("/api/v1/tasks?limit=500&area=" + Accounts.VILLAGE)
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(task)));
        Accounts.DIRECTOR.request().get("/api/v1/tasks/{id}", task).then().statusCode(404);
        Accounts.COORDINATOR.request().get("/api/v1/tasks/{id}", task).then().statusCode(200);
        Accounts.TOWNSHIP_CHAIR
                .request()
                .body(Map.of("id", UUID.randomUUID(), "reason", "调整"))
                .post("/api/v1/tasks/{id}/cancel", task)
                .then()
                .statusCode(404);
    }

    /** Else somebody would hold it to whom the incident is closed, or nobody would. */
    @ParameterizedTest
    @ValueSource(strings = {"reassign", "return"})
    void theTaskThatFollowsMovesWithItsIncidentAlone(String action) throws Exception {
        UUID incident = Danger.reported(Accounts.DIRECTOR.request(), Danger.seen());
        String task = Danger.texts(database, "select task_id from incident_follow_up where incident_id = ?", incident)
                .get(0);
        Map<String, Object> body = new HashMap<>(Map.of("id", UUID.randomUUID(), "reason", "调整"));
        if (action.equals("reassign")) {
            body.put("assigneeAppointmentId", Accounts.DIRECTOR.appointment("CHILDREN_DIRECTOR"));
        }

        Accounts.COORDINATOR
                .request()
                .body(body)
                .post("/api/v1/tasks/{id}/" + action, task)
                .then()
                .statusCode(422)
                .body("violations.rule", contains("moves-with-incident"));

        assertThat(holders(incident)).containsExactly("TOWNSHIP_COORDINATOR");
    }

    private List<String> holders(UUID incident) throws Exception {
        return Danger.texts(database, """
                select a.role_code from incident_follow_up f join task t on t.id = f.task_id
                join appointment a on a.id = t.assignee_appointment_id
                where f.incident_id = ?
                """, incident);
    }

    /** The first who looks at an incident is whoever reported it. */
    @Test
    void whoReviewsLooksIsNotShownThoseAtIncidents() throws Exception {
        UUID incident = Danger.reported(Accounts.DIRECTOR.request(), Danger.seen());
        Accounts.DIRECTOR
                .request()
                .get("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(200);

        Accounts.PRIVACY_OFFICER
                .request()
                .get("/api/v1/access-log?subjectId={id}", incident)
                .then()
                .statusCode(200)
                .body("items", empty());
    }
}
