package org.shouwang.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.LocalDays;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.FeedTable;
import org.shouwang.testsupport.Pulled;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Tasks;
import org.shouwang.testsupport.Visits;

/** Closed history leaves the feed by its windows, and a phone that prunes by them holds what a fresh one is given. */
@QuarkusTest
class FeedWindowsApiTest {

    private static final long VILLAGE = Long.parseLong(Accounts.VILLAGE);

    private final DataSource database;
    private final PruneFeed prune;
    private String token;
    private LocalDate today;
    private Families.Household household;
    private UUID child;

    FeedWindowsApiTest(DataSource database, PruneFeed prune) {
        this.database = database;
        this.prune = prune;
    }

    @BeforeEach
    void aChild() {
        token = DIRECTOR.token();
        today = Demo.today();
        household = Families.settle(DIRECTOR, Accounts.VILLAGE);
        child = Families.register(DIRECTOR, Accounts.VILLAGE, household, "MEDIUM");
    }

    @Test
    void visitsAndContactsOfTwelveMonthsCome() throws SQLException {
        UUID first = visit(today.minusMonths(12));
        UUID before = visit(today.minusMonths(12).minusDays(1));
        UUID firstCall = contact(today.minusMonths(12));
        UUID callBefore = contact(today.minusMonths(12).minusDays(1));

        Pulled pulled = Pulled.full(token);

        assertThat(pulled.data(first)).isPresent();
        assertThat(pulled.data(firstCall)).isPresent();
        assertThat(pulled.of(before)).isEmpty();
        assertThat(pulled.of(callBefore)).isEmpty();
    }

    @Test
    void whatIsOverComesForSixtyDaysAndWhatIsOpenAlways() throws SQLException {
        UUID first = task(true, today.minusDays(60));
        UUID before = task(true, today.minusDays(61));
        UUID open = task(false, today.minusDays(300));

        Pulled pulled = Pulled.full(token);

        assertThat(pulled.data(first)).isPresent();
        assertThat(pulled.of(before)).isEmpty();
        assertThat(pulled.data(open)).isPresent();
    }

    @Test
    void whatLeftItsWindowIsTakenOutOfTheFeedWithoutAWordToWhomItCouldPrune() throws SQLException {
        Pulled longAgo = Pulled.full(token);
        UUID visit = visit(today.minusMonths(12).minusDays(1));
        UUID kept = visit(today.minusMonths(12));
        UUID task = task(true, today.minusDays(61));
        Pulled lately = Pulled.full(token);

        runOnce();

        assertThat(live(visit)).isZero();
        assertThat(live(task)).isZero();
        assertThat(live(kept)).isEqualTo(1);
        assertThat(lately.next(token).of(task)).isEmpty();
        assertThat(lately.next(token).of(visit)).isEmpty();
        // it may hold the task as it was when it was open
        assertThat(longAgo.next(token).removes(task)).isTrue();
        assertThat(runOnce()).isZero();
    }

    @Test
    void aLateChangeBringsNothingBack() throws SQLException {
        UUID visit = visit(today.minusMonths(12).minusDays(1));
        runOnce();
        Pulled before = Pulled.full(token);
        COORDINATOR
                .request()
                .header("If-Match", "\"1\"")
                .body(Map.of("id", UUID.randomUUID(), "verdict", "VERIFIED"))
                .post("/api/v1/visits/{id}/verification", visit)
                .then()
                .statusCode(200);

        Pulled after = before.next(token);

        assertThat(after.removes(visit)).isTrue();
        assertThat(Pulled.full(token).of(visit)).isEmpty();
        runOnce();
        assertThat(live(visit)).isZero();
    }

    @Test
    void whatAnOlderReleaseWroteWithoutADayLeavesToo() throws SQLException {
        UUID visit = visit(today.minusMonths(12).minusDays(1));
        UUID kept = visit(today);
        Sql.update(database, "update sync_change set since = null where id in (?, ?)", visit, kept);

        runOnce();

        assertThat(live(visit)).isZero();
        assertThat(live(kept)).isEqualTo(1);
    }

    @Test
    void aCursorOlderThanAllRemovalsMustStartAnew() throws SQLException {
        Pulled old = Pulled.full(token);
        begins(today.minusDays(400));
        try {
            DIRECTOR.request()
                    .get("/api/v1/sync/changes?cursor=" + old.cursor())
                    .then()
                    .statusCode(410);
            assertThat(Pulled.full(token).changes()).isNotEmpty();
        } finally {
            forget(today.minusDays(400));
        }
        assertThat(old.next(token).removes(child)).isFalse();
    }

    @Test
    void removalsAreForgottenWhenNoCursorNeedsThem() throws SQLException {
        UUID removed = UUID.randomUUID();
        UUID later = UUID.randomUUID();
        remove(removed);
        begins(today.minusDays(401));
        remove(later);
        try {
            runOnce();
        } finally {
            forget(today.minusDays(401));
        }

        assertThat(Sql.number(database, "select count(*) from sync_change where id = ?", removed))
                .isZero();
        assertThat(Sql.number(database, "select count(*) from sync_change where id = ?", later))
                .isEqualTo(1);
        assertThat(Sql.number(database, "select count(*) from feed_day where day = ?", today))
                .isEqualTo(1);
    }

    private int runOnce() {
        return prune.runOnce().await().atMost(Duration.ofMinutes(1));
    }

    private long live(UUID id) throws SQLException {
        return Sql.number(
                database, "select count(*) from sync_change where id = ? and scope = ? and not removed", id, VILLAGE);
    }

    private void remove(UUID id) throws SQLException {
        Sql.number(
                database,
                "with removed as materialized (select feed_remove(?, 'home', ?, 1)) select count(*) from removed",
                VILLAGE,
                id);
    }

    /** Above all that is written until now. */
    private void begins(LocalDate day) throws SQLException {
        Sql.update(database, "insert into feed_day (day, position) values (?, current_position() + 1)", day);
    }

    private void forget(LocalDate day) throws SQLException {
        Sql.update(database, "delete from feed_day where day = ?", day);
    }

    /** A visit that was paid on this day. */
    private UUID visit(LocalDate day) throws SQLException {
        UUID id = UUID.randomUUID();
        DIRECTOR.request()
                .body(Visits.phoned(household.id(), child))
                .put("/api/v1/visits/{id}", id)
                .then()
                .statusCode(201);
        Sql.update(database, "update visit set started_at = ? where id = ?", begin(day), id);
        FeedTable.again(database, "visit", "visit", id);
        return id;
    }

    private UUID contact(LocalDate day) throws SQLException {
        UUID id = UUID.randomUUID();
        DIRECTOR.request()
                .body(Visits.contact(child))
                .put("/api/v1/contacts/{id}", id)
                .then()
                .statusCode(201);
        Sql.update(database, "update contact set contacted_at = ? where id = ?", begin(day), id);
        Sql.update(database, "update contact_child set contacted_at = ? where contact_id = ?", begin(day), id);
        FeedTable.again(database, "contact", "contact", id);
        return id;
    }

    /** A task to which nobody has done anything since this day. */
    private UUID task(boolean over, LocalDate day) throws SQLException {
        UUID director = DIRECTOR.appointment("CHILDREN_DIRECTOR");
        UUID id = Tasks.assigned(Tasks.visitTo(child, director, today.plusDays(3)));
        Sql.update(
                database,
                "update task set status = ?, updated_at = ? where id = ?",
                over ? "CANCELLED" : "ACCEPTED",
                begin(day),
                id);
        Sql.update(database, "update task_ladder set next_alert_at = null where task_id = ?", id);
        return id;
    }

    private static Object begin(LocalDate day) {
        return LocalDays.at(day, LocalTime.MIDNIGHT).atOffset(ZoneOffset.UTC);
    }
}
