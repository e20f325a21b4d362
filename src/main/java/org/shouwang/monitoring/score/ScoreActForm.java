package org.shouwang.monitoring.score;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Does to scores what needs no words. */
@Schema(name = "ScoreActForm")
record ScoreActForm(
        @NotNull @Schema(description = "Made by the client, once")
        UUID id) {}
