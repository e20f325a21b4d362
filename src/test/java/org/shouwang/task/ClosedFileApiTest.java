package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
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
import org.shouwang.testsupport.Tasks;
import org.shouwang.testsupport.Visits;

/** What is still done about a child whose file is closed. */
@QuarkusTest
class ClosedFileApiTest {

    @Inject
    DataSource database;

    private String coordinator = "";
    private String director = "";
    private UUID post;
    private UUID child;

    @BeforeEach
    void aChild() {
        coordinator = Accounts.COORDINATOR.token();
        director = Accounts.DIRECTOR.token();
        post = Accounts.DIRECTOR.appointment("CHILDREN_DIRECTOR");
        child = Families.register(
                Accounts.DIRECTOR, Accounts.VILLAGE, Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE), "MEDIUM");
    }

    private void close() {
        Accounts.with(coordinator)
                .body(Map.of("id", UUID.randomUUID(), "closeReason", "MOVED_AWAY"))
                .post("/api/v1/children/{id}/close", child)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse assign(UUID id, String type) {
        Map<String, Object> task = Tasks.visitTo(child, post, Demo.today().plusDays(20));
        task.put("id", id);
        task.put("taskType", type);
        return Accounts.with(coordinator).body(task).post("/api/v1/tasks").then();
    }

    private UUID assigned(String type) {
        UUID id = UUID.randomUUID();
        assign(id, type).statusCode(201);
        return id;
    }

    private ValidatableResponse task(UUID id) {
        return Accounts.with(director).get("/api/v1/tasks/{id}", id).then().statusCode(200);
    }

    private List<String> told(UUID id) {
        return Accounts.with(director)
                .get("/api/v1/notifications?limit=500")
                .then()
                .extract()
                .jsonPath()
                .getList("items.findAll { it.subjectId == '%s' }.event".formatted(id), String.class);
    }

    @Test
    void whatProtectsTheChildOutlivesItsFileAndItsHolderIsTold() throws SQLException {
        UUID incident = assigned("INCIDENT_FOLLOW");
        UUID letter = assigned("WARNING_LETTER_VISIT");
        UUID visit = assigned("VISIT");

        close();

        task(incident).body("status", equalTo("NEW")).body("assigneeAppointmentId", equalTo(post.toString()));
        task(letter).body("status", equalTo("NEW"));
        task(visit).body("status", equalTo("CANCELLED"));
        assertThat(told(incident)).contains("task-outlives-file");
        assertThat(told(letter)).contains("task-outlives-file");
        assertThat(Sql.number(
                        database,
                        "select count(*) from task_ladder where task_id in (?, ?) and next_alert_at is not null",
                        incident,
                        letter))
                .isEqualTo(2);
    }

    @Test
    void underAClosedFileOnlyWhatProtectsTheChildIsAssigned() {
        close();

        assign(UUID.randomUUID(), "VISIT")
                .statusCode(422)
                .body("violations.field", contains("subjectId"))
                .body("violations.rule", contains("task-file-closed"));
        assigned("INCIDENT_FOLLOW");
    }

    @Test
    void aCallAboutAClosedFileAsksForNoVisit() {
        close();
        Map<String, Object> call = Visits.contact(child);
        call.put("needsVisit", true);

        Accounts.with(director)
                .body(call)
                .put("/api/v1/contacts/{id}", UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("violations.rule", hasItem("contact-file-closed"));

        Accounts.with(coordinator)
                .get("/api/v1/tasks?area=%s&limit=500".formatted(Accounts.VILLAGE))
                .then()
                .statusCode(200)
                .body("items.findAll { it.subjectId == '%s' }.id".formatted(child), empty());
    }
}
