package org.shouwang.monitoring.collection;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Answers;

@Schema(name = "CollectionPeriod", description = "A period for which values are collected (采集期)")
record PeriodView(
        UUID id,
        int version,
        AreaCode areaCode,
        int year,

        @Schema(description = "Absent for the year as a whole") @Nullable
        Integer quarter,

        LocalDate openOn,
        LocalDate dueOn,

        @Schema(description = "Nothing is taken any more") @Nullable
        LocalDate closedOn)
        implements Answers.Versioned {

    static PeriodView of(CollectionPeriod stored) {
        return new PeriodView(
                stored.id(),
                stored.version(),
                stored.area(),
                stored.year(),
                stored.quarter(),
                stored.openOn(),
                stored.dueOn(),
                stored.closedOn());
    }
}
