package org.shouwang.monitoring.score;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** For which county and year scores are computed. */
@Schema(name = "ScoreForm")
record ScoreForm(
        @NotNull @Schema(description = "A county") AreaCode areaCode,

        @NotNull @Min(2021) @Max(2100) @Schema(examples = "2026")
        Integer year,

        @Schema(description = "The published edition that it is to replace, with the reason; needed where there is one")
        @Nullable
        UUID replaces,

        @Size(min = 1, max = 500) @Schema(examples = "教育局申诉成立，扣分更正") @Nullable
        String reason) {}
