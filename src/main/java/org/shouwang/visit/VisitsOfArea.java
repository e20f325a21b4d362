package org.shouwang.visit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.area.AreaBelongings;

/** Visits go with the village of their household and of each child; they leave the old scope and stand anew in all others. */
@Singleton
class VisitsOfArea implements AreaBelongings {

    private static final String THERE = """
            select id from visit
            where id in (select id from visit where area_code = $1 union select visit_id from visit_child where area_code = $1)
            order by id
            limit $2
            for update
            """;

    private static final String HOUSEHOLDS = """
            update visit set area_code = case when area_code = $1 then $2 else area_code end where id = any($3)
            """;

    private static final String CHILDREN =
            "update visit_child set area_code = $2 where area_code = $1 and visit_id = any($3)";

    private static final String LEAVE =
            "select feed_remove($1, 'visit', id, version) from visit where id = any($2) order by id";

    private static final String ENTER = """
            select feed_put(s.scope, 'visit', v.id, v.version)
            from visit v
            cross join lateral (
                select v.area_code union select c.area_code from visit_child c where c.visit_id = v.id) s(scope)
            where v.id = any($1)
            order by s.scope, v.id
            """;

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Uni<Integer> move(SqlConnection transaction, Move move, int atMost) {
        return transaction
                .preparedQuery(THERE)
                .execute(Tuple.of(move.from().value(), atMost))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toArray(UUID[]::new))
                .chain(visits -> visits.length == 0 ? Uni.createFrom().item(0) : moved(transaction, move, visits));
    }

    private static Uni<Integer> moved(SqlConnection transaction, Move move, UUID[] visits) {
        long from = move.from().value();
        Tuple places = Tuple.of(from, move.to().value(), visits);
        return transaction
                .preparedQuery(HOUSEHOLDS)
                .execute(places)
                .chain(() -> transaction.preparedQuery(CHILDREN).execute(places))
                .chain(() -> transaction.preparedQuery(LEAVE).execute(Tuple.of(from, visits)))
                .chain(() -> transaction.preparedQuery(ENTER).execute(Tuple.of((Object) visits)))
                .replaceWith(visits.length);
    }
}
