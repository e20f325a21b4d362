package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.shouwang.register.move.GoesWithChild;

/**
 * Cases go with their victim, and their tasks with them: the office that leads such cases there hears of it. Who answers for one stays until the lead
 * passes it on.
 */
@Singleton
class CasesOfChild implements GoesWithChild {

    private final CaseRepository cases;
    private final CaseTasks tasks;
    private final TellOfCase tell;

    CasesOfChild(CaseRepository cases, CaseTasks tasks, TellOfCase tell) {
        this.cases = cases;
        this.tasks = tasks;
        this.tell = tell;
    }

    /** Behind referrals: an answer holds its referral and then the case. */
    @Override
    public int order() {
        return 71;
    }

    @Override
    public Uni<Void> follow(Moved moved) {
        return cases.of(
                        moved.from().value(),
                        moved.childIds().toArray(UUID[]::new),
                        moved.household().orElse(null))
                .chain(found -> all(found, moved));
    }

    private Uni<Void> all(List<UUID> found, Moved moved) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (UUID id : found) {
            done = done.chain(() -> tasks.hold(id))
                    .chain(() -> cases.locked(id))
                    .chain(of -> follow(Objects.requireNonNull(of), moved));
        }
        return done;
    }

    private Uni<Void> follow(ViolenceCase of, Moved moved) {
        of.areaCode = moved.to();
        of.touch(moved.at(), moved.caller().workerId());
        return cases.write(of)
                .chain(() -> tasks.moved(of, moved.caller().workerId(), moved.acting()))
                .chain(() -> of.isOpen()
                        ? tell.lead(of, "violence-case-moved", "moved/" + moved.moveId(), null)
                        : Uni.createFrom().voidItem());
    }
}
