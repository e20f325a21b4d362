package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

@Singleton
class RefreshTokenRows {

    private static final String INSERT = """
            insert into refresh_token (token_hash, parent_hash, family, worker_id, issued_at, expires_at, device_id)
            select $1::text, $2::text, $3::uuid, $4::uuid, $5::timestamptz, $6::timestamptz, $7::uuid
            where not exists (select 1 from device d where d.id = $7 and d.lost_at is not null)
            """;

    /** The worker's row is held, so that whoever changes the password or ends all sessions comes before this or after. */
    private static final String INSERT_FIRST = """
            with proven as (
                select id from worker
                where id = $4 and status = 'ACTIVE' and ($8::text is null or password_hash = $8)
                for share),
            stored as (
                insert into refresh_token (token_hash, parent_hash, family, worker_id, issued_at, expires_at, device_id)
                select $1::text, $2::text, $3::uuid, id, $5::timestamptz, $6::timestamptz, $7::uuid
                from proven
                where not exists (select 1 from device d where d.id = $7 and d.lost_at is not null)
                returning 1)
            select exists (select 1 from proven) as proven, exists (select 1 from stored) as stored
            """;

    /**
     * A family changes in one transaction at a time. A statement of its own, since only the next one sees what was committed
     * while it waited.
     */
    private static final String LOCK_FAMILY = """
            select pg_advisory_xact_lock(hashtextextended(cast(family as text), 0))
            from refresh_token where token_hash = $1
            """;

    /** The worker is held until the end, so that whoever ends all sessions comes before this token's successor or after. */
    private static final String HANDED_IN = """
            select t.family, t.worker_id, t.device_id, t.expires_at, w.status = 'ACTIVE' as active,
                   exists (select 1 from device d where d.id = t.device_id and d.lost_at is not null) as lost,
                   exists (select 1 from refresh_token child
                           where child.parent_hash = t.token_hash and child.used_at is not null) as superseded
            from refresh_token t
            join worker w on w.id = t.worker_id
            where t.token_hash = $1
            for share of w
            """;

    private static final String USE = "update refresh_token set used_at = coalesce(used_at, $2) where token_hash = $1";
    private static final String DROP_UNUSED_CHILD =
            "delete from refresh_token where parent_hash = $1 and used_at is null";
    private static final String DELETE_FAMILY = "delete from refresh_token where family = $1";
    private static final String DELETE_FAMILY_OF =
            "delete from refresh_token where family = (select family from refresh_token where token_hash = $1)";

    /**
     * The successor of a token that is handed in at this moment is not to be seen yet: whoever ends sessions waits for it. A
     * statement of its own, since only the next one sees what was committed while it waited.
     */
    private static final String LOCK_WORKER = "select 1 from worker where id = $1 for no key update";

    private static final String DELETE_OF_WORKER =
            "delete from refresh_token where worker_id = $1 and family is distinct from $2";
    private static final String DELETE_WITHOUT_DEVICE =
            "delete from refresh_token where worker_id = $1 and device_id is null";

    private static final String DELETE_EXPIRED = "delete from refresh_token where expires_at < now()";

    private final Pool pool;

    RefreshTokenRows(Pool pool) {
        this.pool = pool;
    }

    /** A refresh token as it is stored: only its hash. */
    record Token(
            String hash,
            UUID family,
            UUID workerId,
            @Nullable UUID deviceId,
            Instant issuedAt,
            Instant expiresAt) {}

    /**
     * Stores the first token of a session; refused when its phone was declared lost, when the worker is not active any more,
     * and when the password is another one meanwhile.
     *
     * @param password the stored hash that was compared; null when something else proved who it is
     */
    Uni<Result<Token>> insertFirst(Token token, @Nullable String password) {
        return pool.preparedQuery(INSERT_FIRST)
                .execute(row(token, null).addString(password))
                .map(rows -> rows.iterator().next())
                .map(row -> row.getBoolean("stored")
                        ? Result.ok(token)
                        : Result.refused(row.getBoolean("proven") ? Problem.DEVICE_REVOKED : Problem.LOGIN_FAILED));
    }

    /** Stores the successor of a token that is still good; a token whose successor was used already kills its family. */
    Uni<Result<Token>> rotate(String hash, Instant now, Function<Token, Token> successorOf) {
        return pool.withTransaction(connection -> execute(connection, LOCK_FAMILY, Tuple.of(hash))
                .chain(() -> connection.preparedQuery(HANDED_IN).execute(Tuple.of(hash)))
                .chain(rows -> rows.iterator().hasNext()
                        ? rotate(
                                connection,
                                token(hash, now, rows.iterator().next()),
                                rows.iterator().next(),
                                successorOf)
                        : refused(Problem.NOT_SIGNED_IN)));
    }

    private static Uni<Result<Token>> rotate(
            SqlConnection connection, Token old, Row row, Function<Token, Token> successorOf) {
        if (row.getBoolean("lost")) {
            return refused(Problem.DEVICE_REVOKED);
        }
        if (!row.getBoolean("active")) {
            return refused(Problem.NOT_SIGNED_IN);
        }
        if (row.getBoolean("superseded") || !old.expiresAt().isAfter(old.issuedAt())) {
            return execute(connection, DELETE_FAMILY, Tuple.of(old.family()))
                    .chain(() -> refused(Problem.NOT_SIGNED_IN));
        }
        Token successor = successorOf.apply(old);
        return connection
                .preparedQuery(USE)
                .execute(Tuple.of(old.hash(), Sessions.utc(old.issuedAt())))
                .chain(used -> used.rowCount() == 0
                        ? refused(Problem.NOT_SIGNED_IN)
                        : execute(connection, DROP_UNUSED_CHILD, Tuple.of(old.hash()))
                                .chain(() -> insert(connection, successor, old.hash()))
                                .map(stored -> stored ? Result.ok(successor) : Result.refused(Problem.DEVICE_REVOKED)));
    }

    private static Token token(String hash, Instant now, Row row) {
        return new Token(
                hash,
                row.getUUID("family"),
                row.getUUID("worker_id"),
                row.getUUID("device_id"),
                now,
                row.getOffsetDateTime("expires_at").toInstant());
    }

    private static Uni<Result<Token>> refused(Problem problem) {
        return Uni.createFrom().item(Result.refused(problem));
    }

    /** Ends the sessions of a worker but the one to keep, in the transaction of {@code client}. */
    Uni<Void> deleteOfWorker(SqlClient client, UUID workerId, @Nullable UUID keep) {
        return client.preparedQuery(DELETE_OF_WORKER)
                .execute(Tuple.of(workerId, keep))
                .replaceWithVoid();
    }

    /** Ends the worker's sessions that name no phone, in the transaction of {@code client}. */
    Uni<Void> deleteWithoutDevice(SqlClient client, UUID workerId) {
        return client.preparedQuery(LOCK_WORKER)
                .execute(Tuple.of(workerId))
                .chain(() -> client.preparedQuery(DELETE_WITHOUT_DEVICE).execute(Tuple.of(workerId)))
                .replaceWithVoid();
    }

    Uni<Void> deleteFamily(String hash) {
        return pool.withTransaction(connection -> execute(connection, LOCK_FAMILY, Tuple.of(hash))
                .chain(() -> execute(connection, DELETE_FAMILY_OF, Tuple.of(hash))));
    }

    /** Deletes what nobody can use any more, by the database's real time; answers how many tokens. */
    Uni<Integer> deleteExpired() {
        return pool.query(DELETE_EXPIRED).execute().map(SqlResult::rowCount);
    }

    /** False when the phone was declared lost. */
    private static Uni<Boolean> insert(SqlConnection connection, Token token, String parent) {
        return connection.preparedQuery(INSERT).execute(row(token, parent)).map(stored -> stored.rowCount() == 1);
    }

    private static Tuple row(Token token, @Nullable String parent) {
        return Tuple.of(token.hash(), parent, token.family(), token.workerId())
                .addOffsetDateTime(Sessions.utc(token.issuedAt()))
                .addOffsetDateTime(Sessions.utc(token.expiresAt()))
                .addUUID(token.deviceId());
    }

    private static Uni<Void> execute(SqlConnection connection, String sql, Tuple arguments) {
        return connection.preparedQuery(sql).execute(arguments).replaceWithVoid();
    }
}
