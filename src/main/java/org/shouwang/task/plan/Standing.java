package org.shouwang.task.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A planned task as it stands.
 *
 * @param open whether it is still to be done
 * @param begunAt when the record happened that it is counted from; null where it is counted from none, or nobody knows
 * @param aroseAt when a concern arose which its visit is to meet too; null where there is none
 */
public record Standing(
        UUID taskId,
        FollowUpRule rule,
        String occurrence,
        boolean open,
        LocalDate startOn,
        Due due,
        Urgency urgency,
        @Nullable Instant begunAt,
        @Nullable Instant aroseAt) {

    boolean is(Wanted wanted) {
        return rule == wanted.rule() && occurrence.equals(wanted.occurrence());
    }

    boolean differsFrom(Wanted wanted) {
        return !startOn.equals(wanted.startOn()) || !due.equals(wanted.due()) || urgency != wanted.urgency();
    }

    /** Whether that record is later than the one that it is counted from: an older one has not met it. */
    boolean isMetBy(Happened record) {
        return begunAt == null || !record.at().isBefore(begunAt);
    }

    /** Whether it waits for a visit after a concern, which the last one was not. */
    boolean holdsFor(Wanted wanted) {
        return open
                && aroseAt != null
                && wanted.begun().filter(met -> !met.at().isBefore(aroseAt)).isEmpty();
    }
}
