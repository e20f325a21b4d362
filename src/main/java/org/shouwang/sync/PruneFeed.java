package org.shouwang.sync;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.background.Batches;
import org.shouwang.platform.feed.FeedWindow;

/**
 * Takes out of the feed what left its window, and forgets old removals.
 *
 * <p>What leaves becomes a removal in its place: the position stays, so that nobody hears of it but a phone that did not even hear
 * of the end. It could not prune: what it holds of the record is open. Records are not touched. Nodes may do it at the same time.
 */
@Singleton
class PruneFeed implements BackgroundJob {

    /** Whatever way a record changes, its day is found anew; a record that is gone left long ago. */
    static final String DATE = """
            update sync_change c set since = coalesce(feed_since(c.kind, c.id), '-infinity')
            from (select scope, kind, id from sync_change
                  where not removed and kind in ('visit', 'contact', 'task', 'move') and kind = $1 and since is null
                  limit 500
                  for update skip locked) dateless
            where c.scope = dateless.scope and c.kind = dateless.kind and c.id = dateless.id
            """;

    static final String LEAVE = """
            update sync_change c set removed = true
            from (select scope, kind, id from sync_change
                  where not removed and kind in ('visit', 'contact', 'task', 'move') and kind = $1 and since < $2
                  order by since
                  limit 500
                  for update skip locked) past
            where c.scope = past.scope and c.kind = past.kind and c.id = past.id
            """;

    static final String FORGET = """
            delete from sync_change c
            using (select scope, kind, id from sync_change
                   where removed and position < $1
                   order by position
                   limit 500
                   for update skip locked) old
            where c.scope = old.scope and c.kind = old.kind and c.id = old.id
            """;

    private final Pool pool;
    private final FeedMemory memory;
    private final Clock clock;

    PruneFeed(Pool pool, FeedMemory memory, Clock clock) {
        this.pool = pool;
        this.memory = memory;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "prune-feed";
    }

    @Override
    public int order() {
        return 93;
    }

    /** Often, so that each day is noted soon after it begins; without anything due it is a handful of short statements. */
    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    /** Answers how many rows of the feed were dated, left or were forgotten. */
    @Override
    public Uni<Integer> runOnce() {
        LocalDate today = LocalDays.today(clock);
        Uni<Integer> done = memory.noteToday().replaceWith(0);
        for (FeedWindow window : FeedWindow.values()) {
            done = plus(done, all(DATE, Tuple.of(window.kind())));
            done = plus(done, all(LEAVE, Tuple.of(window.kind(), window.firstDay(today))));
        }
        Uni<Integer> forgotten = memory.heardByAll(pool).chain(position -> all(FORGET, Tuple.of(position)));
        return plus(done, forgotten).call(memory::forgetDays);
    }

    private Uni<Integer> all(String statement, Tuple arguments) {
        return Batches.untilNone(
                () -> pool.preparedQuery(statement).execute(arguments).map(rows -> rows.rowCount()));
    }

    private static Uni<Integer> plus(Uni<Integer> before, Uni<Integer> next) {
        return before.chain(done -> next.map(more -> done + more));
    }
}
