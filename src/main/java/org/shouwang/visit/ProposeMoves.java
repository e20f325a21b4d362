package org.shouwang.visit;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.register.move.MoveProposals;
import org.shouwang.register.move.Proposal;

/**
 * A family that is said to have moved away (outcome MOVED) is proposed for a move, once for each visit. Where the visit arrives
 * after the move, nothing is left to propose.
 */
@Singleton
class ProposeMoves implements VisitListener {

    private final MoveProposals proposals;
    private final Clock clock;

    ProposeMoves(MoveProposals proposals, Clock clock) {
        this.proposals = proposals;
        this.clock = clock;
    }

    @Override
    public Uni<Void> recorded(RecordedVisit visit, Caller caller, Post acting) {
        boolean brought = !acting.areas().contains(visit.areaCode());
        if (visit.outcome() != VisitOutcome.MOVED || brought) {
            return Uni.createFrom().voidItem();
        }
        return proposals
                .propose(new Proposal(
                        visit.id(),
                        visit.householdId(),
                        visit.children().stream()
                                .map(RecordedVisit.Seen::childId)
                                .collect(Collectors.<UUID>toSet()),
                        null,
                        acting,
                        caller.workerId(),
                        clock.instant()))
                .replaceWithVoid();
    }

    /** A proposal that an amendment takes back stays until the coordinator dismisses it. */
    @Override
    public Uni<Void> amended(RecordedVisit before, RecordedVisit now, Caller caller, Post acting) {
        return recorded(now, caller, acting);
    }
}
