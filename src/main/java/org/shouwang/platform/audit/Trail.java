package org.shouwang.platform.audit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.Post;
import org.shouwang.platform.RequestId;
import org.shouwang.platform.Right;

/** Writes the trail of changes and looks into the transaction of the use case that calls it. */
@Singleton
public class Trail {

    private static final String LOOKED = """
            insert into access_log (id, at, worker_id, appointment_id, role_code, action, subject_type, subject_id,
                                    subject_ids, area_code, reason, grant_id, request_id)
            values (:id, :at, :worker, :appointment, :role, :action, :type, cast(:subject as uuid),
                    nullif(cast(:people as uuid[]), '{}'),
                    coalesce(cast(:area as bigint), post_area(cast(:appointment as uuid))), cast(:reason as text),
                    cast(:grant as uuid), cast(:request as text))
            """;

    private final Clock clock;

    Trail(Clock clock) {
        this.clock = clock;
    }

    /** A change, for example {@code visit.record}. */
    public Uni<Void> changed(Caller caller, Post acting, String action, Subject subject) {
        return changed(caller.workerId(), acting, action, subject);
    }

    public Uni<Void> changed(UUID workerId, Post acting, String action, Subject subject) {
        AuditEntry entry =
                new AuditEntry(Ids.next(), clock.instant(), workerId, acting, action, subject, RequestId.current());
        return Panache.getSession().chain(session -> session.persist(entry));
    }

    /** A change that a rule made and no worker asked for. */
    public Uni<Void> changedByRule(String action, Subject subject) {
        AuditEntry entry = new AuditEntry(Ids.next(), clock.instant(), action, subject);
        return Panache.getSession().chain(session -> session.persist(entry));
    }

    /**
     * A look at one person's or record's sensitive data (未成年人网络保护条例 art. 36).
     *
     * @param people whose data the record shows beside, such as the children of a visit
     */
    public Uni<Void> looked(
            Caller caller, Post acting, String action, Subject subject, Collection<UUID> people, Why why) {
        return insert(
                caller, acting, action, new Shown(subject.type(), subject.id(), subject.areaValue()), people, why);
    }

    /** A page of what the caller may see by a right, as {@link AccessRows} writes it. */
    public Uni<Void> looked(Caller caller, Right right, String action, String subjectType, Collection<Subject> shown) {
        Shown page = new Shown(subjectType, null, null);
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Map.Entry<Post, List<UUID>> part :
                ShownBy.posts(caller, right, shown).entrySet()) {
            all = all.chain(() -> insert(caller, part.getKey(), action, page, part.getValue(), Why.DUTY));
        }
        return all;
    }

    private Uni<Void> insert(Caller caller, Post acting, String action, Shown shown, Collection<UUID> people, Why why) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOOKED)
                        .setParameter("id", Ids.next())
                        .setParameter("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .setParameter("worker", caller.workerId())
                        .setParameter("appointment", acting.appointmentId())
                        .setParameter("role", acting.role().name())
                        .setParameter("action", action)
                        .setParameter("type", shown.type())
                        .setParameter("subject", shown.id())
                        .setParameter("people", people.toArray(UUID[]::new))
                        .setParameter("area", shown.area())
                        .setParameter("reason", why.reason())
                        .setParameter("grant", why.grantId())
                        .setParameter("request", RequestId.current())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private record Shown(
            String type, @Nullable UUID id, @Nullable Long area) {}
}
