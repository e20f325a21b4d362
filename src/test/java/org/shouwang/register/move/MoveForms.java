package org.shouwang.register.move;

import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Tasks;
import org.shouwang.testsupport.Visits;

/** Moves as an app asks for them, and what belongs to a child before it goes. */
final class MoveForms {

    /** Where {@link Accounts#OTHER_TOWN_DIRECTOR} works. */
    static final String OTHER_VILLAGE = "610304106200";

    /** A village of the first town whose director's post a test may leave vacant. */
    static final String VACANT_VILLAGE = "610304101202";

    /** Where {@link Accounts#HOSTED_DIRECTOR} works, run by the development zone. */
    static final String HOSTED_VILLAGE = "610304102202";

    private MoveForms() {}

    /** Leaves the post vacant, until {@link #filled}. */
    static void vacated(DataSource database) throws SQLException {
        appointedOn(database, "2999-01-01");
    }

    static void filled(DataSource database) throws SQLException {
        appointedOn(database, "2026-01-04");
    }

    private static void appointedOn(DataSource database, String day) throws SQLException {
        Sql.update(
                database,
                "update appointment set appointed_on = ?::date where area_code = ? and role_code = 'CHILDREN_DIRECTOR'",
                day,
                Long.valueOf(VACANT_VILLAGE));
    }

    static Map<String, Object> to(String village) {
        Map<String, Object> to = new HashMap<>();
        to.put("areaCode", village);
        to.put("address", "周原镇文广村 3 组 8 号");
        to.put("hamlet", "八组");
        return to;
    }

    static Map<String, Object> to(String village, UUID household) {
        Map<String, Object> to = to(village);
        to.put("householdId", household);
        return to;
    }

    static Map<String, Object> of(List<UUID> children, Map<String, Object> to) {
        Map<String, Object> form = new HashMap<>();
        form.put("childIds", children);
        form.put("wholeHousehold", false);
        form.put("to", to);
        form.put("reason", "随父亲迁居");
        return form;
    }

    static Map<String, Object> ofHousehold(UUID child, Map<String, Object> to) {
        Map<String, Object> form = of(List.of(child), to);
        form.put("wholeHousehold", true);
        return form;
    }

    static ValidatableResponse put(Accounts worker, UUID id, Map<String, Object> form) {
        return worker.request().body(form).put("/api/v1/moves/{id}", id).then();
    }

    static UUID asked(Accounts worker, Map<String, Object> form) {
        UUID id = UUID.randomUUID();
        put(worker, id, form).statusCode(201);
        return id;
    }

    static ValidatableResponse act(Accounts worker, UUID move, String action, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.putIfAbsent("id", UUID.randomUUID());
        return worker.request()
                .body(body)
                .post("/api/v1/moves/{id}/" + action, move)
                .then();
    }

    /** A visit by the first village's director to all of these children, nobody of whom was met. */
    static UUID visited(UUID household, UUID... children) {
        return visited("MET_CAREGIVER", household, children);
    }

    static UUID visited(String outcome, UUID household, UUID... children) {
        UUID visit = UUID.randomUUID();
        Map<String, Object> form = Visits.phoned(household, children);
        form.put("outcome", outcome);
        DIRECTOR.request().body(form).put("/api/v1/visits/{id}", visit).then().statusCode(201);
        return visit;
    }

    /** What a visit opened that found the family gone. */
    static UUID proposedBy(UUID visit) {
        return COORDINATOR
                .request()
                .get("/api/v1/moves?state=PROPOSED&limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getUUID("items.find { it.sourceVisitId == '" + visit + "' }.id");
    }

    /** A call of the first village's director about these children. */
    static UUID called(UUID... children) {
        UUID contact = UUID.randomUUID();
        DIRECTOR.request()
                .body(Visits.contact(children))
                .put("/api/v1/contacts/{id}", contact)
                .then()
                .statusCode(201);
        return contact;
    }

    static List<UUID> callsAbout(Accounts worker, UUID child) {
        return worker.request()
                .get("/api/v1/contacts?childId=" + child)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", UUID.class);
    }

    /** A visit that the first village's director is asked for, due in three days. */
    static UUID assigned(UUID child) {
        return assigned(child, "VISIT", DIRECTOR.appointment("CHILDREN_DIRECTOR"));
    }

    static UUID assigned(UUID child, String type, UUID assignee) {
        Map<String, Object> task = Tasks.visitTo(child, assignee, Demo.today().plusDays(3));
        task.put("taskType", type);
        return Tasks.assigned(task);
    }
}
