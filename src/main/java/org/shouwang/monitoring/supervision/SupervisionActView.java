package org.shouwang.monitoring.supervision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SupervisionAct", description = "What was done to a letter or a plan")
record SupervisionActView(
        @Schema(examples = "REPLY") String kind,
        Instant at,

        @Schema(description = "The answer, the reason or the note") @Nullable
        String text,

        @Schema(description = "The deadline that it set") @Nullable
        LocalDate dueOn,

        @Schema(description = "Of a milestone that was reported") @Nullable
        Integer itemNo,

        @Nullable Integer milestoneNo,
        @Nullable BigDecimal figure,

        @Schema(description = "With the answer") @Nullable List<UUID> replyFileIds) {}
