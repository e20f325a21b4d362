package org.shouwang.monitoring.supervision;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A letter as the committee office drafts it. */
@Schema(name = "SupervisionLetterForm")
record LetterForm(
        @NotNull @Schema(description = "The card that was issued to the unit")
        UUID cardId,

        @NotBlank
        @Size(max = 4000)
        @Schema(description = "What the unit is asked to do", examples = "请于期限内制定靶向整改方案并报备案")
        String content,

        @Min(Deadline.LEAST_DAYS)
        @Max(Deadline.MOST_DAYS)
        @Schema(description = "From the issue to the deadline; without it 30 days for a yellow card, 15 for a red one")
        @Nullable
        Integer days) {}
