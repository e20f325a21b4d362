package org.shouwang.policy;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** What became of a list of days. */
@Schema(name = "CalendarImportReport")
record CalendarReport(
        int year,

        @Schema(description = "Absent for the whole country") @Nullable
        AreaCode areaCode,

        @Schema(description = "Whether the year was replaced; not where it was a preview or already so")
        boolean stored,

        CalendarChange change,

        @Schema(description = "Heads of columns that were not read")
        List<String> ignoredColumns) {

    static CalendarReport of(
            int year, @Nullable AreaCode area, boolean preview, CalendarChange change, CalendarFile list) {
        return new CalendarReport(year, area, !preview && !change.isNone(), change, list.ignoredColumns());
    }
}
