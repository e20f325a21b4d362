package org.shouwang.activity;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import org.shouwang.area.AreaBelongings;

/** Activities go with their village. */
@Singleton
class ActivitiesOfArea implements AreaBelongings {

    @Override
    public int order() {
        return 51;
    }

    @Override
    public Uni<Integer> move(SqlConnection transaction, Move move, int atMost) {
        return AreaBelongings.rows(transaction, "activity", move, atMost);
    }
}
