package org.shouwang.activity;

import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.task.campaign.ThemeCode;

@Schema(
        name = "ActivityStatistics",
        description =
                "Numbers of the activities that started on the days asked for. Sessions, person-times and persons are"
                        + " three different numbers, and are never added up")
record ActivityStatisticsView(Numbers total, List<Theme> byTheme) {

    @Schema(name = "ActivityNumbers")
    record Numbers(
            @Schema(description = "场次: activities that were held")
            long sessions,

            @Schema(description = "人次: heads counted at each session; who came twice counts twice")
            PersonTimes personTimes,

            @Schema(
                    description = "人数: different registered children on the attendance lists, each once. Not how many"
                            + " children came: a list is optional and names registered children only")
            long distinctRegisteredChildren,

            @Schema(description = "场次: those of the sessions that have an attendance list")
            long sessionsWithAttendance) {

        static Numbers of(Row row) {
            return new Numbers(
                    row.getLong("sessions"),
                    PersonTimes.of(row),
                    row.getLong("distinct_children"),
                    row.getLong("sessions_with_attendance"));
        }
    }

    /** The parts of the children overlap, and a mother counts as a parent and as a woman: there is no sum. */
    @Schema(name = "PersonTimes")
    record PersonTimes(
            long children,
            long boys,
            long girls,
            long leftBehind,
            long difficult,
            long migrant,
            long disabled,
            long parents,
            long women,
            long volunteers) {

        static PersonTimes of(Row row) {
            return new PersonTimes(
                    row.getLong("children"),
                    row.getLong("boys"),
                    row.getLong("girls"),
                    row.getLong("left_behind"),
                    row.getLong("difficult"),
                    row.getLong("migrant"),
                    row.getLong("disabled"),
                    row.getLong("parents"),
                    row.getLong("women"),
                    row.getLong("volunteers"));
        }
    }

    @Schema(name = "ThemeNumbers")
    record Theme(ThemeCode themeCode, Numbers numbers) {}

    /** From a row without a theme, which is the total, and one for each theme. */
    static ActivityStatisticsView of(List<Row> rows) {
        Row total =
                rows.stream().filter(row -> theme(row).isEmpty()).findFirst().orElseThrow();
        List<Theme> themes = rows.stream()
                .flatMap(row -> theme(row).stream().map(theme -> new Theme(theme, Numbers.of(row))))
                .toList();
        return new ActivityStatisticsView(Numbers.of(total), themes);
    }

    private static Optional<ThemeCode> theme(Row row) {
        return Optional.ofNullable((@Nullable String) row.getString("theme_code"))
                .map(ThemeCode::valueOf);
    }
}
