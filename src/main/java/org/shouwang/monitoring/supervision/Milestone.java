package org.shouwang.monitoring.supervision;

import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "RectificationMilestone", description = "What is to be reached by a day, and what was")
record Milestone(
        int itemNo,
        int no,
        LocalDate dueOn,
        BigDecimal target,
        String unit,

        @Nullable LocalDate reportedOn,

        @Schema(description = "What was reached") @Nullable BigDecimal figure) {

    static Milestone of(Row row) {
        return new Milestone(
                row.getInteger("item_no"),
                row.getInteger("no"),
                row.getLocalDate("due_on"),
                row.getBigDecimal("target"),
                row.getString("unit"),
                row.getLocalDate("reported_on"),
                row.getBigDecimal("figure"));
    }
}
