package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.audit.TrailSince;
import org.shouwang.platform.operation.Operation;
import org.shouwang.register.child.ClosingRules.Since;

/** Learns what others have done to a child's file since an operation; in the caller's session, once it holds the file. */
@Singleton
class FileSince {

    private static final Set<ChildAct.Kind> CLOSING = EnumSet.of(ChildAct.Kind.CLOSE, ChildAct.Kind.REOPEN);

    private static final String ACTS = """
            select act from ChildActEntry
            where childId = :child and act in :closing and createdAt > :since and createdBy <> :worker
            """;

    /** As {@link ChildEditWriter} and {@link Levels} write it: an assessment has no moment of its own. */
    private static final Set<String> ASSESSED = Set.of("child.edit.assessment", Levels.TRAIL);

    private final TrailSince trail;

    FileSince(TrailSince trail) {
        this.trail = trail;
    }

    Uni<Since> of(Child child, Operation operation, UUID workerId) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(ACTS, ChildAct.Kind.class)
                        .setParameter("child", child.id)
                        .setParameter("closing", CLOSING)
                        .setParameter("since", operation.doneSince())
                        .setParameter("worker", workerId)
                        .getResultList())
                .chain(acts -> trail.othersDid(ASSESSED, child.id, operation.doneSince(), workerId)
                        .map(assessed ->
                                new Since(Set.copyOf(acts), assessed && isAtRisk(child), operation.isTimed())));
    }

    private static boolean isAtRisk(Child child) {
        RiskLevel level = child.riskLevel;
        return level == RiskLevel.CRITICAL || level == RiskLevel.HIGH;
    }
}
