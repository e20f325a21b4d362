package org.shouwang.sync;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Opens the next epoch when the database is another one than at the last start: restored into a new cluster, or brought
 * back to an earlier moment, which begins a new timeline. Positions of older epochs sort below, older cursors are refused.
 *
 * <p>Any number of nodes may start at once: the first one opens, the others find nothing to do. The lock on the feed waits
 * for writers under way, or their rows would get positions of the old epoch after a phone has passed them.
 */
@Singleton
class OpenEpoch {

    private static final Logger LOG = Logger.getLogger(OpenEpoch.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String LOCK = "hashtextextended('org.shouwang.sync.OpenEpoch', 0)";

    static final String ONE_NODE_AT_A_TIME = "select pg_advisory_xact_lock(" + LOCK + ")";

    private static final String UNLESS_SOMEBODY_DOES = "select 1 where pg_try_advisory_xact_lock(" + LOCK + ")";

    static final String NO_WRITER = "lock table sync_change in share row exclusive mode";

    /** The timeline of the running log: the control file learns a new one only at the next checkpoint. */
    static final String HERE = """
            with here as (
                select system_identifier::text as system_identifier,
                       ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::integer as timeline
                from pg_control_system()),
            last as (select * from epoch order by number desc limit 1)
            """;

    private static final String IS_ANOTHER = HERE + """
            select 1 from here, last
            where (here.system_identifier, here.timeline) <> (last.system_identifier, last.timeline)
            """;

    private static final String OPEN = HERE + """
            insert into epoch (number, system_identifier, timeline, reason)
            select last.number + 1, here.system_identifier, here.timeline, 'RESTORED'
            from here, last
            where (here.system_identifier, here.timeline) <> (last.system_identifier, last.timeline)
            returning number
            """;

    private static final String OPEN_BEHIND = HERE + """
            insert into epoch (number, system_identifier, timeline, reason)
            select greatest(last.number, $2) + 1, here.system_identifier, here.timeline, 'CURSOR_AHEAD'
            from here, last
            where last.number = $1
            """;

    private final Pool pool;

    OpenEpoch(Pool pool) {
        this.pool = pool;
    }

    void atStart(@Observes @Priority(1) StartupEvent start) {
        if (open().await().atMost(PATIENCE)) {
            LOG.warn("the database is another one or went back in time: a new epoch is open, phones pull afresh");
        }
    }

    /** Answers whether this call opened an epoch. */
    Uni<Boolean> open() {
        return any(pool, IS_ANOTHER)
                .chain(another -> another
                        ? alone(connection -> any(connection, OPEN))
                        : Uni.createFrom().item(false));
    }

    /**
     * Opens an epoch after this one and the cursor's, unless that has happened already: the cursor has seen more than the
     * database remembers. All phones come with such cursors at once: while one of them opens it, nobody else waits for that.
     */
    Uni<Void> openBehind(int epoch, int ofCursor) {
        return pool.withTransaction(connection -> any(connection, UNLESS_SOMEBODY_DOES)
                        .chain(free -> free
                                ? openBehind(connection, epoch, ofCursor)
                                : Uni.createFrom().item(false)))
                .invoke(opened -> {
                    if (opened) {
                        LOG.warn("a cursor is ahead of the database: a new epoch is open, phones pull afresh");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Boolean> openBehind(SqlConnection connection, int epoch, int ofCursor) {
        return connection
                .query(NO_WRITER)
                .execute()
                .chain(() -> connection.preparedQuery(OPEN_BEHIND).execute(Tuple.of(epoch, ofCursor)))
                .map(opened -> opened.rowCount() > 0);
    }

    private <T> Uni<T> alone(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(connection -> connection
                .query(ONE_NODE_AT_A_TIME)
                .execute()
                .chain(() -> connection.query(NO_WRITER).execute())
                .chain(() -> work.apply(connection)));
    }

    private static Uni<Boolean> any(SqlClient client, String sql) {
        return client.query(sql).execute().map(rows -> rows.size() > 0);
    }
}
