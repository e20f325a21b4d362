package org.shouwang.staff.handover;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.staff.handover.Crew.Worker;

/** A village was without a director, its coordinator stood in, and now there is a new one. */
@QuarkusTest
class TakeoverApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    FieldCipher cipher;

    @Inject
    KeyedHash hashes;

    private Crew crew;
    private Worker newcomer;
    private UUID post;
    private UUID standIn;
    private RequestSpecification confirming;

    @BeforeEach
    void aVacantPostIsFilledAgain() {
        crew = new Crew(database, cipher, hashes);
        Worker above = crew.worker();
        standIn = crew.appoint(above, RoleCode.TOWNSHIP_COORDINATOR, Crew.TOWN);
        confirming = above.request();
        UUID left = crew.appoint(crew.worker(), RoleCode.CHILDREN_DIRECTOR, Crew.VILLAGE);
        crew.children(left, Crew.VILLAGE, 3);
        crew.tasks(left, Crew.VILLAGE, 2);
        given().spec(confirming)
                .body(Crew.handover(left, null))
                .post("/api/v1/handovers")
                .then()
                .statusCode(201);
        newcomer = crew.worker();
        post = crew.appoint(newcomer, RoleCode.CHILDREN_DIRECTOR, Crew.VILLAGE);
    }

    @AfterEach
    void leave() {
        crew.leave();
    }

    private ValidatableResponse post(Map<String, Object> form) {
        return given().spec(confirming).body(form).post("/api/v1/takeovers").then();
    }

    private Map<String, Object> form(UUID to, @Nullable UUID from) {
        Map<String, Object> form = new HashMap<>();
        form.put("id", UUID.randomUUID());
        form.put("toAppointmentId", to);
        form.put("fromAppointmentId", from);
        return form;
    }

    @Test
    void whatWasHeldForThePostGoesToIt() {
        crew.children(null, Crew.VILLAGE, 1);

        post(form(post, standIn))
                .statusCode(201)
                .body("toAppointmentId", equalTo(post.toString()))
                .body("fromAppointmentId", equalTo(standIn.toString()))
                .body("areaCode", equalTo(Crew.VILLAGE))
                .body("openChildren", equalTo(4))
                .body("openTasks", equalTo(2))
                .body("items", hasSize(6));

        assertThat(crew.childrenOf(post)).isEqualTo(4);
        assertThat(crew.openTasksOf(post)).isEqualTo(2);
        assertThat(crew.childrenOf(standIn) + crew.openTasksOf(standIn)).isZero();
    }

    @Test
    void whatIsTheStandInsOwnStays() {
        crew.children(standIn, Crew.NEXT_VILLAGE, 1);
        crew.tasks(standIn, Crew.NEXT_VILLAGE, 1);
        crew.tasks(standIn, Crew.TOWN, 1);
        crew.tasks(standIn, Crew.VILLAGE, 1);
        crew.run("""
                update task set task_type = 'VERIFY' where id = (
                    select id from task where assignee_appointment_id = ? and area_code = ? limit 1)
                """, standIn, Long.valueOf(Crew.VILLAGE));

        post(form(post, standIn))
                .statusCode(201)
                .body("openChildren", equalTo(3))
                .body("openTasks", equalTo(2));

        assertThat(crew.childrenOf(standIn)).isOne();
        assertThat(crew.openTasksOf(standIn)).isEqualTo(3);
    }

    @Test
    void whereNobodyStoodInWhatBelongsToNobodyIsTaken() {
        crew.children(null, Crew.VILLAGE, 2);

        post(form(post, null)).statusCode(201).body("openChildren", equalTo(2)).body("openTasks", equalTo(0));

        assertThat(crew.childrenOf(standIn)).isEqualTo(3);
    }

    @Test
    void theNewcomerIsToldOnceAndEachRecordStandsInTheTrail() {
        UUID id = UUID.fromString(
                post(form(post, standIn)).statusCode(201).extract().path("id"));

        assertThat(crew.texts(
                        "select event from notification where appointment_id = ? and occurrence like ?",
                        post,
                        "%" + id + "%"))
                .hasSize(1);
        assertThat(crew.texts(
                        "select action from audit where appointment_id = ? and action like '%.hand-over'"
                                + " and at >= (select created_at from takeover where id = ?)",
                        standIn, id))
                .containsExactlyInAnyOrder(
                        "child.hand-over", "child.hand-over", "child.hand-over", "task.hand-over", "task.hand-over");
        assertThat(crew.texts("select subject_id from audit where action = 'appointment.take-over'"))
                .contains(post.toString());
    }

    @Test
    void theSameTakeoverAgainIsTheOneThatWas() {
        Map<String, Object> form = form(post, standIn);
        post(form).statusCode(201);
        crew.children(standIn, Crew.VILLAGE, 1);

        post(form).statusCode(200).body("items", hasSize(5));

        post(Crew.with(form, "fromAppointmentId", UUID.randomUUID())).statusCode(409);
        assertThat(crew.childrenOf(standIn)).isOne();
    }

    @Test
    void onlyAPostAboveCanHaveStoodIn() {
        UUID neighbour = crew.appoint(crew.worker(), RoleCode.CHILDREN_DIRECTOR, Crew.VILLAGE);

        post(form(post, neighbour)).statusCode(422).body("violations[0].rule", equalTo("takeover-stand-in"));
    }

    @Test
    void aChairIsNotMadeResponsibleForADirectorsFiles() {
        UUID chair = crew.appoint(crew.worker(), RoleCode.WOMENS_CHAIR, Crew.VILLAGE);

        post(form(chair, standIn)).statusCode(422).body("violations[0].rule", equalTo("takeover-director"));

        assertThat(crew.childrenOf(standIn)).isEqualTo(3);
    }

    @Test
    void thePostMustBeInForce() {
        crew.run("update appointment set status = 'ENDED', ended_on = current_date where id = ?", post);

        post(form(post, standIn)).statusCode(422).body("violations[0].rule", equalTo("takeover-in-force"));
        assertThat(crew.childrenOf(standIn)).isEqualTo(3);
    }

    @Test
    void theNewcomerDoesNotTakeByThemselves() {
        given().spec(newcomer.request())
                .body(form(post, standIn))
                .post("/api/v1/takeovers")
                .then()
                .statusCode(403);
    }
}
