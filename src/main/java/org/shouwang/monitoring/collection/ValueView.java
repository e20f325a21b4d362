package org.shouwang.monitoring.collection;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.http.Answers;

@Schema(name = "IndicatorValue", description = "What a unit reported of an indicator for a period (指标值)")
record ValueView(
        UUID id,
        int version,
        UUID periodId,
        UUID responsibilityId,

        @Schema(description = "Where the indicator is measured")
        AreaCode areaCode,

        UUID unitId,
        String unitName,
        String indicatorCode,
        String catalogueVersion,
        ValueStatus status,

        @Schema(description = "Raised by each set of figures")
        int valueVersion,

        FiguresView figures,

        @Schema(
                description =
                        "Numerator ÷ denominator × factor, a half rounded up; absent where the denominator is nought")
        @Nullable
        BigDecimal value,

        @Schema(description = "SYSTEM: counted by the system, until the unit confirms it by reporting it again")
        MadeBy madeBy,

        Instant submittedAt,

        @Schema(description = "Why it was given back, while it is with the unit") @Nullable
        String returnReason,

        @Schema(description = "All that was done, the earliest first; only of a single value") @Nullable
        List<ValueActView> history)
        implements Answers.Versioned {

    static ValueView of(IndicatorValue stored, @Nullable List<ValueActView> history, Caller caller) {
        return new ValueView(
                stored.id(),
                stored.version(),
                stored.periodId(),
                stored.responsibilityId(),
                stored.area(),
                stored.unitId(),
                stored.unitName(),
                stored.indicatorCode(),
                stored.catalogueVersion(),
                stored.status(),
                stored.valueVersion(),
                FiguresView.of(stored.figures(), stored.area(), caller),
                stored.value(),
                stored.madeBy(),
                stored.submittedAt(),
                stored.returnReason(),
                history);
    }

    @Override
    public String toString() {
        return "***";
    }
}
