package org.shouwang.protection.directory;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shouwang.platform.problem.Violation;

/** When somebody is there: from and to on one weekday, as HH:MM of the local time. What passes midnight is two of them. */
@Schema(
        name = "ResourceHours",
        description = "服务时间: from and to on one weekday, as HH:MM of the local time; a day ends at 24:00")
record ServiceHours(
        @NotNull DayOfWeek weekday,

        @NotNull @Pattern(regexp = TIME) @Schema(examples = "08:30")
        String from,

        @NotNull @Pattern(regexp = TIME + "|24:00") @Schema(examples = "17:30")
        String to) {

    static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    /** Whether both hold at one moment. Times of this shape sort as text. */
    boolean overlaps(ServiceHours other) {
        return weekday == other.weekday && from.compareTo(other.to) < 0 && other.from.compareTo(to) < 0;
    }

    static List<Violation> check(List<ServiceHours> hours) {
        List<Violation> found = new ArrayList<>();
        for (int i = 0; i < hours.size(); i++) {
            ServiceHours some = hours.get(i);
            if (some.from.compareTo(some.to) >= 0) {
                found.add(Violation.of("hours[" + i + "].to", "resource-hours-end"));
            } else if (hours.subList(0, i).stream().anyMatch(some::overlaps)) {
                found.add(Violation.of("hours[" + i + "]", "resource-hours-overlap"));
            }
        }
        return found;
    }

    /** As the column holds them. */
    static JsonArray json(List<ServiceHours> hours) {
        JsonArray column = new JsonArray();
        hours.forEach(some -> column.add(new JsonObject()
                .put("weekday", some.weekday.name())
                .put("from", some.from)
                .put("to", some.to)));
        return column;
    }

    static List<ServiceHours> of(JsonArray column) {
        return IntStream.range(0, column.size())
                .mapToObj(column::getJsonObject)
                .map(some -> new ServiceHours(
                        DayOfWeek.valueOf(some.getString("weekday")), some.getString("from"), some.getString("to")))
                .toList();
    }
}
