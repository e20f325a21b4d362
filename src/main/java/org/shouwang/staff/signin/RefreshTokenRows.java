package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@Singleton
class RefreshTokenRows {

    private static final String INSERT = """
            insert into refresh_token (token_hash, parent_hash, family, worker_id, issued_at, expires_at)
            values ($1, $2, $3, $4, $5, $6)
            """;

    /**
     * A family changes in one transaction at a time. A statement of its own, since only the next one sees what was committed
     * while it waited.
     */
    private static final String LOCK_FAMILY = """
            select pg_advisory_xact_lock(hashtextextended(cast(family as text), 0))
            from refresh_token where token_hash = $1
            """;

    private static final String HANDED_IN = """
            select t.family, t.worker_id, t.expires_at,
                   exists (select 1 from refresh_token child
                           where child.parent_hash = t.token_hash and child.used_at is not null) as superseded
            from refresh_token t
            join worker w on w.id = t.worker_id and w.status = 'ACTIVE'
            where t.token_hash = $1
            """;

    private static final String USE = "update refresh_token set used_at = coalesce(used_at, $2) where token_hash = $1";
    private static final String DROP_UNUSED_CHILD =
            "delete from refresh_token where parent_hash = $1 and used_at is null";
    private static final String DELETE_FAMILY = "delete from refresh_token where family = $1";
    private static final String DELETE_FAMILY_OF =
            "delete from refresh_token where family = (select family from refresh_token where token_hash = $1)";

    private static final String DELETE_EXPIRED = "delete from refresh_token where expires_at < now()";

    private final Pool pool;

    RefreshTokenRows(Pool pool) {
        this.pool = pool;
    }

    /** A refresh token as it is stored: only its hash. */
    record Token(String hash, UUID family, UUID workerId, Instant issuedAt, Instant expiresAt) {}

    Uni<Void> insert(Token token) {
        return pool.withConnection(connection -> insert(connection, token, null));
    }

    /** Stores the successor of a token that is still good; a token whose successor was used already kills its family. */
    Uni<Optional<Token>> rotate(String hash, Instant now, Function<Token, Token> successorOf) {
        return pool.withTransaction(connection -> execute(connection, LOCK_FAMILY, Tuple.of(hash))
                .chain(() -> connection.preparedQuery(HANDED_IN).execute(Tuple.of(hash)))
                .chain(rows -> {
                    if (!rows.iterator().hasNext()) {
                        return Uni.createFrom().item(Optional.empty());
                    }
                    Row row = rows.iterator().next();
                    Token old = new Token(
                            hash,
                            row.getUUID("family"),
                            row.getUUID("worker_id"),
                            now,
                            row.getOffsetDateTime("expires_at").toInstant());
                    if (row.getBoolean("superseded") || !old.expiresAt().isAfter(now)) {
                        return execute(connection, DELETE_FAMILY, Tuple.of(old.family()))
                                .replaceWith(Optional.empty());
                    }
                    Token successor = successorOf.apply(old);
                    return execute(connection, USE, Tuple.of(hash, utc(now)))
                            .chain(() -> execute(connection, DROP_UNUSED_CHILD, Tuple.of(hash)))
                            .chain(() -> insert(connection, successor, hash))
                            .replaceWith(Optional.of(successor));
                }));
    }

    Uni<Void> deleteFamily(String hash) {
        return pool.withTransaction(connection -> execute(connection, LOCK_FAMILY, Tuple.of(hash))
                .chain(() -> execute(connection, DELETE_FAMILY_OF, Tuple.of(hash))));
    }

    /** Deletes what nobody can use any more, by the database's real time; answers how many tokens. */
    Uni<Integer> deleteExpired() {
        return pool.query(DELETE_EXPIRED).execute().map(SqlResult::rowCount);
    }

    private static Uni<Void> insert(SqlConnection connection, Token token, @Nullable String parent) {
        Tuple row = Tuple.of(token.hash(), parent, token.family(), token.workerId())
                .addOffsetDateTime(utc(token.issuedAt()))
                .addOffsetDateTime(utc(token.expiresAt()));
        return execute(connection, INSERT, row);
    }

    private static Uni<Void> execute(SqlConnection connection, String sql, Tuple arguments) {
        return connection.preparedQuery(sql).execute(arguments).replaceWithVoid();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
