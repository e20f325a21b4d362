package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import org.shouwang.area.AreaBelongings;

/** Tasks go with the village of what they are about. */
@Singleton
class TasksOfArea implements AreaBelongings {

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Uni<Integer> move(SqlConnection transaction, Move move, int atMost) {
        return AreaBelongings.rows(transaction, "task", move, atMost);
    }
}
