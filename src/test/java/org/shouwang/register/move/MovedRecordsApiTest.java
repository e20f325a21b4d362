package org.shouwang.register.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.HOSTED_DIRECTOR;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;
import static org.shouwang.testsupport.Moves.OTHER_VILLAGE;
import static org.shouwang.testsupport.Moves.act;
import static org.shouwang.testsupport.Moves.asked;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Appointments;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.FeedTable;
import org.shouwang.testsupport.Moves;
import org.shouwang.testsupport.Sql;

/** Which records go over with a child who moves alone, to whom, and what the old village sees of it. */
@QuarkusTest
class MovedRecordsApiTest {

    private static final long OLD = Long.parseLong(Accounts.VILLAGE);
    private static final long NEW = Long.parseLong(OTHER_VILLAGE);

    @Inject
    DataSource database;

    private Families.Household household;
    private UUID elder;
    private UUID younger;

    @BeforeEach
    void twoSiblings() {
        household = Families.settle(DIRECTOR, Accounts.VILLAGE);
        elder = Families.register(DIRECTOR, Accounts.VILLAGE, household, "HIGH");
        younger = Families.register(DIRECTOR, Accounts.VILLAGE, household, "LOW");
    }

    @Test
    void aVisitToNobodyElseGoesOverAsAWhole() throws SQLException {
        UUID visit = MoveForms.visited(household.id(), elder);
        UUID toBoth = MoveForms.visited(household.id(), elder, younger);
        moveToAnAunt();

        DIRECTOR.request().get("/api/v1/visits/{id}", visit).then().statusCode(404);
        DIRECTOR.request().get("/api/v1/visits/{id}", toBoth).then().statusCode(200);
        assertThat(FeedTable.live(database, OLD, "visit", visit)).isFalse();
        assertThat(FeedTable.live(database, NEW, "visit", visit)).isTrue();
        assertThat(Sql.number(database, "select area_code from visit where id = ?", visit))
                .isEqualTo(NEW);
        assertThat(Sql.number(database, "select area_code from visit where id = ?", toBoth))
                .isEqualTo(OLD);
    }

    private UUID moveToAnAunt() {
        Families.Household aunt = Families.settle(OTHER_TOWN_DIRECTOR, OTHER_VILLAGE);
        UUID move = asked(DIRECTOR, Moves.of(List.of(elder), Moves.to(OTHER_VILLAGE)));
        act(OTHER_TOWN_DIRECTOR, move, "accept", Map.of("householdId", aunt.id()))
                .statusCode(200);
        return move;
    }

    @Test
    void whereAChildNoLongerLivesItsMoveShowsNothingOfToday() {
        UUID move = moveToAnAunt();
        UUID back = asked(OTHER_TOWN_DIRECTOR, Moves.of(List.of(elder), Moves.to(Accounts.VILLAGE, household.id())));

        act(DIRECTOR, back, "accept", Map.of()).statusCode(200);

        OTHER_TOWN_DIRECTOR
                .request()
                .get("/api/v1/moves/{id}", move)
                .then()
                .statusCode(200)
                .body("children.fullName", contains("王小明"))
                .body("children[0].childId", nullValue())
                .body("children[0].riskLevel", nullValue());
        DIRECTOR.request().get("/api/v1/moves/{id}", move).then().body("children.childId", contains(elder.toString()));
    }

    @Test
    void whatTheCoordinatorChecksGoesToTheOneThere() throws SQLException {
        UUID check = MoveForms.assigned(elder, "VERIFY", COORDINATOR.appointment("TOWNSHIP_COORDINATOR"));

        moveToAnAunt();

        assertThat(roleHolding(check, NEW)).isEqualTo("TOWNSHIP_COORDINATOR");
    }

    /** The role of the post that holds the task, where it stands above the village. */
    private String roleHolding(UUID task, long village) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select p.role_code from task t join appointment p on p.id = t.assignee_appointment_id
                        join area a on a.code = p.area_code
                        where t.id = ? and t.area_code = ? and a.code <= t.area_code and a.code_end > t.area_code
                        """)) {
            query.setObject(1, task);
            query.setLong(2, village);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    /** A village that an organisation runs (托管): whoever works for the organisation holds its post there. */
    @Test
    void aPostOfTheOrganisationThatRunsTheVillageKeepsItsTasks() throws SQLException {
        UUID post = UUID.randomUUID();
        Sql.update(database, """
                insert into appointment (id, worker_id, role_code, organisation_id, appointed_on, status)
                select ?, p.worker_id, 'TOWNSHIP_COORDINATOR', o.id, date '2026-01-04', 'ACTIVE'
                from appointment p, organisation o
                where p.id = ? and o.kind = 'DEVELOPMENT_ZONE'
                """, post, COORDINATOR.appointment("TOWNSHIP_COORDINATOR"));
        try {
            UUID task = MoveForms.assigned(elder);
            Sql.update(database, "update task set assignee_appointment_id = ? where id = ?", post, task);
            Families.Household there = Families.settle(HOSTED_DIRECTOR, MoveForms.HOSTED_VILLAGE);
            UUID move = asked(DIRECTOR, Moves.of(List.of(elder), Moves.to(MoveForms.HOSTED_VILLAGE, there.id())));

            act(HOSTED_DIRECTOR, move, "accept", Map.of()).statusCode(200);

            HOSTED_DIRECTOR
                    .request()
                    .get("/api/v1/tasks/{id}", task)
                    .then()
                    .body("assigneeAppointmentId", equalTo(post.toString()));
        } finally {
            Appointments.end(database, "id = ?", post);
        }
    }
}
