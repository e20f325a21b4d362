package org.shouwang.task.sample;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;

/**
 * A visit that may be drawn.
 *
 * @param township of which the village is a part
 * @param author the worker who recorded it
 * @param post the appointment under which it was paid
 * @param children whether it is about children
 * @param grave whether one of them is at HIGH or CRITICAL, or was not assessed
 */
record SampledVisit(
        UUID visitId,
        UUID householdId,
        AreaCode area,
        @Nullable AreaCode township,
        UUID author,
        LocalDate quarter,
        UUID post,
        RoleCode role,
        boolean children,
        boolean grave) {

    /** The coordinator verifies the village's visits to children, not the own ones. */
    boolean counts() {
        return children && role != RoleCode.TOWNSHIP_COORDINATOR;
    }

    Optional<SampleReason> drawn(int sharePercent) {
        if (grave) {
            return Optional.of(SampleReason.LEVEL);
        }
        return Draw.isBelow(Draw.place(quarter, visitId), sharePercent)
                ? Optional.of(SampleReason.SHARE)
                : Optional.empty();
    }
}
