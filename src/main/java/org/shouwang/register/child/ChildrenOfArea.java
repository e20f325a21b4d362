package org.shouwang.register.child;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.shouwang.area.AreaBelongings;

/** Children go with their village, each with its assessments; the day stands in their residence. */
@Singleton
class ChildrenOfArea implements AreaBelongings {

    /** Whoever was entered under the old code after it had ended never lived there. */
    private static final String MOVE = """
            with child_moved as (
                update child set area_code = $2
                where id in (select id from child where area_code = $1 order by id limit $3 for update)
                returning id
            ), assessment_moved as (
                update risk_assessment set area_code = $2
                where area_code = $1 and child_id in (select id from child_moved)
            ), residence_closed as (
                update child_residence set to_date = $4::date - 1
                where to_date is null and area_code = $1 and from_date < $4 and child_id in (select id from child_moved)
                returning child_id
            ), residence_corrected as (
                update child_residence set area_code = $2
                where to_date is null and area_code = $1 and from_date >= $4 and child_id in (select id from child_moved)
            ), residence_opened as (
                insert into child_residence (child_id, area_code, from_date)
                select child_id, $2, $4 from residence_closed
            )
            select count(*) as moved from child_moved
            """;

    @Override
    public int order() {
        return 21;
    }

    @Override
    public Uni<Integer> move(SqlConnection transaction, Move move, int atMost) {
        return transaction
                .preparedQuery(MOVE)
                .execute(Tuple.of(move.from().value(), move.to().value(), atMost, move.on()))
                .map(rows -> rows.iterator().next().getInteger("moved"));
    }
}
