package org.shouwang.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.platform.AreaCode;
import org.shouwang.staff.AreasAbove;
import org.shouwang.staff.AreasAbove.Extent;

/** Which version holds where and when: that of the nearest area above that has one in force on the day. */
record StandingPolicies(AreasAbove tree, List<OfArea> areas) {

    /** Nobody has decided anything. */
    static final StandingPolicies NONE = new StandingPolicies(AreasAbove.BY_CODES, List.of());

    StandingPolicies {
        areas = List.copyOf(areas);
    }

    /**
     * What one area has decided.
     *
     * @param standing by the first day, without what was withdrawn
     * @param all with it
     */
    record OfArea(Extent area, NavigableMap<LocalDate, PolicyVersion> standing, List<PolicyVersion> all) {

        private static OfArea of(List<PolicyVersion> versions) {
            NavigableMap<LocalDate, PolicyVersion> standing = new TreeMap<>();
            versions.stream()
                    .filter(version -> !version.isWithdrawn())
                    .forEach(version -> standing.put(version.validFrom(), version));
            return new OfArea(versions.get(0).area(), standing, List.copyOf(versions));
        }

        private Optional<PolicyVersion> on(LocalDate day) {
            return Optional.ofNullable(standing.floorEntry(day)).map(Map.Entry::getValue);
        }
    }

    static StandingPolicies of(AreasAbove tree, Collection<PolicyVersion> versions) {
        return new StandingPolicies(
                tree,
                versions.stream()
                        .collect(Collectors.groupingBy(version -> version.area().code()))
                        .values()
                        .stream()
                        .map(OfArea::of)
                        .toList());
    }

    /** The version in force at a place; empty where the standard holds. */
    Optional<PolicyVersion> inForce(AreaCode place, LocalDate day) {
        return above(place, day).stream().flatMap(area -> area.on(day).stream()).findFirst();
    }

    /** The version that takes over there next. */
    Optional<PolicyVersion> next(AreaCode place, LocalDate today) {
        Optional<PolicyVersion> now = inForce(place, today);
        return above(place, today).stream()
                .flatMap(area -> area.standing().tailMap(today, false).keySet().stream())
                .sorted()
                .map(day -> inForce(place, day))
                .filter(then -> !then.equals(now))
                .findFirst()
                .flatMap(then -> then);
    }

    /** All versions of the areas above the place, withdrawn ones too, the newest first. */
    List<PolicyVersion> history(AreaCode place, LocalDate today) {
        return above(place, today).stream()
                .distinct()
                .flatMap(area -> area.all().stream())
                .sorted(Comparator.comparing(PolicyVersion::validFrom)
                        .thenComparing(PolicyVersion::createdAt)
                        .reversed())
                .toList();
    }

    /** What was recorded under an id. */
    Optional<PolicyVersion> version(UUID id) {
        return areas.stream()
                .flatMap(area -> area.all().stream())
                .filter(version -> version.id().equals(id))
                .findFirst();
    }

    private List<OfArea> above(AreaCode place, LocalDate day) {
        return tree.above(place, day, areas, OfArea::area);
    }
}
