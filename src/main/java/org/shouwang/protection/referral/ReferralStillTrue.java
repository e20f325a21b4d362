package org.shouwang.protection.referral;

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
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.StillTrue;

/** A push that asks for something goes out only while the referral still waits for just that; an answer is to be known in any case. */
@Singleton
class ReferralStillTrue implements StillTrue {

    private static final String STATUS = "select id, status from referral where id = any($1)";

    private final Pool pool;

    ReferralStillTrue(Pool pool) {
        this.pool = pool;
    }

    static boolean holds(String event, @Nullable ReferralStatus status) {
        return status != null
                && (!ReferralNotices.isCall(event)
                        || ReferralNotices.calls(status).contains(event));
    }

    @Override
    public String subjectType() {
        return ReferralNotices.SUBJECT;
    }

    @Override
    public Uni<Set<UUID>> outdated(Collection<Told> told) {
        UUID[] ids = told.stream().map(Told::subjectId).distinct().toArray(UUID[]::new);
        return pool.preparedQuery(STATUS).execute(Tuple.of(ids)).map(rows -> {
            Map<UUID, ReferralStatus> status = new HashMap<>();
            rows.forEach(row -> status.put(row.getUUID("id"), ReferralStatus.valueOf(row.getString("status"))));
            return told.stream()
                    .filter(one -> !holds(one.event(), status.get(one.subjectId())))
                    .map(Told::notificationId)
                    .collect(Collectors.toSet());
        });
    }
}
