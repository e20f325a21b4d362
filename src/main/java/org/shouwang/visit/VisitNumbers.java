package org.shouwang.visit;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many visits to children were made in a period. */
@Schema(
        name = "VisitNumbers",
        description = "Visits (次), not children, that began on the days of the period and named at least one child."
                + " A visit counts where its household belongs now. A visit that was returned for correction counts")
public record VisitNumbers(
        @Schema(description = "Home visits, also those at which nobody was met; the three below add up to it")
        long home,

        @Schema(description = "Home visits at which at least one child was met")
        long homeMetChild,

        @Schema(description = "Home visits at which the caregiver was met and no child")
        long homeMetCaregiverOnly,

        @Schema(description = "Attempts: home visits at which nobody was at home, or they refused, or had moved away")
        long homeMetNobody,

        @Schema(description = "By telephone; these and the following are no home visits")
        long phone,

        long video,
        long school,
        long activity,

        @Schema(description = "A talk in the village, away from the home")
        long meeting) {

    public static final VisitNumbers NONE = new VisitNumbers(0, 0, 0, 0, 0, 0, 0, 0, 0);

    static VisitNumbers of(Row row) {
        return new VisitNumbers(
                row.getLong("home"),
                row.getLong("home_met_child"),
                row.getLong("home_met_caregiver"),
                row.getLong("home_met_nobody"),
                row.getLong("phone"),
                row.getLong("video"),
                row.getLong("school"),
                row.getLong("activity"),
                row.getLong("meeting"));
    }

    public VisitNumbers plus(VisitNumbers other) {
        return new VisitNumbers(
                home + other.home,
                homeMetChild + other.homeMetChild,
                homeMetCaregiverOnly + other.homeMetCaregiverOnly,
                homeMetNobody + other.homeMetNobody,
                phone + other.phone,
                video + other.video,
                school + other.school,
                activity + other.activity,
                meeting + other.meeting);
    }
}
