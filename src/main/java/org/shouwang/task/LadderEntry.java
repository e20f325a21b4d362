package org.shouwang.task;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a task stands on the ladder. */
@Entity
@Table(name = "task_ladder")
class LadderEntry {

    @Id
    UUID taskId;

    @Nullable
    Instant nextAlertAt;

    @Nullable
    Instant assigneeToldAt;

    @Nullable
    Instant coordinatorToldAt;

    @Nullable
    Instant countyToldAt;

    int handOvers;

    protected LadderEntry() {}

    LadderEntry(UUID taskId, Instant nextAlertAt) {
        this.taskId = taskId;
        this.nextAlertAt = nextAlertAt;
    }

    Set<LadderStep> told() {
        Set<LadderStep> told = EnumSet.noneOf(LadderStep.class);
        for (LadderStep step : LadderStep.values()) {
            if (toldAt(step) != null) {
                told.add(step);
            }
        }
        return told;
    }

    private @Nullable Instant toldAt(LadderStep step) {
        return switch (step) {
            case ASSIGNEE -> assigneeToldAt;
            case COORDINATOR -> coordinatorToldAt;
            case COUNTY -> countyToldAt;
        };
    }

    void follow(Ladder.Plan plan, Instant now) {
        plan.tell().forEach(step -> mark(step, now));
        nextAlertAt = plan.next().orElse(null);
    }

    /** What is told of a step is told once; whoever is to be told after a hand-over is told anew, also of a task that came back. */
    String occurrence(LadderStep step) {
        return handOvers > 0 ? step.name() + "/" + handOvers : step.name();
    }

    /** Nobody is told any more. */
    void end() {
        nextAlertAt = null;
    }

    /** That the task is late was not said to whoever holds it next. */
    void holderChanged(Instant firstLook) {
        assigneeToldAt = null;
        handOvers++;
        nextAlertAt = firstLook;
    }

    /** To everybody it was done meanwhile. */
    void reopened(Instant firstLook) {
        coordinatorToldAt = null;
        countyToldAt = null;
        holderChanged(firstLook);
    }

    /** Nobody was told of the new day yet. */
    void dueChanged(Instant firstLook) {
        assigneeToldAt = null;
        coordinatorToldAt = null;
        countyToldAt = null;
        nextAlertAt = firstLook;
    }

    private void mark(LadderStep step, Instant now) {
        switch (step) {
            case ASSIGNEE -> assigneeToldAt = now;
            case COORDINATOR -> coordinatorToldAt = now;
            case COUNTY -> countyToldAt = now;
        }
    }
}
