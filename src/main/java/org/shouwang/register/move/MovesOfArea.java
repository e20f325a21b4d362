package org.shouwang.register.move;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.shouwang.area.AreaBelongings;

/** Moves go with their villages, with either of them. */
@Singleton
class MovesOfArea implements AreaBelongings {

    private static final String MOVE = """
            update child_move
            set area_code = case when area_code = $1 then $2 else area_code end,
                to_area_code = case when to_area_code = $1 then $2 else to_area_code end
            where id in (
                select id from child_move where area_code = $1 or to_area_code = $1 order by id limit $3 for update)
            """;

    @Override
    public int order() {
        return 22;
    }

    @Override
    public Uni<Integer> move(SqlConnection transaction, Move move, int atMost) {
        return transaction
                .preparedQuery(MOVE)
                .execute(Tuple.of(move.from().value(), move.to().value(), atMost))
                .map(rows -> rows.rowCount());
    }
}
