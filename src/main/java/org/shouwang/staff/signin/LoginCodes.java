package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.StreamSupport;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.PhoneNumber;

/**
 * Codes sent to phones: one at a time for a number, ten minutes, five tries; ten wrong ones a day over all codes of a number,
 * so that nobody finds one by asking for new codes again and again. A right code clears the count. Numbers that nobody has get a row like all
 * others, so that nobody learns from the answer or its time whose number it is.
 */
@Singleton
class LoginCodes {

    static final Duration VALID_FOR = Duration.ofMinutes(10);
    static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    static final int MOST_AN_HOUR = 5;
    static final int MOST_FAILURES = 5;
    private static final Duration DAY = Duration.ofDays(1);
    static final int MOST_FAILURES_A_DAY = 10;

    /** Nothing is stored when the last code is too young or there were too many within the hour. */
    private static final String REPLACE = """
            insert into login_code as known (phone_hash, code_hash, expires_at, requested_at)
            values ($1, $2, $4, array[$3::timestamptz])
            on conflict (phone_hash) do update
                set code_hash = excluded.code_hash, expires_at = excluded.expires_at, failures = 0,
                    requested_at = array(select t from unnest(known.requested_at) t
                                         where abs(extract(epoch from t - $3)) < $6) || $3
                where (select count(*) filter (where abs(extract(epoch from t - $3)) < $5) = 0
                              and count(*) filter (where abs(extract(epoch from t - $3)) < $6) < $7
                       from unnest(known.requested_at) t)
            """;

    /** A right code is used up, a wrong one counted, in the statement that compares. */
    private static final String TRY = """
            update login_code
            set failures = failures + case when code_hash = $2 then 0 else 1 end,
                failed_at = case when code_hash = $2 then '{}'
                                 else array(select t from unnest(failed_at) t
                                            where abs(extract(epoch from t - $3::timestamptz)) < $5) || $3::timestamptz end,
                code_hash = case when code_hash = $2 then null else code_hash end
            where phone_hash = $1 and code_hash is not null and expires_at > $3 and failures < $4
              and (select count(*) from unnest(failed_at) t where abs(extract(epoch from t - $3)) < $5) < $6
            returning code_hash is null as matched
            """;

    /** What is older says nothing any more about how often somebody asked or guessed. */
    private static final String DELETE_OLD = """
            delete from login_code
            where expires_at < $1 and not exists (select 1 from unnest(failed_at) t where t > $2)
            """;

    private final Pool pool;
    private final KeyedHash hash;
    private final Clock clock;

    LoginCodes(Pool pool, KeyedHash hash, Clock clock) {
        this.pool = pool;
        this.hash = hash;
        this.clock = clock;
    }

    /** Makes this the one code of the number; false when codes were asked for too often. */
    Uni<Boolean> replace(PhoneNumber phone, String code) {
        Instant now = clock.instant();
        Tuple row = Tuple.of(
                        Buffer.buffer(hash.of(phone)),
                        Buffer.buffer(hash.allOfLoginCode(phone, code).hash()))
                .addOffsetDateTime(Sessions.utc(now))
                .addOffsetDateTime(Sessions.utc(now.plus(VALID_FOR)))
                .addLong(BETWEEN.toSeconds())
                .addLong(HOUR.toSeconds())
                .addInteger(MOST_AN_HOUR);
        return pool.preparedQuery(REPLACE).execute(row).map(stored -> stored.rowCount() == 1);
    }

    /** Whether this is the code of the number; it cannot be used again. */
    Uni<Boolean> use(PhoneNumber phone, String typed) {
        String code = OneTimeCode.plain(typed);
        OffsetDateTime now = Sessions.utc(clock.instant());
        return pool.preparedQuery(TRY)
                .execute(Tuple.of(
                                Buffer.buffer(hash.of(phone)),
                                Buffer.buffer(hash.allOfLoginCode(phone, code).hash()),
                                now,
                                MOST_FAILURES)
                        .addLong(DAY.toSeconds())
                        .addInteger(MOST_FAILURES_A_DAY))
                .map(rows ->
                        StreamSupport.stream(rows.spliterator(), false).anyMatch(row -> row.getBoolean("matched")));
    }

    Uni<Integer> deleteOld(SqlClient client) {
        Instant now = clock.instant();
        return client.preparedQuery(DELETE_OLD)
                .execute(Tuple.of(Sessions.utc(now.minus(HOUR)), Sessions.utc(now.minus(DAY))))
                .map(SqlResult::rowCount);
    }
}
