package org.shouwang.visit.contact;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.area.AreaBelongings;

/** Contacts go with the village of each of their children; they leave the old scope and stand anew in all others. */
@Singleton
class ContactsOfArea implements AreaBelongings {

    private static final String THERE = """
            select id from contact
            where id in (select contact_id from contact_child where area_code = $1)
            order by id
            limit $2
            for update
            """;

    private static final String CHILDREN =
            "update contact_child set area_code = $2 where area_code = $1 and contact_id = any($3)";

    private static final String CONTACTS =
            "update contact set area_code = case when area_code = $1 then $2 else area_code end where id = any($3)";

    private static final String LEAVE =
            "select feed_remove($1, 'contact', id, version) from contact where id = any($2) order by id";

    private static final String ENTER = """
            select feed_put(k.area_code, 'contact', c.id, c.version)
            from contact c
            cross join lateral (select distinct area_code from contact_child where contact_id = c.id) k
            where c.id = any($1)
            order by k.area_code, c.id
            """;

    @Override
    public int order() {
        return 31;
    }

    @Override
    public Uni<Integer> move(SqlConnection transaction, Move move, int atMost) {
        return transaction
                .preparedQuery(THERE)
                .execute(Tuple.of(move.from().value(), atMost))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toArray(UUID[]::new))
                .chain(contacts ->
                        contacts.length == 0 ? Uni.createFrom().item(0) : moved(transaction, move, contacts));
    }

    private static Uni<Integer> moved(SqlConnection transaction, Move move, UUID[] contacts) {
        long from = move.from().value();
        Tuple places = Tuple.of(from, move.to().value(), contacts);
        return transaction
                .preparedQuery(CHILDREN)
                .execute(places)
                .chain(() -> transaction.preparedQuery(CONTACTS).execute(places))
                .chain(() -> transaction.preparedQuery(LEAVE).execute(Tuple.of(from, contacts)))
                .chain(() -> transaction.preparedQuery(ENTER).execute(Tuple.of((Object) contacts)))
                .replaceWith(contacts.length);
    }
}
