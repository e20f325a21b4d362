package org.shouwang.monitoring.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

@Schema(name = "IndicatorTarget", description = "What a plan asks of an indicator (目标值)")
record TargetView(
        TargetLevel level,

        @Schema(description = "Whose plan it is; absent for the national one") @Nullable
        AreaCode areaCode,

        String plan,
        int year,
        @Nullable LocalDate dueOn,
        TargetOperator operator,

        @Schema(description = "In the unit of the indicator; in per cent against the baseline for CHANGE_PCT") @Nullable
        BigDecimal value,

        @Schema(description = "Upper bound of a band") @Nullable
        BigDecimal upper,

        @Schema(description = "原则上: asked for in principle, so that no red card follows")
        boolean soft,

        List<Milestone> milestones,

        @Schema(description = "Where the way to it begins") @Nullable
        Milestone baseline) {

    static TargetView of(Target target) {
        return new TargetView(
                target.level(),
                target.area(),
                target.plan(),
                target.year(),
                target.dueOn(),
                target.operator(),
                target.value(),
                target.upper(),
                target.soft(),
                target.milestones(),
                target.baseline());
    }
}
