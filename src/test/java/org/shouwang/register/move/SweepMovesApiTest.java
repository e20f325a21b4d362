package org.shouwang.register.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.COUNTY;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Moves.OTHER_VILLAGE;
import static org.shouwang.testsupport.Moves.act;
import static org.shouwang.testsupport.Moves.asked;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.devtools.MovableClock;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.RoleCode;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Moves;
import org.shouwang.testsupport.Sql;

/** Who is told of a move that nobody answers, and what becomes of what a visit only heard. */
@QuarkusTest
class SweepMovesApiTest {

    @Inject
    DataSource database;

    @Inject
    MovableClock clock;

    @Inject
    SweepMoves sweep;

    @Inject
    MoveProposals proposals;

    private LocalDate today;
    private Families.Household household;
    private UUID child;

    @BeforeEach
    void oneChild() {
        today = LocalDays.today(clock);
        household = Families.settle(DIRECTOR, Accounts.VILLAGE);
        child = Families.register(DIRECTOR, Accounts.VILLAGE, household, "MEDIUM");
    }

    @AfterEach
    void backToRealTime() {
        clock.moveTo(Instant.now());
    }

    private void sweepOn(int day) throws Throwable {
        clock.moveTo(LocalDays.at(today.plusDays(day), LocalTime.of(8, 0)));
        sweep();
    }

    private void sweep() throws Throwable {
        VertxContextSupport.subscribeAndAwait(sweep::runOnce);
    }

    /** Event and role of everything that was said of a move, in the order in which it was. */
    private List<String> told(UUID move) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select n.event || ' ' || a.role_code
                        from notification n join appointment a on a.id = n.appointment_id
                        where n.subject_id = ? order by n.created_at, n.event, a.role_code
                        """)) {
            query.setObject(1, move);
            List<String> told = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    told.add(rows.getString(1));
                }
            }
            return told;
        }
    }

    private Optional<UUID> proposed(UUID visit, @Nullable String place) throws Throwable {
        UUID appointment = DIRECTOR.appointment("CHILDREN_DIRECTOR");
        UUID worker = UUID.fromString(DIRECTOR.request().get("/api/v1/me").path("worker.id"));
        Post post = new Post(appointment, RoleCode.CHILDREN_DIRECTOR, AreaRanges.EVERYWHERE, Map.of());
        Proposal proposal = new Proposal(visit, household.id(), Set.of(child), place, post, worker, clock.instant());
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> proposals.propose(proposal)));
    }

    @Test
    void aRequestThatNobodyAnswersClimbsEachStepOnce() throws Throwable {
        UUID move = asked(DIRECTOR, Moves.of(List.of(child), Moves.to(Accounts.SECOND_VILLAGE)));

        sweepOn(2);
        assertThat(told(move)).containsExactly("move-asked CHILDREN_DIRECTOR");
        sweepOn(3);
        sweep();
        assertThat(told(move)).containsExactly("move-asked CHILDREN_DIRECTOR", "move-reminder CHILDREN_DIRECTOR");
        sweepOn(7);
        assertThat(told(move).subList(2, 4))
                .containsExactly("move-unanswered CHILDREN_DIRECTOR", "move-unanswered TOWNSHIP_COORDINATOR");
        COUNTY.request()
                .get("/api/v1/moves?unanswered=true&limit=500")
                .then()
                .body("items.id", not(hasItem(move.toString())));
        sweepOn(14);
        sweep();
        assertThat(told(move).subList(4, told(move).size())).containsExactly("move-unanswered COUNTY_CIVIL_AFFAIRS");
        COUNTY.request()
                .get("/api/v1/moves?unanswered=true&limit=500")
                .then()
                .body("items.id", hasItem(move.toString()));
    }

    @Test
    void whatWasAnsweredReachesNobodyAnyMore() throws Throwable {
        UUID move = asked(DIRECTOR, Moves.of(List.of(child), Moves.to(Accounts.SECOND_VILLAGE)));
        act(DIRECTOR, move, "cancel", Map.of("reason", "不迁了")).statusCode(200);

        sweepOn(14);

        assertThat(told(move)).containsExactly("move-asked CHILDREN_DIRECTOR", "move-cancelled CHILDREN_DIRECTOR");
    }

    @Test
    void aVacantPostIsAskedThroughItsCoordinatorAtOnce() throws Throwable {
        MoveForms.vacated(database);
        try {
            UUID move = asked(DIRECTOR, Moves.of(List.of(child), Moves.to(MoveForms.VACANT_VILLAGE)));

            assertThat(told(move)).containsExactly("move-asked TOWNSHIP_COORDINATOR");
        } finally {
            MoveForms.filled(database);
        }
    }

    @Test
    void ofTwoSweepsAtOnceOneTells() throws Throwable {
        UUID move = asked(DIRECTOR, Moves.of(List.of(child), Moves.to(OTHER_VILLAGE)));
        clock.moveTo(LocalDays.at(today.plusDays(3), LocalTime.of(8, 0)));

        Thread other = new Thread(() -> {
            try {
                sweep();
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        });
        other.start();
        sweep();
        other.join();

        assertThat(told(move)).containsExactly("move-asked CHILDREN_DIRECTOR", "move-reminder CHILDREN_DIRECTOR");
    }

    @Test
    void aProposalIsOpenedOnceAVisitAndTheCoordinatorIsTold() throws Throwable {
        UUID visit = UUID.randomUUID();
        UUID move = proposed(visit, "听说去了深圳").orElseThrow();

        assertThat(proposed(visit, "听说去了深圳")).isEmpty();
        assertThat(proposed(UUID.randomUUID(), null)).isEmpty();
        sweep();
        sweep();

        assertThat(told(move)).containsExactly("move-proposed TOWNSHIP_COORDINATOR");
        COORDINATOR
                .request()
                .get("/api/v1/moves/{id}", move)
                .then()
                .statusCode(200)
                .body("state", equalTo("PROPOSED"))
                .body("address", equalTo("听说去了深圳"))
                .body("sourceVisitId", equalTo(visit.toString()))
                .body("children.childId", contains(child.toString()));
        COORDINATOR.request().get("/api/v1/children/{id}", child).then().body("fileStatus", equalTo("ACTIVE"));
    }

    @Test
    void theCoordinatorTurnsAProposalIntoARequest() throws Throwable {
        UUID move = proposed(UUID.randomUUID(), null).orElseThrow();
        Map<String, Object> request =
                Map.of("wholeHousehold", false, "to", Moves.to(OTHER_VILLAGE), "reason", "邻居告知去向");

        act(DIRECTOR, move, "request", request).statusCode(403);
        act(COORDINATOR, move, "request", request)
                .statusCode(200)
                .body("state", equalTo("REQUESTED"))
                .body("toAreaCode", equalTo(OTHER_VILLAGE));

        COORDINATOR
                .request()
                .get("/api/v1/children/{id}", child)
                .then()
                .body("fileStatus", equalTo("TRANSFER_PENDING"));
        assertThat(told(move)).containsExactly("move-asked CHILDREN_DIRECTOR");
    }

    @Test
    void aDismissedProposalLeavesTheChildFreeForAnother() throws Throwable {
        UUID move = proposed(UUID.randomUUID(), null).orElseThrow();

        act(COORDINATOR, move, "dismiss", Map.of("reason", "只是走亲戚"))
                .statusCode(200)
                .body("state", equalTo("DISMISSED"));

        assertThat(proposed(UUID.randomUUID(), null)).isPresent();
    }

    @Test
    void aRequestOvertakesWhatWasOnlyHeard() throws Throwable {
        UUID heard = proposed(UUID.randomUUID(), null).orElseThrow();

        asked(DIRECTOR, Moves.of(List.of(child), Moves.to(OTHER_VILLAGE)));

        COORDINATOR.request().get("/api/v1/moves/{id}", heard).then().body("state", equalTo("CANCELLED"));
        assertThat(Sql.number(database, "select count(*) from move_child where child_id = ? and open", child))
                .isOne();
    }
}
