package org.shouwang.sync.operation;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.http.ProblemException;
import org.shouwang.platform.operation.Effect;
import org.shouwang.platform.problem.Problem;

/**
 * What came of trying an operation, before it is recorded.
 *
 * @param subject the record that it was about; null when its body could not be read
 * @param waitsFor the operation that must be accepted first
 */
record Attempt(
        Optional<Effect> effect,
        Optional<Refused> refused,
        @Nullable UUID subject,
        @Nullable UUID waitsFor) {

    static Attempt done(Effect effect) {
        return new Attempt(Optional.of(effect), Optional.empty(), effect.id(), null);
    }

    static Attempt refused(Refused refused, @Nullable UUID subject, @Nullable UUID waitsFor) {
        return new Attempt(Optional.empty(), Optional.of(refused), subject, waitsFor);
    }

    Outcome outcome() {
        if (effect.isEmpty()) {
            return waitsFor == null ? Outcome.REJECTED : Outcome.HELD;
        }
        if (effect.get().conflict() != null) {
            return Outcome.CONFLICT;
        }
        return effect.get().merged() ? Outcome.MERGED : Outcome.APPLIED;
    }

    /** Why a request that asked for this fails, when it is not done. */
    Throwable failure() {
        return refused.map(Refused::cause).orElseGet(() -> new ProblemException(Problem.STATE_CONFLICT));
    }
}
