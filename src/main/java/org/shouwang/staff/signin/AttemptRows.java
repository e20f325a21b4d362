package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sign-ins of one number within the last quarter of an hour. An attempt is written down before anything is compared, so that
 * of many at once no more are compared than may fail.
 */
@Singleton
class AttemptRows {

    static final int MOST = 10;
    static final Duration WITHIN = Duration.ofMinutes(15);

    /** Stamps ahead of now count as well: the clocks of two nodes differ a little. Each stamp stands once. */
    private static final String TAKE = """
            insert into sign_in_attempt as known (phone_hash, tried_at) values ($1, array[$2::timestamptz])
            on conflict (phone_hash) do update
                set tried_at = array(select t from unnest(known.tried_at) t where t > $3 and t < $4)
                    || greatest($2, (select max(t) from unnest(known.tried_at) t where t > $3 and t < $4)
                                    + interval '1 microsecond')
                where (select count(*) from unnest(known.tried_at) t where t > $3 and t < $4) < $5
            returning tried_at[cardinality(tried_at)] as at
            """;

    private static final String OLDEST =
            "select min(t) as at from sign_in_attempt, unnest(tried_at) t where phone_hash = $1 and t > $2 and t < $3";

    private static final String GIVE_BACK =
            "update sign_in_attempt set tried_at = array_remove(tried_at, $2) where phone_hash = $1";

    private static final String CLEAR = "delete from sign_in_attempt where phone_hash = $1";

    private static final String DELETE_OLD =
            "delete from sign_in_attempt where coalesce(tried_at[cardinality(tried_at)], '-infinity') < $1";

    private final Pool pool;
    private final Clock clock;

    AttemptRows(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Writes an attempt down and answers its stamp; empty when there were too many. */
    Uni<Optional<OffsetDateTime>> take(byte[] phoneHash) {
        Instant now = clock.instant();
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(
                        Buffer.buffer(phoneHash), Sessions.utc(now), since(now), until(now), Integer.valueOf(MOST)))
                .map(AttemptRows::at);
    }

    /** How long until the next attempt is possible, at least a second. */
    Uni<Duration> wait(byte[] phoneHash) {
        Instant now = clock.instant();
        return pool.preparedQuery(OLDEST)
                .execute(Tuple.of(Buffer.buffer(phoneHash), since(now), until(now)))
                .map(rows -> remaining(at(rows).map(OffsetDateTime::toInstant).orElse(null), now));
    }

    static Duration remaining(@Nullable Instant oldest, Instant now) {
        Duration second = Duration.ofSeconds(1);
        if (oldest == null) {
            return second;
        }
        Duration left = Duration.between(now, oldest.plus(WITHIN));
        return left.compareTo(second) < 0 ? second : left;
    }

    /** Takes an attempt back that was none, since nothing could be compared. */
    Uni<Void> giveBack(byte[] phoneHash, OffsetDateTime stamp) {
        return pool.preparedQuery(GIVE_BACK)
                .execute(Tuple.of(Buffer.buffer(phoneHash), stamp))
                .replaceWithVoid();
    }

    /** Forgets the failures of a number, since somebody signed in with it. */
    Uni<Void> clear(byte[] phoneHash) {
        return pool.preparedQuery(CLEAR)
                .execute(Tuple.of(Buffer.buffer(phoneHash)))
                .replaceWithVoid();
    }

    Uni<Integer> deleteOld(SqlClient client) {
        return client.preparedQuery(DELETE_OLD)
                .execute(Tuple.of(since(clock.instant())))
                .map(rows -> rows.rowCount());
    }

    private static Optional<OffsetDateTime> at(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .flatMap(row -> Optional.ofNullable(row.getOffsetDateTime("at")));
    }

    private static OffsetDateTime since(Instant now) {
        return Sessions.utc(now.minus(WITHIN));
    }

    private static OffsetDateTime until(Instant now) {
        return Sessions.utc(now.plus(WITHIN));
    }
}
