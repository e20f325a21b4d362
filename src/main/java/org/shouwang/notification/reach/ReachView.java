package org.shouwang.notification.reach;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** How the workers of a place are reached. */
@Schema(name = "ReachSettings")
record ReachView(
        @Schema(description = "Which area has decided it; absent where the standard holds") @Nullable
        AreaCode decidedBy,

        @Schema(description = "What the area recorded; absent where the standard holds") @Nullable
        UUID id,

        @Nullable Instant decidedAt,
        long urgentSmsAfterMinutes,
        long callAfterMinutes,
        boolean remindersBySms,
        long reminderSmsAfterHours,
        int smsPerDay,
        int smsPerMonth) {

    static ReachView of(ReachSettings settings, @Nullable Decided decided) {
        return new ReachView(
                decided == null ? null : decided.area().code(),
                decided == null ? null : decided.id(),
                decided == null ? null : decided.at(),
                settings.urgentSmsAfter().toMinutes(),
                settings.callAfter().toMinutes(),
                settings.remindersBySms(),
                settings.reminderSmsAfter().toHours(),
                settings.budget().perDay(),
                settings.budget().perMonth());
    }
}
