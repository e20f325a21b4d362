package org.shouwang.protection.violence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Moves;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Visits;

/** A case goes with its victim; who answers for it stays until the lead passes it on. */
@QuarkusTest
class ViolenceGoesAlongApiTest {

    @Inject
    AgroalDataSource database;

    @Test
    void aCaseOfAChildMovesWithItAndSoDoItsTasksButTheirHolderStays() throws Exception {
        Cases.Family family = Cases.Family.settled(Accounts.DIRECTOR, Accounts.VILLAGE);
        RequestSpecification director = Accounts.DIRECTOR.request();
        UUID id = Cases.opened(director, Cases.ofChild(family.child()));
        String today = Demo.today().toString();
        UUID letter = letter(Accounts.DIRECTOR, id, today);

        Moves.movedAway(family.child());

        Cases.get(Accounts.DIRECTOR.request(), id)
                .then()
                .statusCode(200)
                .body("areaCode", equalTo(Moves.OTHER_VILLAGE))
                .body(
                        "responsibleAppointmentId",
                        equalTo(Accounts.DIRECTOR
                                .appointment("CHILDREN_DIRECTOR")
                                .toString()));
        Cases.get(Accounts.OTHER_TOWN_DIRECTOR.request(), id).then().statusCode(404);
        assertThat(Cases.told(database, id)).contains("violence-case-moved COUNTY_CIVIL_AFFAIRS");
        assertThat(Sql.texts(database, """
                        select t.area_code || ' ' || (t.assignee_appointment_id = c.responsible_appointment_id)
                        from violence_task v join task t on t.id = v.task_id join violence_case c on c.id = v.case_id
                        where v.letter_id = ?
                        """, letter)).containsExactly(Moves.OTHER_VILLAGE + " true");
        Cases.finish(Accounts.DIRECTOR.request(), id);
        Cases.act(Accounts.DIRECTOR.request(), id, "close", Map.of("reason", "办结"))
                .then()
                .statusCode(200);
    }

    /** Whoever looks after the child now may not know of the case, and so not of what it asks for. */
    @Test
    void whatTheNewVillageOpensAgainGoesToWhomTheCaseNames() throws Exception {
        Cases.Family family = Cases.Family.settled(Accounts.DIRECTOR, Accounts.VILLAGE);
        UUID id = Cases.opened(Accounts.DIRECTOR.request(), Cases.ofChild(family.child()));
        UUID letter = letter(Accounts.DIRECTOR, id, Demo.today().minusDays(1).toString());
        UUID task = UUID.fromString(Sql.texts(database, "select task_id from violence_task where letter_id = ?", letter)
                .get(0));
        Moves.movedAway(family.child());
        UUID visit = UUID.randomUUID();
        Accounts.OTHER_TOWN_DIRECTOR
                .request()
                .body(Visits.met(family.household().id(), family.child()))
                .put("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(201);
        assertThat(state(task)).containsExactly("DONE true");

        Accounts.OTHER_TOWN_DIRECTOR
                .request()
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "outcome", "NO_ONE_HOME", "children", List.of(Map.of("childId", family.child(), "met", false))))
                .patch("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(200);

        assertThat(state(task)).containsExactly("NEW true");
        assertThat(Sql.texts(database, """
                        select a.role_code || ' ' || (a.id = t.assignee_appointment_id)
                        from notification n join appointment a on a.id = n.appointment_id join task t on t.id = n.subject_id
                        where t.id = ? and n.event in ('task-reopened', 'task-assigned', 'task-returned')
                        """, task)).containsExactly("CHILDREN_DIRECTOR true");
        Accounts.OTHER_TOWN_DIRECTOR
                .request()
                .get("/api/v1/tasks/{id}", task)
                .then()
                .statusCode(404);
        Cases.finish(Accounts.DIRECTOR.request(), id);
        Cases.act(Accounts.DIRECTOR.request(), id, "close", Map.of("reason", "办结"))
                .then()
                .statusCode(200);
    }

    @Test
    void aCaseOfAWomanMovesWithHerHouseholdAndSoDoItsTasks() throws Exception {
        Cases.Family family = Cases.Family.settled(Accounts.DIRECTOR, Accounts.VILLAGE);
        UUID id = Cases.opened(Accounts.TOWNSHIP_CHAIR.request(), Cases.ofWoman(family.woman()));
        UUID letter = letter(Accounts.TOWNSHIP_CHAIR, id, Demo.today().toString());

        Moves.movedAway(family.child());

        assertThat(Sql.texts(database, """
                        select t.area_code || ' ' || (t.assignee_appointment_id = c.responsible_appointment_id)
                        from violence_task v join task t on t.id = v.task_id join violence_case c on c.id = v.case_id
                        where v.letter_id = ?
                        """, letter)).containsExactly(Moves.OTHER_VILLAGE + " true");
        Cases.finish(Accounts.TOWNSHIP_CHAIR.request(), id);
        Cases.act(Accounts.TOWNSHIP_CHAIR.request(), id, "close", Map.of("reason", "办结"))
                .then()
                .statusCode(200);
    }

    /** Where it stands, and whether whoever answers for its case holds it. */
    private List<String> state(UUID task) throws SQLException {
        return Sql.texts(database, """
                select t.status || ' ' || (t.assignee_appointment_id = c.responsible_appointment_id)
                from violence_task v join task t on t.id = v.task_id join violence_case c on c.id = v.case_id
                where t.id = ?
                """, task);
    }

    private static UUID letter(Accounts who, UUID id, String today) {
        UUID letter = UUID.randomUUID();
        who.request()
                .body(Map.of("issuedOn", today, "villageNotifiedOn", today))
                .put(Cases.PATH + "/warning-letters/{letter}", id, letter)
                .then()
                .statusCode(201);
        return letter;
    }
}
