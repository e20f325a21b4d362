package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import org.shouwang.area.AreaBelongings;

/** Cases go with their village; to whom they are open, they stay so. */
@Singleton
class CasesOfArea implements AreaBelongings {

    @Override
    public int order() {
        return 61;
    }

    @Override
    public Uni<Integer> move(SqlConnection transaction, Move move, int atMost) {
        return AreaBelongings.rows(transaction, "violence_case", move, atMost);
    }
}
