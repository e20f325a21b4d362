package org.shouwang.monitoring.card;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A card that the office gives by its own judgement. */
@Schema(name = "HandCardForm")
record HandCardForm(
        @NotNull @Schema(description = "The line of the book under which the unit leads")
        UUID responsibilityId,

        @NotNull @Schema(description = "For which period it is given")
        UUID periodId,

        @NotNull CardColour colour,

        @NotBlank @Size(max = 500) @Schema(examples = "样本少，但三年合计连续上升，须立即整改")
        String reason) {}
