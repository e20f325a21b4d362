package org.shouwang.activity;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many activities were held in a period. */
@Schema(
        name = "ActivitiesHeld",
        description =
                "Activities that started on the days of the period. How many different children came is not added up"
                        + " over areas: see `/activities/statistics`")
public record ActivityNumbers(
        @Schema(description = "场次: activities that were held")
        long sessions,

        @Schema(description = "人次: children counted at each session; who came twice counts twice")
        long childPersonTimes,

        @Schema(description = "场次: those of the sessions that have an attendance list")
        long sessionsWithAttendance) {

    public static final ActivityNumbers NONE = new ActivityNumbers(0, 0, 0);

    static ActivityNumbers of(Row row) {
        return new ActivityNumbers(
                row.getLong("sessions"), row.getLong("child_person_times"), row.getLong("sessions_with_attendance"));
    }

    public ActivityNumbers plus(ActivityNumbers other) {
        return new ActivityNumbers(
                sessions + other.sessions,
                childPersonTimes + other.childPersonTimes,
                sessionsWithAttendance + other.sessionsWithAttendance);
    }
}
