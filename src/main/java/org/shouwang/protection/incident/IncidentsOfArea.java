package org.shouwang.protection.incident;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import org.shouwang.area.AreaBelongings;

/** Incidents go with their village; to whom they are open, they stay so. */
@Singleton
class IncidentsOfArea implements AreaBelongings {

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Uni<Integer> move(SqlConnection transaction, Move move, int atMost) {
        return AreaBelongings.rows(transaction, "incident", move, atMost);
    }
}
