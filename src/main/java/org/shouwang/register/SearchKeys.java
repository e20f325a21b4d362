package org.shouwang.register;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** Writes what children are found by (V029). A database trigger says of which names it is missing. */
@Singleton
class SearchKeys {

    private static final String KEEP = """
            update child_search set plain = :plain, keys = cast(:keys as text[]) where child_id = :child
            """;

    /** The name is held too, lest the keys of an old one come after a change. */
    private static final String MISSING = """
            select c.id, c.full_name
            from child_search s join child c on c.id = s.child_id
            where s.keys is null
            order by c.id
            limit $1
            for no key update of s, c skip locked
            """;

    private static final String FILL = "update child_search set plain = $2, keys = $3 where child_id = $1";

    private final NameReadings readings;

    SearchKeys(NameReadings readings) {
        this.readings = readings;
    }

    /** Of one child whose name was just written, in the session that wrote it. */
    Uni<Void> keep(Child child) {
        NameKeys found = NameKeys.of(child.fullName, readings);
        return Panache.getSession()
                .chain(session -> session.flush().chain(() -> session.createNativeQuery(KEEP)
                        .setParameter("child", child.id)
                        .setParameter("plain", found.plain())
                        .setParameter("keys", found.keys().toArray(String[]::new))
                        .executeUpdate()))
                .replaceWithVoid();
    }

    /** Of some children of whom they are missing; answers of how many. */
    Uni<Integer> fill(SqlConnection transaction, int atMost) {
        return transaction.preparedQuery(MISSING).execute(Tuple.of(atMost)).chain(rows -> {
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
