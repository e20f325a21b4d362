package org.shouwang.register.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;
import static org.shouwang.testsupport.Moves.OTHER_VILLAGE;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.LocalDays;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Moves;
import org.shouwang.testsupport.Pulled;
import org.shouwang.testsupport.Sql;

/** Moves on the phones of both villages, and of no other. */
@QuarkusTest
class MoveFeedApiTest {

    private final DataSource database;
    private String leaving;
    private String receiving;
    private UUID child;
    private UUID move;

    MoveFeedApiTest(DataSource database) {
        this.database = database;
    }

    @BeforeEach
    void aMoveIsAsked() {
        leaving = DIRECTOR.token();
        receiving = OTHER_TOWN_DIRECTOR.token();
        Families.Household household = Families.settle(DIRECTOR, Accounts.VILLAGE);
        child = Families.register(DIRECTOR, Accounts.VILLAGE, household, "MEDIUM");
        move = Moves.asked(DIRECTOR, Moves.of(List.of(child), Moves.to(OTHER_VILLAGE)));
    }

    @AfterEach
    void nobodyWaitsForIt() {
        Moves.act(DIRECTOR, move, "cancel", Map.of("reason", "不迁了"));
    }

    @Test
    void eachSideHasTheMoveAsItMaySeeIt() {
        Map<String, Object> there = Pulled.full(receiving).data(move).orElseThrow();
        Map<String, Object> here = Pulled.full(leaving).data(move).orElseThrow();

        assertThat(there).containsEntry("state", "REQUESTED").doesNotContainKey("householdId");
        assertThat(children(there)).singleElement().satisfies(one -> assertThat(one)
                .containsEntry("fullName", "王小明")
                .containsEntry("riskLevel", "MEDIUM")
                .doesNotContainKey("childId"));
        assertThat(children(here)).singleElement().satisfies(one -> assertThat(one)
                .containsEntry("childId", child.toString()));
        assertThat(here)
                .isEqualTo(DIRECTOR.request().get("/api/v1/moves/{id}", move).path("$"));
    }

    @Test
    void theAnswerComesToBothAndShowsThoseWhoWereToComeNoMore() {
        Pulled before = Pulled.full(receiving);
        Pulled asked = Pulled.full(leaving);
        Moves.act(OTHER_TOWN_DIRECTOR, move, "return", Map.of("reason", "查无此户")).statusCode(200);

        Map<String, Object> there = before.next(receiving).data(move).orElseThrow();
        Map<String, Object> here = asked.next(leaving).data(move).orElseThrow();

        assertThat(there).containsEntry("state", "RETURNED");
        assertThat(children(there)).isEmpty();
        assertThat(here).containsEntry("answerReason", "查无此户");
        assertThat(children(here)).hasSize(1);
    }

    @Test
    void whoIsShownIsLogged() throws SQLException {
        long before = looks();

        Pulled.full(receiving);

        assertThat(looks()).isGreaterThan(before);
    }

    private long looks() throws SQLException {
        return Sql.number(
                database, "select count(*) from access_log where action = 'move.sync' and ? = any(subject_ids)", child);
    }

    @Test
    void aVillageThatItDoesNotConcernAnyMoreHearsThatItLeft() throws SQLException {
        Pulled before = Pulled.full(receiving);
        asksIn(MoveForms.VACANT_VILLAGE);
        try {
            assertThat(before.next(receiving).removes(move)).isTrue();
            assertThat(Pulled.full(receiving).of(move)).isEmpty();
            assertThat(Pulled.full(leaving).data(move)).isPresent();
        } finally {
            asksIn(OTHER_VILLAGE);
        }
    }

    private void asksIn(String village) throws SQLException {
        Sql.update(database, "update child_move set to_area_code = ? where id = ?", Long.valueOf(village), move);
    }

    @Test
    void anAnswerStaysSixtyDays() throws SQLException {
        Moves.act(DIRECTOR, move, "cancel", Map.of("reason", "不迁了")).statusCode(200);

        answeredOn(Demo.today().minusDays(60));
        assertThat(Pulled.full(leaving).data(move)).isPresent();

        answeredOn(Demo.today().minusDays(61));
        assertThat(Pulled.full(leaving).of(move)).isEmpty();
    }

    private void answeredOn(LocalDate day) throws SQLException {
        Sql.update(
                database,
                "update child_move set answered_at = ? where id = ?",
                LocalDays.at(day, LocalTime.MIDNIGHT).atOffset(ZoneOffset.UTC),
                move);
    }

    @Test
    void ofWhoIsAskedForOtherwiseTheProposalTellsNoMore() {
        Families.Household household = Families.settle(DIRECTOR, Accounts.VILLAGE);
        UUID elder = Families.register(DIRECTOR, Accounts.VILLAGE, household, "LOW");
        UUID younger = Families.register(DIRECTOR, Accounts.VILLAGE, household, "LOW");
        UUID proposal = MoveForms.proposedBy(MoveForms.visited("MOVED", household.id(), elder, younger));
        Pulled before = Pulled.full(leaving);
        UUID request = Moves.asked(DIRECTOR, Moves.of(List.of(elder), Moves.to(OTHER_VILLAGE)));

        Map<String, Object> left = before.next(leaving).data(proposal).orElseThrow();

        assertThat(children(left)).extracting(one -> one.get("childId")).containsExactly(younger.toString());
        Moves.act(DIRECTOR, request, "cancel", Map.of("reason", "不迁了")).statusCode(200);
        Moves.act(Accounts.COORDINATOR, proposal, "dismiss", Map.of("reason", "仍在本村"))
                .statusCode(200);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> children(Map<String, Object> move) {
        return (List<Map<String, Object>>) move.getOrDefault("children", List.of());
    }
}
