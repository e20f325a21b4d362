package org.shouwang.sync.operation;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;

@Schema(
        name = "WaitingPhone",
        description =
                "A phone that has something to send still, as it said itself: for whoever helps, and for nothing else")
record PhoneView(
        @Schema(description = "Where the post stands") AreaCode areaCode,

        RoleCode roleCode,
        UUID appointmentId,
        UUID workerId,
        UUID deviceId,

        @Schema(description = "How many operations it had to send still")
        int waiting,

        @Schema(description = "When the oldest of them was done")
        Instant waitingSince,

        @Schema(description = "When it last sent something, to the hour")
        Instant lastContactAt) {}
