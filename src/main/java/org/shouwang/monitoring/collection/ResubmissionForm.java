package org.shouwang.monitoring.collection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Other figures for a value that was returned. */
@Schema(name = "IndicatorValueResubmissionForm")
record ResubmissionForm(
        @NotNull @Schema(description = "Made by the client, once")
        UUID id,

        @NotNull @Valid Figures figures) {}
