package org.shouwang.sync;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.StreamSupport;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.feed.FeedWindow;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/**
 * How old positions are: transaction ids know no time, so the first position of each day is written down.
 *
 * <p>A cursor is refused a day before the removals go that it has not seen: a pull that was let in just before midnight, or on a
 * node whose clock is behind, loses none.
 */
@Singleton
class FeedMemory {

    /** Below the horizon of all transactions under way: a cursor below it was given out before. */
    private static final String NOTE = """
            insert into feed_day (day, position)
            select $1, (select max(number) from epoch)::bigint * (1::bigint << 48)
                       + pg_snapshot_xmin(pg_current_snapshot())::text::bigint
            on conflict do nothing
            """;

    private static final String AT = "select position from feed_day where day <= $1 order by day desc limit 1";

    private static final String FORGET_DAYS =
            "delete from feed_day where day < (select max(day) from feed_day where day <= $1)";

    private final Pool pool;
    private final Clock clock;

    FeedMemory(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Refused with 410 when removals may be gone of which the phone has not heard. A pull from the start needs none. */
    Uni<Result<Pull>> stillKnows(Pull pull) {
        return pull.isFull()
                ? Uni.createFrom().item(Result.ok(pull))
                : position(pool, oldestCursor())
                        .map(oldest ->
                                pull.from() < oldest ? Result.refused(Problem.RESYNC_REQUIRED) : Result.ok(pull));
    }

    /** Writes down where today begins, unless that has been done. */
    Uni<Integer> noteToday() {
        return pool.preparedQuery(NOTE)
                .execute(Tuple.of(LocalDays.today(clock)))
                .map(rows -> rows.rowCount());
    }

    /** Below it no phone needs a removal any more; 0 when no day is that long ago. */
    Uni<Long> heardByAll(SqlClient client) {
        return position(client, oldestCursor().minusDays(1));
    }

    /** Days that say nothing more. */
    Uni<Integer> forgetDays() {
        return pool.preparedQuery(FORGET_DAYS)
                .execute(Tuple.of(oldestCursor().minusDays(1)))
                .map(rows -> rows.rowCount());
    }

    private LocalDate oldestCursor() {
        return LocalDays.today(clock).minus(FeedWindow.REMOVALS);
    }

    private static Uni<Long> position(SqlClient client, LocalDate day) {
        return client.preparedQuery(AT).execute(Tuple.of(day)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> row.getLong("position"))
                .findFirst()
                .orElse(0L));
    }
}
