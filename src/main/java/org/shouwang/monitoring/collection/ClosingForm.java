package org.shouwang.monitoring.collection;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Ends a period: nothing is taken any more. */
@Schema(name = "CollectionPeriodClosingForm")
record ClosingForm(
        @NotNull @Schema(description = "Made by the client, once")
        UUID id) {}
