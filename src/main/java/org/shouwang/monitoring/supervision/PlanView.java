package org.shouwang.monitoring.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Answers;

@Schema(name = "RectificationPlan", description = "How a unit puts right what a letter asks for (靶向整改方案)")
record PlanView(
        UUID id,
        int version,
        UUID letterId,
        AreaCode areaCode,
        UUID unitId,
        String unitName,
        String indicatorCode,
        PlanStatus status,

        @Schema(description = "备案") @Nullable LocalDate filedOn,

        @Nullable String returnReason,
        @Nullable LocalDate doneOn,
        @Nullable LocalDate verifiedOn,

        @Schema(description = "Only of a single plan") @Nullable
        List<Item> items,

        @Schema(description = "All that was done, the earliest first; only of a single plan") @Nullable
        List<SupervisionActView> history)
        implements Answers.Versioned {

    static PlanView of(Plan plan) {
        return of(plan, null, null);
    }

    static PlanView of(Plan plan, @Nullable List<Item> items, @Nullable List<SupervisionActView> history) {
        return new PlanView(
                plan.id(),
                plan.version(),
                plan.letterId(),
                plan.area(),
                plan.unitId(),
                plan.unitName(),
                plan.indicatorCode(),
                plan.status(),
                plan.filedOn(),
                plan.returnReason(),
                plan.doneOn(),
                plan.verifiedOn(),
                items,
                history);
    }
}
