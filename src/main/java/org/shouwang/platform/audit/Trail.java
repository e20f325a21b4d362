package org.shouwang.platform.audit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.Post;
import org.shouwang.platform.RequestId;

/** Writes the trail of changes and looks into the transaction of the use case that calls it. */
@Singleton
public class Trail {

    private final Clock clock;

    Trail(Clock clock) {
        this.clock = clock;
    }

    /** A change, for example {@code visit.record}. */
    public Uni<Void> changed(Caller caller, Post acting, String action, Subject subject) {
        return changed(caller.workerId(), acting, action, subject);
    }

    public Uni<Void> changed(UUID workerId, Post acting, String action, Subject subject) {
        return persist(
                new AuditEntry(Ids.next(), clock.instant(), workerId, acting, action, subject, RequestId.current()));
    }

    /** A look at one person's sensitive data (未成年人网络保护条例 art. 36). */
    public Uni<Void> looked(Caller caller, Post acting, String action, Subject subject) {
        return persist(new AccessEntry(
                Ids.next(), clock.instant(), caller.workerId(), acting, action, subject, RequestId.current()));
    }

    private static Uni<Void> persist(Object entry) {
        return Panache.getSession().chain(session -> session.persist(entry));
    }
}
