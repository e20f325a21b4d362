package org.shouwang.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Asked only of callers who hold no post any more, to tell a lost phone from a post that ended. */
@Singleton
class LostDevices {

    private static final String LOST = "select 1 from device where id = $1 and lost_at is not null";

    private final Pool pool;

    LostDevices(Pool pool) {
        this.pool = pool;
    }

    Uni<Boolean> contains(UUID deviceId) {
        return pool.preparedQuery(LOST).execute(Tuple.of(deviceId)).map(rows -> rows.rowCount() == 1);
    }
}
