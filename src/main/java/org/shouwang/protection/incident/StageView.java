package org.shouwang.protection.incident;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A stage that a case has reached. */
@Schema(name = "IncidentStageReached")
record StageView(
        Stage stage,
        Instant at,

        @Schema(description = "The post that says so; hidden where it would show the reporter") @Nullable
        UUID appointmentId,

        @Nullable String note) {

    StageView withoutPost() {
        return new StageView(stage, at, null, note);
    }

    @Override
    public String toString() {
        return "***";
    }
}
