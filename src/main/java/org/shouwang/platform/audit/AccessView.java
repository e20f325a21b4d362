package org.shouwang.platform.audit;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;

/** Who looked, when, as what, at whom, and why. */
@Schema(name = "Access")
record AccessView(
        UUID id,
        Instant at,
        UUID workerId,
        UUID appointmentId,
        RoleCode roleCode,

        @Schema(examples = "child.full-look") String action,

        String subjectType,

        @Schema(description = "Empty for a page") @Nullable UUID subjectId,

        @Schema(description = "How many records a page showed, or how many people a record names")
        int people,

        @Schema(description = "As the worker wrote it") @Nullable
        String reason,

        @Nullable UUID grantId,

        @Schema(description = "Where the person belongs; for a page, where the post is") @Nullable
        AreaCode areaCode) {

    static AccessView of(Row row) {
        Long area = row.getLong("area_code");
        return new AccessView(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getUUID("worker_id"),
                row.getUUID("appointment_id"),
                RoleCode.valueOf(row.getString("role_code")),
                row.getString("action"),
                row.getString("subject_type"),
                row.getUUID("subject_id"),
                row.getInteger("people"),
                row.getString("reason"),
                row.getUUID("grant_id"),
                area == null ? null : new AreaCode(area));
    }

    @Override
    public String toString() {
        return "***";
    }
}
