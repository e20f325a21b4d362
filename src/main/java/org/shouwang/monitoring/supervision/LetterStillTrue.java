package org.shouwang.monitoring.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.notification.StillTrue;

/** A push that asks for an answer goes out only while that is owed. */
@Singleton
class LetterStillTrue implements StillTrue {

    private static final String STATUS = "select id, status from supervision_letter where id = any($1)";

    private final Pool pool;

    LetterStillTrue(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String subjectType() {
        return LetterNotices.SUBJECT;
    }

    @Override
    public Uni<Set<UUID>> outdated(Collection<Told> told) {
        UUID[] letters = told.stream().map(Told::subjectId).distinct().toArray(UUID[]::new);
        return pool.preparedQuery(STATUS).execute(Tuple.of(letters)).map(rows -> {
            Map<UUID, LetterStatus> status = new HashMap<>();
            rows.forEach(row -> status.put(row.getUUID("id"), LetterStatus.valueOf(row.getString("status"))));
            return told.stream()
                    .filter(one -> !LetterNotices.holds(
                            one.event(), status.getOrDefault(one.subjectId(), LetterStatus.CLOSED)))
                    .map(Told::notificationId)
                    .collect(Collectors.toSet());
        });
    }
}
