package org.shouwang.register.move;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Ids;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.child.Children;
import org.shouwang.register.child.FileStatus;

/**
 * Opens a proposal when children are said to have moved away (outcome MOVED of a visit). The coordinator is told, and names
 * the village that they went to or dismisses it; the children's files stay as they are until then.
 */
@Singleton
public class MoveProposals {

    private final Children children;
    private final MoveRepository moves;
    private final MoveSealed sealed;
    private final Trail trail;

    MoveProposals(Children children, MoveRepository moves, MoveSealed sealed, Trail trail) {
        this.children = children;
        this.moves = moves;
        this.sealed = sealed;
        this.trail = trail;
    }

    /**
     * Opens it in the caller's session and transaction, for those of the children who have an active file in this household
     * and no open move. The same visit again, or children who are on their way already, open nothing.
     *
     * @return the proposal's id, when this call opened one
     */
    public Uni<Optional<UUID>> propose(Proposal proposal) {
        return moves.anyOfVisit(proposal.visitId())
                .chain(known -> known
                        ? Uni.createFrom().item(Optional.empty())
                        : children.facts(proposal.childIds())
                                .chain(facts -> open(
                                        proposal,
                                        living(proposal, facts.values().stream().toList()))));
    }

    private static List<ChildFacts> living(Proposal proposal, List<ChildFacts> facts) {
        return facts.stream()
                .filter(child -> child.fileStatus() == FileStatus.ACTIVE
                        && proposal.householdId().equals(child.householdId()))
                .toList();
    }

    private Uni<Optional<UUID>> open(Proposal proposal, List<ChildFacts> living) {
        if (living.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        AreaCode village = living.get(0).areaCode();
        Birth birth =
                new Birth(Ids.next(), village, RequestHash.of(proposal.visitId()), proposal.at(), proposal.workerId());
        ChildMove move =
                new ChildMove(birth, proposal.householdId(), MoveState.PROPOSED, Side.LEAVING, proposal.acting());
        move.sourceVisitId = proposal.visitId();
        move.addressCipher = sealed.close(MoveSealed.ADDRESS, move.id, proposal.place());
        List<UUID> ids = living.stream().map(ChildFacts::id).toList();
        return moves.persistAndFlush(move)
                .chain(() -> moves.addChildrenAtHome(move.id, ids))
                .chain(opened -> opened == 0
                        ? moves.delete(move).replaceWith(Optional.empty())
                        : begin(move, proposal).replaceWith(Optional.of(move.id)));
    }

    /** Who coordinates is told by the next sweep: who holds a post is not read while a transaction is open. */
    private Uni<Void> begin(ChildMove move, Proposal proposal) {
        Subject subject = new Subject("MOVE", move.id, move.areaCode);
        return moves.beginLadder(move.id, proposal.at(), null)
                .chain(() -> trail.changed(proposal.workerId(), proposal.acting(), "move.propose", subject));
    }
}
