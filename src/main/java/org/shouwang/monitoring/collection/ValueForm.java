package org.shouwang.monitoring.collection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A value as the liaison of the unit that leads reports it. */
@Schema(name = "IndicatorValueForm")
record ValueForm(
        @NotNull UUID periodId,

        @NotNull @Schema(description = "The line of the book under which the unit leads for the indicator")
        UUID responsibilityId,

        @NotNull @Valid Figures figures) {}
