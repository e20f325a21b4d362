package org.shouwang.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.shouwang.area.AreaBelongings;

/** Whoever is appointed to a village goes with it; posts that have ended stay where they were held. */
@Singleton
class AppointmentsOfArea implements AreaBelongings {

    private static final String MOVE = """
            update appointment set area_code = $2
            where id in (select id from appointment
                         where area_code = $1 and status <> 'ENDED'
                         order by id limit $3 for update)
            """;

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Uni<Integer> move(SqlConnection transaction, Move move, int atMost) {
        return transaction
                .preparedQuery(MOVE)
                .execute(Tuple.of(move.from().value(), move.to().value(), atMost))
                .map(rows -> rows.rowCount());
    }
}
