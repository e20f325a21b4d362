package org.shouwang.register.move;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.operation.Effect;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Stored;

/** Answers a move as somebody did offline: where it was answered like this meanwhile, nothing is left to refuse. */
@Singleton
class AnswerMoveLate {

    private final AnswerMove answerMove;
    private final MoveRepository moves;

    AnswerMoveLate(AnswerMove answerMove, MoveRepository moves) {
        this.answerMove = answerMove;
        this.moves = moves;
    }

    /** Runs in the transaction of {@code sync}. */
    Uni<Result<Effect>> answer(UUID id, MoveAction action, Caller caller) {
        return answerMove
                .done(id, action, caller)
                .chain(result -> isOver(result)
                        ? agreed(id, action.kind())
                        : Uni.createFrom().item(result.map(stored -> Effect.of(MoveFeed.KIND, stored))));
    }

    private static boolean isOver(Result<Stored<UUID>> result) {
        return result instanceof Result.Refused<Stored<UUID>> no && no.refusal().problem() == Problem.STATE_CONFLICT;
    }

    private Uni<Result<Effect>> agreed(UUID id, MoveAction.Kind kind) {
        return moves.findById(id)
                .map(move -> move != null && move.state == kind.to()
                        ? Result.ok(Effect.of(MoveFeed.KIND, id, move.version).asMerged(true))
                        : Result.refused(Problem.STATE_CONFLICT));
    }
}
