package org.shouwang.activity;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import org.shouwang.area.AreaBelongings;

/** Children's homes go with their village; their code stays as it was given. */
@Singleton
class HomesOfArea implements AreaBelongings {

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Uni<Integer> move(SqlConnection transaction, Move move, int atMost) {
        return AreaBelongings.rows(transaction, "childrens_home", move, atMost);
    }
}
