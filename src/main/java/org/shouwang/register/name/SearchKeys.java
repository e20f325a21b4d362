package org.shouwang.register.name;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Writes what children are found by (V029). A database trigger says of which names it is missing. */
@Singleton
public class SearchKeys {

    private static final String KEEP = """
            update child_search set plain = :plain, keys = cast(:keys as text[]) where child_id = :child
            """;

    /** The name is held too, lest the keys of an old one come after a change. */
    private static final String MISSING = """
            select c.id, c.full_name
            from child_search s join child c on c.id = s.child_id
            where s.keys is null and (s.retry_at is null or s.retry_at <= $1) and ($2::uuid is null or s.child_id = $2)
            order by c.id
            limit $3
            for no key update of s, c skip locked
            """;

    private static final String DUE = """
            select child_id from child_search
            where keys is null and (retry_at is null or retry_at <= $1)
            order by child_id
            limit $2
            """;

    private static final String POSTPONE = "update child_search set retry_at = $2 where child_id = $1";

    private static final String FILL = "update child_search set plain = $2, keys = $3 where child_id = $1";

    private final NameReadings readings;

    SearchKeys(NameReadings readings) {
        this.readings = readings;
    }

    /** Of one child whose name was just written, in the session that wrote it. */
    public Uni<Void> keep(UUID child, String fullName) {
        NameKeys found = NameKeys.of(fullName, readings);
        return Panache.getSession()
                .chain(session -> session.flush().chain(() -> session.createNativeQuery(KEEP)
                        .setParameter("child", child)
                        .setParameter("plain", found.plain())
                        .setParameter("keys", found.keys().toArray(String[]::new))
                        .executeUpdate()))
                .replaceWithVoid();
    }

    /** Of some children of whom they are missing; answers of how many. */
    Uni<Integer> fill(SqlConnection transaction, Instant now, int atMost) {
        return fill(transaction, now, null, atMost);
    }

    /** Of this child, when they are missing still; answers 0 when they are not. */
    Uni<Integer> fillOne(SqlConnection transaction, Instant now, UUID child) {
        return fill(transaction, now, child, 1);
    }

    /** Of whom they are missing. */
    Uni<List<UUID>> due(SqlClient client, Instant now, int atMost) {
        return client.preparedQuery(DUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), atMost))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("child_id"))
                        .toList());
    }

    /** Nobody tries this child's before that moment, unless its name is written anew. */
    Uni<Void> postpone(SqlClient client, UUID child, Instant until) {
        return client.preparedQuery(POSTPONE)
                .execute(Tuple.of(child, until.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private Uni<Integer> fill(SqlConnection transaction, Instant now, @Nullable UUID child, int atMost) {
        Tuple whose = Tuple.of(now.atOffset(ZoneOffset.UTC)).addValue(child).addInteger(atMost);
        return transaction.preparedQuery(MISSING).execute(whose).chain(rows -> {
            List<Tuple> filled = StreamSupport.stream(rows.spliterator(), false)
                    .map(this::filled)
                    .toList();
            return filled.isEmpty()
                    ? Uni.createFrom().item(0)
                    : transaction.preparedQuery(FILL).executeBatch(filled).replaceWith(filled.size());
        });
    }

    private Tuple filled(Row row) {
        NameKeys found = NameKeys.of(row.getString("full_name"), readings);
        return Tuple.of(row.getUUID("id"), found.plain())
                .addArrayOfString(found.keys().toArray(String[]::new));
    }
}
