package org.shouwang.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;

/**
 * Which areas stand above a place, for rooms whose rules are decided by area: from the place up to the innermost area that another
 * authority runs (托管), and from there on above that authority; where nothing is hosted, along the code. It is the same answer that
 * {@link PostAreas} gives from above: what stands above a place has it in its hands. An area that has ended stands where its
 * successor does. A snapshot, immutable, that asks nobody; {@link AreasAboveRows} reads it.
 */
public record AreasAbove(List<Hosting> hosted, Map<AreaCode, Merged> merged) {

    /** Nothing is hosted or merged: areas lie above each other by their codes. */
    public static final AreasAbove BY_CODES = new AreasAbove(List.of(), Map.of());

    public AreasAbove {
        hosted = List.copyOf(hosted);
        merged = Map.copyOf(merged);
    }

    /**
     * An area that another authority runs.
     *
     * @param seat the area that runs it, or the one where the organisation sits that does
     * @param zone whether a development zone runs it, which stands in no county
     * @param from the first day; null for as long as anybody remembers
     */
    public record Hosting(
            AreaRanges.Range area,
            AreaCode seat,
            boolean zone,
            @Nullable LocalDate from) {}

    /** What became of an area after its last day. */
    public record Merged(LocalDate lastDay, AreaCode successor) {}

    /**
     * An area of which something is decided.
     *
     * @param end the first code that no longer lies below it
     * @param aboveCounties whether it is a city or a province
     */
    public record Extent(AreaCode code, long end, boolean aboveCounties) {

        private boolean holds(AreaCode place) {
            return code.value() <= place.value() && place.value() < end;
        }

        private long width() {
            return end - code.value();
        }
    }

    /**
     * Those of the areas that stand above a place on a day, the place itself included, the nearest first.
     *
     * @param of what is asked about, each with its area
     */
    public <T> List<T> above(AreaCode place, LocalDate day, Collection<T> of, Function<T, Extent> extent) {
        AreaCode living = living(place, day);
        List<Hosting> running = hosted.stream()
                .filter(hosting -> hosting.from() == null || !hosting.from().isAfter(day))
                .toList();
        return above(living, running, of, extent, false);
    }

    private static <T> List<T> above(
            AreaCode place, List<Hosting> running, Collection<T> of, Function<T, Extent> extent, boolean ofZone) {
        Optional<Hosting> around = ofZone
                ? Optional.empty()
                : running.stream()
                        .filter(hosting -> holds(hosting.area(), place))
                        .min(Comparator.comparingLong(hosting -> width(hosting.area())));
        long widest = around.map(hosting -> width(hosting.area())).orElse(Long.MAX_VALUE);
        List<T> found = new ArrayList<>(of.stream()
                .filter(one -> extent.apply(one).holds(place))
                .filter(one -> extent.apply(one).width() <= widest)
                .filter(one -> !ofZone || extent.apply(one).aboveCounties())
                .sorted(Comparator.comparingLong(one -> extent.apply(one).width()))
                .toList());
        around.ifPresent(hosting -> found.addAll(above(
                hosting.seat(),
                running.stream().filter(other -> !other.equals(hosting)).toList(),
                of,
                extent,
                hosting.zone())));
        return found;
    }

    /** The area that a code stands for on a day: its successor, and whatever became of that. */
    public AreaCode living(AreaCode code, LocalDate day) {
        AreaCode living = code;
        Set<AreaCode> passed = new HashSet<>();
        Merged next = merged.get(living);
        while (next != null && next.lastDay().isBefore(day) && passed.add(living)) {
            living = next.successor();
            next = merged.get(living);
        }
        return living;
    }

    private static boolean holds(AreaRanges.Range range, AreaCode place) {
        return range.from() <= place.value() && place.value() < range.to();
    }

    private static long width(AreaRanges.Range range) {
        return range.to() - range.from();
    }
}
