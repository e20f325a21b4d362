package org.shouwang.monitoring.collection;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Finds a value right, publishes it, or takes it back. */
@Schema(name = "IndicatorValueActForm")
record ValueActForm(
        @NotNull @Schema(description = "Made by the client, once")
        UUID id) {}
