package org.shouwang.staff.grant;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.http.Answers;

/** A grant as the privacy officer reviews it. */
@Schema(name = "ReviewedGrant")
record ReviewedGrantView(
        UUID grantId,
        int version,
        UUID workerId,
        UUID appointmentId,
        RoleCode roleCode,
        UUID childId,
        AreaCode areaCode,

        @Schema(description = "As the worker wrote it: it may hold a name")
        String reason,

        Instant grantedAt,
        Instant expiresAt,
        @Nullable Instant revokedAt)
        implements Answers.Versioned {

    @Override
    public String toString() {
        return "***";
    }
}
