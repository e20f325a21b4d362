package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.notification.StillTrue;

/** A push about a case goes out only while the case is open; a breach is told whatever became of the case. */
@Singleton
class ViolenceStillTrue implements StillTrue {

    private static final String CLOSED = "select id from violence_case where id = any($1) and closed_at is not null";

    private final Pool pool;

    ViolenceStillTrue(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String subjectType() {
        return TellOfCase.SUBJECT;
    }

    @Override
    public Uni<Set<UUID>> outdated(Collection<Told> told) {
        UUID[] ids = told.stream().map(Told::subjectId).distinct().toArray(UUID[]::new);
        return pool.preparedQuery(CLOSED).execute(Tuple.of((Object) ids)).map(rows -> {
            Set<UUID> closed = new HashSet<>();
            rows.forEach(row -> closed.add(row.getUUID("id")));
            return told.stream()
                    .filter(one ->
                            closed.contains(one.subjectId()) && !one.event().equals("order-breached"))
                    .map(Told::notificationId)
                    .collect(Collectors.toSet());
        });
    }
}
