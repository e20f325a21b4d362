package org.shouwang.monitoring.card;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Decides on a card. */
@Schema(name = "CardActForm")
record CardActForm(
        @NotNull @Schema(description = "Made by the client, once")
        UUID id,

        @NotBlank @Size(max = 500) @Schema(examples = "经核实，差距属实")
        String reason) {}
