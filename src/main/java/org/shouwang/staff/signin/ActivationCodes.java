package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.staff.WorkerRows;

/**
 * One-time codes by which workers set their password. They are stored as a keyed hash, not with bcrypt: an import makes
 * thousands of them, and what a thief of the database lacks is the key. Whoever changes the hash key issues open codes anew.
 */
@Singleton
public class ActivationCodes {

    private static final String ISSUE = """
            insert into activation_code (worker_id, code_hash, issued_at, expires_at)
            select n.worker_id, decode(n.code_hash, 'hex'), $3, $4
            from unnest($1::uuid[], $2::text[]) as n(worker_id, code_hash)
            on conflict (worker_id) do update
                set code_hash = excluded.code_hash, issued_at = excluded.issued_at, expires_at = excluded.expires_at,
                    failures = 0
            """;

    /**
     * Counts a wrong code in the statement that compares, so that no guess goes uncounted. It writes for numbers that nobody
     * has or that wait for no code as well: both take as long.
     */
    private static final String TRY = """
            with written as (update sign_in_attempt set tried_at = tried_at where phone_hash = any($1))
            update activation_code a
            set failures = a.failures + case when a.code_hash = any($2) then 0 else 1 end
            from worker w
            where w.id = a.worker_id and (w.phone_hash = any($1) or w.phone_hash_next = any($1)) and w.status = 'ACTIVE'
              and a.expires_at > $3 and a.failures < $4
            returning a.worker_id, w.full_name, a.code_hash = any($2) as matched
            """;

    private static final String USE = "delete from activation_code where worker_id = $1 and code_hash = any($2)";

    private static final String WITHDRAW = "delete from activation_code where worker_id = any($1)";

    private static final String DELETE_EXPIRED = "delete from activation_code where expires_at < $1";

    static final int MOST_FAILURES = 5;

    private final KeyedHash hash;
    private final ActivationConfig config;
    private final Pool pool;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ActivationCodes(KeyedHash hash, ActivationConfig config, Pool pool, Clock clock) {
        this.hash = hash;
        this.config = config;
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * A fresh code for each of these workers, in their order, in the transaction of {@code tx}. Older codes of theirs are
     * dead. The answer is the only place where the codes can be read.
     *
     * @return the code of each worker as it is shown, such as {@code K7PM-4XQD}
     */
    public Uni<Map<UUID, String>> issue(SqlClient tx, Collection<UUID> workerIds) {
        Map<UUID, String> codes = new LinkedHashMap<>();
        workerIds.forEach(worker -> codes.put(worker, OneTimeCode.next(random)));
        Instant now = clock.instant();
        Tuple rows = Tuple.of(
                codes.keySet().toArray(UUID[]::new),
                codes.values().stream().map(this::hex).toArray(String[]::new),
                Sessions.utc(now),
                Sessions.utc(now.plus(config.validFor())));
        return tx.preparedQuery(ISSUE).execute(rows).replaceWith(codes);
    }

    /** The open codes of these workers are dead, in the transaction of {@code tx}. */
    public Uni<Void> withdraw(SqlClient tx, Collection<UUID> workerIds) {
        return tx.preparedQuery(WITHDRAW)
                .execute(Tuple.tuple().addArrayOfUUID(workerIds.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** Who a code was issued to. */
    record Holder(UUID workerId, String fullName) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /** Whose code this is; empty when it is wrong, too old, dead after five wrong ones, or of another number. */
    Uni<Optional<Holder>> holder(PhoneNumber phone, String typed) {
        Tuple row = Tuple.tuple()
                .addValue(WorkerRows.any(hash.all(phone)))
                .addValue(code(typed))
                .addOffsetDateTime(Sessions.utc(clock.instant()))
                .addInteger(MOST_FAILURES);
        return pool.preparedQuery(TRY).execute(row).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .filter(found -> found.getBoolean("matched"))
                .map(found -> new Holder(found.getUUID("worker_id"), found.getString("full_name")))
                .findFirst());
    }

    /** Uses the code up, in the transaction of {@code tx}; false when it was used meanwhile. */
    Uni<Boolean> use(SqlClient tx, UUID workerId, String typed) {
        return tx.preparedQuery(USE)
                .execute(Tuple.of(workerId).addValue(code(typed)))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Integer> deleteExpired(SqlClient client) {
        return client.preparedQuery(DELETE_EXPIRED)
                .execute(Tuple.of(Sessions.utc(clock.instant())))
                .map(SqlResult::rowCount);
    }

    private Object code(String typed) {
        return WorkerRows.any(hash.allOfActivationCode(OneTimeCode.plain(typed)));
    }

    private String hex(String code) {
        return HexFormat.of()
                .formatHex(hash.allOfActivationCode(OneTimeCode.plain(code)).hash());
    }
}
