package org.shouwang.monitoring.score;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the office says to an objection. */
@Schema(name = "ScoreAnswerForm")
record AnswerForm(
        @NotNull @Schema(description = "Made by the client, once")
        UUID id,

        @NotNull ObjectionOutcome outcome,

        @NotBlank @Size(max = 2000) @Schema(examples = "经核实属实，将重新评分")
        String reason) {}
