package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.StillTrue;

/** A push that asks for something goes out only while the referral still waits for just that; an answer is to be known in any case. */
@Singleton
class ReferralStillTrue implements StillTrue {

    private static final String STATUS = "select id, status from referral where id = any($1)";
    private static final String IN_OFFICE = "select id from appointment where id = any($1) and status <> 'ENDED'";

    private final Pool pool;

    ReferralStillTrue(Pool pool) {
        this.pool = pool;
    }

    /**
     * Whether it is still to be told.
     *
     * @param inOffice whether the post was not handed over meanwhile: whoever follows was told of all
     */
    static boolean holds(String event, @Nullable ReferralStatus status, boolean inOffice) {
        return status != null
                && inOffice
                && (!ReferralNotices.isCall(event)
                        || ReferralNotices.calls(status).contains(event));
    }

    @Override
    public String subjectType() {
        return ReferralNotices.SUBJECT;
    }

    @Override
    public Uni<Set<UUID>> outdated(Collection<Told> told) {
        return status(told).chain(status -> inOffice(told).map(posts -> told.stream()
                .filter(one -> !holds(one.event(), status.get(one.subjectId()), posts.contains(one.appointmentId())))
                .map(Told::notificationId)
                .collect(Collectors.toSet())));
    }

    private Uni<Map<UUID, ReferralStatus>> status(Collection<Told> told) {
        return pool.preparedQuery(STATUS).execute(ids(told, Told::subjectId)).map(rows -> {
            Map<UUID, ReferralStatus> status = new HashMap<>();
            rows.forEach(row -> status.put(row.getUUID("id"), ReferralStatus.valueOf(row.getString("status"))));
            return status;
        });
    }

    private Uni<Set<UUID>> inOffice(Collection<Told> told) {
        return pool.preparedQuery(IN_OFFICE)
                .execute(ids(told, Told::appointmentId))
                .map(rows -> {
                    Set<UUID> posts = new HashSet<>();
                    rows.forEach(row -> posts.add(row.getUUID("id")));
                    return posts;
                });
    }

    private static Tuple ids(Collection<Told> told, Function<Told, UUID> which) {
        return Tuple.of(told.stream().map(which).distinct().toArray(UUID[]::new));
    }
}
