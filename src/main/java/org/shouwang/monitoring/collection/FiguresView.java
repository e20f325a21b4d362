package org.shouwang.monitoring.collection;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Right;

@Schema(name = "ReportedFigures", description = "What a unit reported of an indicator")
record FiguresView(
        BigDecimal numerator,
        @Nullable BigDecimal denominator,
        boolean provisional,
        String source,
        @Nullable String estimateMethod,
        @Nullable String evidence,
        @Nullable List<UUID> evidenceFileIds,

        @Schema(description = "Who stands for them; only for who reaches class P") @Nullable
        String attestedBy) {

    /** As somebody sees them to whom the value is there. */
    static FiguresView of(Figures figures, AreaCode area, Caller caller) {
        boolean named = caller.sees(Right.MONITORING_READ, FieldClass.P, area)
                || caller.posts().stream().anyMatch(post -> post.reaches(Right.UNIT_REPORT_READ, FieldClass.P));
        return new FiguresView(
                figures.numerator(),
                figures.denominator(),
                figures.provisional(),
                figures.source(),
                figures.estimateMethod(),
                figures.evidence(),
                figures.evidenceFileIds(),
                named ? figures.attestedBy() : null);
    }

    @Override
    public String toString() {
        return "***";
    }
}
