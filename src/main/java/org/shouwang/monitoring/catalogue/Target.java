package org.shouwang.monitoring.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/**
 * What a plan asks of an indicator (目标值). Those of several levels, plans and years stand side by side.
 *
 * @param area whose plan it is; null for the national one
 * @param value in the unit of the indicator, or in per cent for {@link TargetOperator#CHANGE_PCT}
 * @param upper of a band
 * @param soft 原则上: asked for in principle
 * @param milestones on the way, by year
 * @param baseline where the way begins: the value of the round before, for example
 */
public record Target(
        TargetLevel level,
        @Nullable AreaCode area,
        String plan,
        int year,
        @Nullable LocalDate dueOn,
        TargetOperator operator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal upper,
        boolean soft,
        List<Milestone> milestones,
        @Nullable Milestone baseline) {

    public Target {
        milestones = List.copyOf(milestones);
    }
}
