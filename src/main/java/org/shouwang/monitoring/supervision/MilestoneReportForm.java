package org.shouwang.monitoring.supervision;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says what was reached at a milestone. */
@Schema(name = "MilestoneReportForm")
record MilestoneReportForm(
        @NotNull @Schema(description = "Made by the client, once")
        UUID id,

        @Min(1) @Schema(description = "Counted from 1") int itemNo,

        @Min(1) @Schema(description = "Counted from 1 within the item")
        int milestoneNo,

        @NotNull @Digits(integer = 12, fraction = 4) @Schema(examples = "280")
        BigDecimal figure) {}
