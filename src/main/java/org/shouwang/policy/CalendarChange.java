package org.shouwang.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a list of days differs from what is stored of its year: by the number of days. */
@Schema(name = "CalendarChange")
record CalendarChange(
        @Schema(description = "Days that were not named before")
        int added,

        @Schema(description = "Days that are named otherwise")
        int changed,

        @Schema(description = "Days that are named no more") int removed) {

    static CalendarChange between(List<CalendarDay> stored, List<CalendarDay> sent) {
        Map<LocalDate, CalendarDay> before =
                stored.stream().collect(Collectors.toMap(CalendarDay::day, Function.identity()));
        long known = sent.stream().filter(day -> before.containsKey(day.day())).count();
        long changed = sent.stream()
                .filter(day -> before.containsKey(day.day()))
                .filter(day -> !Objects.equals(before.get(day.day()), day))
                .count();
        return new CalendarChange((int) (sent.size() - known), (int) changed, (int) (stored.size() - known));
    }

    boolean isNone() {
        return added + changed + removed == 0;
    }
}
