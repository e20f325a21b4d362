package org.shouwang.monitoring.score;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the office adds to a score, or takes from it, by hand. */
@Schema(name = "ScoreAdjustmentForm")
record AdjustmentForm(
        @NotNull @Schema(description = "Made by the client, once")
        UUID id,

        @NotNull UUID unitId,

        @NotNull
        @Digits(integer = 1, fraction = 1)
        @Schema(description = "All of one unit together are five at most, up or down", examples = "1.5")
        BigDecimal points,

        @NotBlank @Size(max = 500) @Schema(examples = "承办省级现场会")
        String reason) {}
