package org.shouwang.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.staff.AreasAbove;
import org.shouwang.staff.AreasAbove.Extent;

/**
 * Which days are working days where: the national days, and over them those of the nearest area above that has some in the year
 * (民族自治地方).
 *
 * @param national made once, since nearly every place asks for it
 */
record StandingCalendars(AreasAbove tree, List<CalendarDay> nationalDays, WorkCalendar national, List<OfArea> areas) {

    /** Nothing is known: Monday to Friday. */
    static final StandingCalendars NONE = of(AreasAbove.BY_CODES, List.of());

    /** The days that one area adds. */
    record OfArea(Extent area, List<CalendarDay> days) {}

    /**
     * A day as it is stored.
     *
     * @param area null for a national one
     */
    record Stored(@Nullable Extent area, CalendarDay day) {}

    /** A day as it holds at a place. */
    record Dated(CalendarDay day, Optional<AreaCode> area) {}

    static StandingCalendars of(AreasAbove tree, Collection<Stored> days) {
        Map<Extent, List<CalendarDay>> own = new HashMap<>();
        days.forEach(stored -> {
            if (stored.area() != null) {
                own.computeIfAbsent(stored.area(), first -> new ArrayList<>()).add(stored.day());
            }
        });
        List<CalendarDay> national = days.stream()
                .filter(stored -> stored.area() == null)
                .map(Stored::day)
                .toList();
        return new StandingCalendars(
                tree,
                national,
                calendar(national.stream()
                        .collect(Collectors.toMap(CalendarDay::day, day -> new Dated(day, Optional.empty())))),
                own.entrySet().stream()
                        .map(area -> new OfArea(area.getKey(), List.copyOf(area.getValue())))
                        .toList());
    }

    /** The working days of a place, as areas stand on a day. */
    WorkCalendar at(AreaCode place, LocalDate today) {
        return areas.isEmpty() ? national : at(tree.above(place, today, areas, OfArea::area));
    }

    private WorkCalendar at(List<OfArea> above) {
        return above.isEmpty() ? national : calendar(dated(above));
    }

    /** The named days of a year; without a place those of the whole country. */
    List<Dated> days(int year, Optional<AreaCode> place, LocalDate today) {
        List<OfArea> above =
                place.map(code -> tree.above(code, today, areas, OfArea::area)).orElse(List.of());
        return dated(above).values().stream()
                .filter(dated -> dated.day().day().getYear() == year)
                .toList();
    }

    /** Whether the holiday notice of a year is known. */
    boolean isKnown(int year) {
        return nationalDays.stream().anyMatch(day -> day.day().getYear() == year);
    }

    private Map<LocalDate, Dated> dated(List<OfArea> above) {
        Map<LocalDate, Dated> dated = new TreeMap<>();
        nationalDays.forEach(day -> dated.put(day.day(), new Dated(day, Optional.empty())));
        Set<Integer> years = new HashSet<>();
        for (OfArea nearest : above) {
            List<CalendarDay> added = nearest.days().stream()
                    .filter(day -> !years.contains(day.day().getYear()))
                    .toList();
            added.forEach(day -> dated.put(
                    day.day(), new Dated(day, Optional.of(nearest.area().code()))));
            added.forEach(day -> years.add(day.day().getYear()));
        }
        return dated;
    }

    private static WorkCalendar calendar(Map<LocalDate, Dated> days) {
        return new WorkCalendar(days.values().stream()
                .map(Dated::day)
                .collect(Collectors.toUnmodifiableMap(CalendarDay::day, CalendarDay::working)));
    }
}
