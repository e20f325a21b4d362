package org.shouwang.staff.handover;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;

/** Appointments to be handed over, also those of workers who are not active any more. Runs on the reactive pool. */
@Singleton
class LeavingPosts {

    /** A post of the whole instance is in nobody's area. */
    private static final String BY_ID = """
            select a.id, a.worker_id, a.role_code, coalesce(a.area_code, o.area_code) as area_code, a.appointed_on
            from appointment a left join organisation o on o.id = a.organisation_id
            where a.id = $1 and coalesce(a.area_code, o.area_code) is not null
            """;

    private final Pool pool;

    LeavingPosts(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<LeavingPost>> byId(UUID id) {
        return pool.preparedQuery(BY_ID).execute(Tuple.of(id)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(LeavingPosts::post)
                .findFirst());
    }

    private static LeavingPost post(Row row) {
        return new LeavingPost(
                row.getUUID("id"),
                row.getUUID("worker_id"),
                RoleCode.valueOf(row.getString("role_code")),
                new AreaCode(row.getLong("area_code")),
                row.getLocalDate("appointed_on"));
    }
}
