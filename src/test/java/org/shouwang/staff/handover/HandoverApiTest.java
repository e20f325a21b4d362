package org.shouwang.staff.handover;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.staff.handover.Crew.Worker;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class HandoverApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    FieldCipher cipher;

    @Inject
    KeyedHash hashes;

    private Crew crew;
    private Worker director;
    private UUID leaving;
    private UUID successor;
    private UUID coordinator;
    private RequestSpecification confirming;

    @BeforeEach
    void aDirectorIsFollowedByAnother() {
        crew = new Crew(database, cipher, hashes);
        director = crew.worker();
        leaving = crew.appoint(director, RoleCode.CHILDREN_DIRECTOR, Crew.VILLAGE);
        successor = crew.appoint(crew.worker(), RoleCode.CHILDREN_DIRECTOR, Crew.VILLAGE);
        Worker above = crew.worker();
        coordinator = crew.appoint(above, RoleCode.TOWNSHIP_COORDINATOR, Crew.TOWN);
        confirming = above.request();
    }

    @AfterEach
    void leave() {
        crew.leave();
    }

    private ValidatableResponse post(Map<String, Object> form) {
        return post(confirming, form);
    }

    private static ValidatableResponse post(RequestSpecification request, Map<String, Object> form) {
        return given().spec(request).body(form).post("/api/v1/handovers").then();
    }

    private void end(UUID appointment) throws SQLException {
        Sql.update(
                database,
                "update appointment set status = 'ENDED', ended_on = current_date, end_reason = 'RESIGN' where id = ?",
                appointment);
    }

    /** Worked example E7 of the data dictionary, without its incident. */
    @Test
    void aPostCannotEndBeforeAllFiftyFiveItemsHaveANewOwner() throws SQLException {
        crew.children(leaving, Crew.VILLAGE, Crew.OF_E7_CHILDREN);
        crew.tasks(leaving, Crew.VILLAGE, Crew.OF_E7_TASKS);
        assertThatThrownBy(() -> end(leaving)).isInstanceOf(SQLException.class).hasMessageContaining("nothing open");

        post(Crew.handover(leaving, successor))
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("fromAppointmentId", equalTo(leaving.toString()))
                .body("toAppointmentId", equalTo(successor.toString()))
                .body("areaCode", equalTo(Crew.VILLAGE))
                .body("endReason", equalTo("ELECTION"))
                .body("endedOn", equalTo(Demo.today().toString()))
                .body("openChildren", equalTo(Crew.OF_E7_CHILDREN))
                .body("openTasks", equalTo(Crew.OF_E7_TASKS))
                .body("openReferrals", equalTo(0))
                .body("items", hasSize(Crew.OF_E7_CHILDREN + Crew.OF_E7_TASKS))
                .body("items.findAll { it.kind == 'child' }", hasSize(Crew.OF_E7_CHILDREN))
                .body("confirmedBy", equalTo(coordinator.toString()))
                .body("confirmedOn", equalTo(Demo.today().toString()));

        assertThat(crew.childrenOf(successor)).isEqualTo(Crew.OF_E7_CHILDREN);
        assertThat(crew.openTasksOf(successor)).isEqualTo(Crew.OF_E7_TASKS);
        assertThat(crew.childrenOf(leaving) + crew.openTasksOf(leaving)).isZero();
        assertThat(crew.texts(
                        "select status || ' ' || ended_on || ' ' || end_reason from appointment where id = ?", leaving))
                .containsExactly("ENDED " + Demo.today() + " ELECTION");
    }

    @Test
    void whatChangesHandsStandsInTheTrailAndInTheHistoryOfTheTasks() {
        crew.children(leaving, Crew.VILLAGE, 3);
        crew.tasks(leaving, Crew.VILLAGE, 2);

        post(Crew.handover(leaving, successor)).statusCode(201);

        assertThat(crew.texts("""
                        select action || ' ' || subject_type || ' ' || area_code || ' ' || count(distinct subject_id)
                        from audit where appointment_id = ? group by action, subject_type, area_code order by 1
                        """, coordinator))
                .containsExactly(
                        "appointment.hand-over APPOINTMENT " + Crew.VILLAGE + " 1",
                        "child.hand-over CHILD " + Crew.VILLAGE + " 3",
                        "task.hand-over task " + Crew.VILLAGE + " 2");
        assertThat(crew.texts("""
                        select t.status || ' ' || t.version || ' ' || h.action
                        from task t join task_action h on h.task_id = t.id where t.assignee_appointment_id = ?
                        """, successor)).containsExactly("NEW 1 REASSIGN", "NEW 1 REASSIGN");
        assertThat(crew.count("select min(version) from child where responsible_appointment_id = ?", successor))
                .isOne();
    }

    @Test
    void theSameRequestAgainIsAnsweredAndAnotherBodyIsRefused() {
        crew.children(leaving, Crew.VILLAGE, 2);
        Map<String, Object> form = Crew.handover(leaving, successor);
        post(form).statusCode(201);

        post(form).statusCode(200).body("items", hasSize(2)).body("openChildren", equalTo(2));
        post(Crew.with(form, "endReason", "DEATH"))
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:id-reused"));
        post(Crew.handover(leaving, successor))
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:state-conflict"));
    }

    @Test
    void whileThePostIsVacantItsWorkGoesToTheCoordinatorWhoConfirms() {
        crew.children(leaving, Crew.VILLAGE, 2);
        crew.tasks(leaving, Crew.VILLAGE, 1);

        post(Crew.handover(leaving, null)).statusCode(201).body("toAppointmentId", equalTo(coordinator.toString()));

        assertThat(crew.childrenOf(coordinator)).isEqualTo(2);
        assertThat(crew.openTasksOf(coordinator)).isOne();
    }

    @Test
    void whatIsClosedStaysWithThePostThatEnded() {
        crew.children(leaving, Crew.VILLAGE, 2);
        crew.tasks(leaving, Crew.VILLAGE, 2);
        crew.run("update child set file_status = 'CLOSED' where responsible_appointment_id = ?", leaving);
        crew.run("update task set status = 'DONE' where assignee_appointment_id = ?", leaving);

        post(Crew.handover(leaving, successor)).statusCode(201).body("items", hasSize(0));

        assertThat(crew.childrenOf(leaving)).isEqualTo(2);
        assertThat(crew.count("select count(*) from task where assignee_appointment_id = ?", leaving))
                .isEqualTo(2);
    }

    @Test
    void beforeConfirmingTheCoordinatorSeesWhatWouldMove() {
        crew.children(leaving, Crew.VILLAGE, 3);
        crew.tasks(leaving, Crew.VILLAGE, 2);

        given().spec(confirming)
                .get("/api/v1/appointments/{id}/belongings", leaving)
                .then()
                .statusCode(200)
                .body("roleCode", equalTo("CHILDREN_DIRECTOR"))
                .body("areaCode", equalTo(Crew.VILLAGE))
                .body("openChildren", equalTo(3))
                .body("openTasks", equalTo(2))
                .body("openReferrals", equalTo(0))
                .body("items", hasSize(5));

        assertThat(crew.statusOf(leaving)).isEqualTo("ACTIVE");
    }

    @Test
    void handoversAreListedNewestFirstWithoutTheirItems() {
        crew.children(leaving, Crew.VILLAGE, 1);
        Map<String, Object> earlier = Crew.handover(leaving, successor);
        Map<String, Object> later = Crew.handover(successor, null);
        post(earlier).statusCode(201);
        post(later).statusCode(201);

        String list = "/api/v1/handovers?area=" + Crew.VILLAGE + "&limit=1";
        String next = given().spec(confirming)
                .get(list)
                .then()
                .statusCode(200)
                .body("items.id", contains(later.get("id").toString()))
                .body("items[0].openChildren", equalTo(1))
                .body("items[0].items", nullValue())
                .extract()
                .path("next");
        given().spec(confirming)
                .get(list + "&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.id", contains(earlier.get("id").toString()));
        given().spec(confirming)
                .get("/api/v1/handovers/{id}", earlier.get("id"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }
}
