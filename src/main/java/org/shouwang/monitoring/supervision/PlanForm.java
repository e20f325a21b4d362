package org.shouwang.monitoring.supervision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A plan as the unit writes it. */
@Schema(name = "RectificationPlanForm")
record PlanForm(
        @NotNull @Schema(description = "The letter that it follows")
        UUID letterId,

        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid ItemForm> items) {}
