package org.shouwang.monitoring.collection;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

@Schema(name = "OwedIndicatorValue", description = "A value that a unit has still to report for a period")
record OwedView(
        UUID responsibilityId,
        String indicatorCode,
        AreaCode areaCode,
        UUID unitId,
        String unitName,

        @Schema(description = "OPEN: nobody has reported it; RETURNED: it is with the unit again")
        ValueStatus status,

        @Schema(description = "Of the one that was returned, or that the system made for the unit to confirm") @Nullable
        UUID valueId,

        LocalDate dueOn,

        @Schema(description = "Days after the due day; 0 until then")
        long daysLate) {}
