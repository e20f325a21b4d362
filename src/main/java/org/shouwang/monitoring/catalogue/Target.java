package org.shouwang.monitoring.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** The same, with more milestones on the way to it. */
    Target over(List<Milestone> more) {
        return new Target(
                level,
                area,
                plan,
                year,
                dueOn,
                operator,
                value,
                upper,
                soft,
                Stream.concat(milestones.stream(), more.stream()).toList(),
                baseline);
    }

    /** It as a milestone on the way to a later one; none without a number. */
    Optional<Milestone> milestone() {
        return Optional.ofNullable(value).map(number -> new Milestone(year, number));
    }
}
