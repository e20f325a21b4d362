package org.shouwang.register.move;

import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Tasks;
import org.shouwang.testsupport.Visits;

/** What belongs to a child before it goes, and villages to which it may go. */
final class MoveForms {

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
