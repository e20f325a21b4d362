package org.shouwang.register.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;
import static org.shouwang.testsupport.Moves.OTHER_VILLAGE;
import static org.shouwang.testsupport.Moves.act;
import static org.shouwang.testsupport.Moves.asked;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Moves;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Visits;

@QuarkusTest
class MovedFollowUpApiTest {

    private static final String OPEN = """
            select id || ' ' || due_on
            from task where subject_id = ? and rule = 'HOME_VISIT' and status = 'NEW'
            """;

    @Inject
    DataSource database;

    @Test
    void aChildThatMovesInMidPeriodIsOwedTheSameVisitOnTheSameDayThere() throws SQLException {
        Families.Household home = Families.settle(DIRECTOR, Accounts.VILLAGE);
        UUID child = Families.register(DIRECTOR, Accounts.VILLAGE, home, "MEDIUM");
        DIRECTOR.request()
                .body(Visits.met(home.id(), child))
                .put("/api/v1/visits/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);
        Demo.sweep();
        List<String> before = Sql.texts(database, OPEN, child);
        Families.Household aunt = Families.settle(OTHER_TOWN_DIRECTOR, OTHER_VILLAGE);

        UUID move = asked(DIRECTOR, Moves.of(List.of(child), Moves.to(OTHER_VILLAGE)));
        Demo.sweep();
        assertThat(Sql.texts(database, OPEN, child)).isEqualTo(before).hasSize(1);
        act(OTHER_TOWN_DIRECTOR, move, "accept", Map.of("householdId", aunt.id()))
                .statusCode(200);
        Demo.sweep();

        assertThat(Sql.texts(database, OPEN, child)).isEqualTo(before);
        assertThat(Sql.texts(
                        database,
                        "select distinct area_code || ' ' || assignee_appointment_id from task where subject_id = ? and status = 'NEW'",
                        child))
                .containsExactly(OTHER_VILLAGE + " " + OTHER_TOWN_DIRECTOR.appointment("CHILDREN_DIRECTOR"));
    }
}
