package org.shouwang.register.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

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
import org.shouwang.testsupport.Together;

@QuarkusTest
class FileCloseApiTest {

    private static final String PATH = "/api/v1/children/{id}/";

    @Inject
    DataSource database;

    private final UUID act = UUID.randomUUID();
    private UUID child;
    private String coordinator = "";

    @BeforeEach
    void aFile() {
        coordinator = Accounts.COORDINATOR.token();
        child = Families.register(
                Accounts.DIRECTOR, Accounts.VILLAGE, Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE), "MEDIUM");
    }

    @Test
    void aFileIsClosedOnceAndItsOpenTasksAreCancelledForTheReason() throws SQLException {
        UUID task = assign();

        post("close", close("MOVED_AWAY"), 200)
                .body("fileStatus", equalTo("CLOSED"))
                .body("closeReason", equalTo("MOVED_AWAY"))
                .body("version", equalTo(1));
        post("close", close("MOVED_AWAY"), 200).body("version", equalTo(1));
        post("close", close("DEATH"), 409).body("type", equalTo("urn:shouwang:problem:id-reused"));
        post("close", Map.of("id", UUID.randomUUID(), "closeReason", "DEATH"), 409)
                .body("type", equalTo("urn:shouwang:problem:state-conflict"));

        Accounts.with(coordinator)
                .get("/api/v1/tasks/{id}", task)
                .then()
                .body("status", equalTo("CANCELLED"))
                .body("returnReason", equalTo("MOVED_AWAY"));
        assertThat(count("select count(*) from task_ladder where task_id = ? and next_alert_at is null", task))
                .isEqualTo(1);
        assertThat(count("select count(*) from task_action where task_id = ? and action = 'CANCEL'", task))
                .isEqualTo(1);
        assertThat(count("select count(*) from audit where action = 'child.close' and subject_id = ?", child))
                .isEqualTo(1);
        assertThat(count("select version from sync_change where kind = 'child' and not removed and id = ?", child))
                .isEqualTo(1);
    }

    @Test
    void aClosedFileTakesNothingUntilItIsOpenedAndTheDirectorIsTold() throws SQLException {
        UUID task = assign();
        post("close", close("DUPLICATE"), 200);
        patch(409);
        Accounts.with(coordinator)
                .body(Map.of("categoryCode", "STREET", "startDate", "2026-01-05"))
                .put(PATH + "categories/{category}", child, UUID.randomUUID())
                .then()
                .statusCode(409);
        Accounts.with(coordinator)
                .queryParams(Map.of("area", Accounts.VILLAGE, "category", "LEFT_BEHIND", "limit", 500))
                .get("/api/v1/children")
                .then()
                .statusCode(200)
                .body("items.id.findAll { it == '%s' }".formatted(child), empty());

        Map<String, Object> reopen = Map.of("id", UUID.randomUUID(), "reason", "误办结案");
        post("reopen", reopen, 200)
                .body("fileStatus", equalTo("ACTIVE"))
                .body("closeReason", nullValue())
                .body(
                        "responsibleAppointmentId",
                        equalTo(Accounts.DIRECTOR
                                .appointment("CHILDREN_DIRECTOR")
                                .toString()));
        post("reopen", reopen, 200).body("version", equalTo(2));

        assertThat(count("""
                        select count(*) from notification
                        where event = 'file-reopened' and subject_id = ? and appointment_id = ?
                        """, child, Accounts.DIRECTOR.appointment("CHILDREN_DIRECTOR")))
                .isEqualTo(1);
        assertThat(count("select count(*) from task where id = ? and status = 'CANCELLED'", task))
                .isEqualTo(1);
    }

    @Test
    void aDraftThatIsOpenedAgainIsAskedForAgain() throws SQLException {
        child = UUID.randomUUID();
        Accounts.DIRECTOR
                .request()
                .body(Map.of(
                        "fullName",
                        "路边娃",
                        "sexCode",
                        "2",
                        "birthYear",
                        2019,
                        "residenceAreaCode",
                        Accounts.VILLAGE,
                        "noContact",
                        true))
                .put("/api/v1/children/{id}", child)
                .then()
                .statusCode(201);
        post("close", close("DUPLICATE"), 200);
        assertThat(openTasks()).isZero();

        post("reopen", Map.of("id", UUID.randomUUID(), "reason", "不是同一人"), 200)
                .body("fileStatus", equalTo("DRAFT"))
                .body("missing", hasItem("assessment"));

        assertThat(openTasks()).isEqualTo(1);
    }

    @Test
    void aFileIsNotOpenedBesideAnotherOfTheSamePerson() throws SQLException {
        String number = Families.boysNumber();
        child = withNumber(number, 201);
        post("close", close("MOVED_AWAY"), 200);
        UUID second = withNumber(number, 201);

        post("reopen", Map.of("id", UUID.randomUUID(), "reason", "搬回来了"), 409)
                .body("existingId", equalTo(second.toString()));
    }

    @Test
    void aFileOnItsWayToAnotherVillageIsNotClosedAndKeepsItsNumber() throws SQLException {
        String number = Families.boysNumber();
        child = withNumber(number, 201);
        Sql.update(database, "update child set file_status = 'TRANSFER_PENDING' where id = ?", child);
        try {
            post("close", close("MOVED_AWAY"), 409).body("type", equalTo("urn:shouwang:problem:state-conflict"));
            withNumber(number, 409);
        } finally {
            Sql.update(database, "update child set file_status = 'ACTIVE' where id = ?", child);
        }
    }

    @Test
    void nobodyComesOfAgeOnPaper() {
        post("close", close("AGED_16_LB"), 422).body("violations.rule", equalTo(List.of("close-too-young")));
    }

    @Test
    void closingTakesTheTownshipsWord() {
        Accounts.DIRECTOR
                .request()
                .body(close("DEATH"))
                .post(PATH + "close", child)
                .then()
                .statusCode(403);
        Accounts.OTHER_TOWN_DIRECTOR
                .request()
                .body(Map.of("id", act, "reason", "看错了"))
                .post(PATH + "reopen", child)
                .then()
                .statusCode(404);
    }

    @Test
    void ofTwoThatCloseTogetherOneCloses() throws Exception {
        List<Integer> statuses = Together.statuses(List.of(() -> closed("DEATH"), () -> closed("ADOPTED")));

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    private int closed(String reason) {
        return Accounts.with(coordinator)
                .body(Map.of("id", UUID.randomUUID(), "closeReason", reason))
                .post(PATH + "close", child)
                .statusCode();
    }

    private Map<String, Object> close(String reason) {
        return Map.of("id", act, "closeReason", reason);
    }

    private static UUID withNumber(String number, int status) {
        UUID id = UUID.randomUUID();
        Map<String, Object> form =
                Families.child(Accounts.VILLAGE, Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE));
        form.put("idNumber", number);
        Accounts.DIRECTOR
                .request()
                .body(form)
                .put("/api/v1/children/{id}", id)
                .then()
                .statusCode(status);
        return id;
    }

    private UUID assign() {
        UUID director = Accounts.DIRECTOR.appointment("CHILDREN_DIRECTOR");
        return Tasks.assigned(Tasks.visitTo(child, director, Demo.today().plusDays(20)));
    }

    private void patch(int status) {
        Accounts.DIRECTOR
                .request()
                .header("If-Match", "\"1\"")
                .body(Map.of("remark", "x"))
                .patch("/api/v1/children/{id}", child)
                .then()
                .statusCode(status);
    }

    private long openTasks() throws SQLException {
        return count(
                "select count(*) from task where subject_id = ? and status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')",
                child);
    }

    private long count(String query, Object... arguments) throws SQLException {
        return Sql.number(database, query, arguments);
    }

    private ValidatableResponse post(String what, Map<String, ?> body, int status) {
        return Accounts.with(coordinator)
                .body(body)
                .post(PATH + what, child)
                .then()
                .statusCode(status);
    }
}
