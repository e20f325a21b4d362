package org.shouwang.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.staff.AreasAbove.Extent;

/**
 * A version of an area's policy. It holds from its first day until the next version of the area.
 *
 * @param withdrawn null while it stands
 */
record PolicyVersion(
        UUID id,
        Extent area,
        String name,
        @Nullable String documentNumber,
        LocalDate validFrom,
        FollowUpPolicy policy,
        Instant createdAt,
        @Nullable Withdrawal withdrawn,
        int version) {

    /** That it was taken back before it began. */
    record Withdrawal(UUID id, Instant at, String reason) {}

    boolean isWithdrawn() {
        return withdrawn != null;
    }
}
