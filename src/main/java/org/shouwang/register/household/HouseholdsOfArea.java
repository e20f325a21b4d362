package org.shouwang.register.household;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import org.shouwang.area.AreaBelongings;

/** Households go with their village. */
@Singleton
class HouseholdsOfArea implements AreaBelongings {

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Uni<Integer> move(SqlConnection transaction, Move move, int atMost) {
        return AreaBelongings.rows(transaction, "household", move, atMost);
    }
}
