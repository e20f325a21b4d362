package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** What the sweep has to look at, read on the reactive pool without holding anything. */
@Singleton
class LadderRows {

    private static final String DUE = """
            select t.id, t.area_code, t.assignee_appointment_id
            from task_ladder l
            join task t on t.id = l.task_id
            where l.next_alert_at <= $1
            order by l.next_alert_at, l.task_id
            limit $2
            for no key update of l, t skip locked
            """;

    private static final String POSTPONE =
            "update task_ladder set next_alert_at = $2 where task_id = $1 and next_alert_at < $2";

    private final Pool pool;

    LadderRows(Pool pool) {
        this.pool = pool;
    }

    /** A task whose next look is due, and what decides who is told of it. */
    record Due(UUID taskId, AreaCode area, @Nullable UUID assignee) {}

    /** The longest due. Passes over what other nodes look at or users move now, so that the next ones come. */
    Uni<List<Due>> due(Instant now, int atMost) {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), atMost))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(LadderRows::due)
                        .toList());
    }

    /** Lets a task wait that could not be looked at. */
    Uni<Void> postpone(UUID taskId, Instant until) {
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(taskId, until.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static Due due(Row row) {
        return new Due(
                row.getUUID("id"), new AreaCode(row.getLong("area_code")), row.getUUID("assignee_appointment_id"));
    }
}
