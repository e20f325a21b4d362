package org.shouwang.monitoring.catalogue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** What counts for an area: of the nearest area that asks something of an indicator the plan that is binding there, else the national one. */
@Singleton
public class StandingTargets {

    private final TargetRows rows;

    StandingTargets(TargetRows rows) {
        this.rows = rows;
    }

    /** What was decided for an area, by indicator. */
    public record Decided(Map<String, Target> byIndicator, Map<String, List<Target>> rows) {

        /** What counts of an indicator. */
        public Target of(Indicator indicator) {
            return byIndicator.getOrDefault(indicator.code(), indicator.target());
        }

        /** What counts of it in a year: what the plan asks for that very year, whatever its kind, else the way to the end. */
        public Target of(Indicator indicator, int year) {
            return rows.getOrDefault(indicator.code(), List.of()).stream()
                    .filter(row -> row.year() == year)
                    .findFirst()
                    .orElseGet(() -> of(indicator));
        }
    }

    /**
     * What was decided for an area by itself or by those above it.
     *
     * @param indicator the only one that is asked for; null for all
     */
    public Uni<Decided> of(SqlClient client, AreaCode area, @Nullable String indicator) {
        return of(client, List.of(area), indicator).map(found -> Objects.requireNonNull(found.get(area)));
    }

    /** The same for several areas, in one statement however many they are. */
    public Uni<Map<AreaCode, Decided>> of(SqlClient client, Collection<AreaCode> areas, @Nullable String indicator) {
        List<AreaCode> places = areas.stream()
                .flatMap(area -> TargetPlaces.upFrom(area).stream())
                .distinct()
                .toList();
        return rows.of(client, places, indicator, null, false)
                .map(found -> areas.stream().distinct().collect(Collectors.toMap(Function.identity(), area -> {
                    List<AreaCode> up = TargetPlaces.upFrom(area);
                    return decided(found.stream()
                            .filter(one -> up.contains(one.area()))
                            .toList());
                })));
    }

    static Decided decided(List<LocalTarget> standing) {
        Map<String, List<Target>> rows = standing.stream()
                .filter(LocalTarget::binding)
                .collect(Collectors.groupingBy(
                        LocalTarget::indicatorCode,
                        Collectors.collectingAndThen(Collectors.toList(), StandingTargets::ofNearest)));
        return new Decided(
                rows.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> counting(entry.getValue()))),
                rows);
    }

    /** The rows of the plan that is binding for the nearest area, by year. */
    private static List<Target> ofNearest(List<LocalTarget> ofIndicator) {
        AreaCode nearest = ofIndicator.stream()
                .map(LocalTarget::area)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return ofIndicator.stream()
                .filter(one -> one.area().equals(nearest))
                .map(LocalTarget::target)
                .sorted(Comparator.comparingInt(Target::year))
                .toList();
    }

    /** The last year is the target, the years before of the same kind are on the way to it. */
    private static Target counting(List<Target> plan) {
        Target last = plan.get(plan.size() - 1);
        return last.over(plan.stream()
                .filter(one -> one.year() < last.year()
                        && one.operator() == last.operator()
                        && (one.operator() != TargetOperator.CHANGE_PCT
                                || Objects.equals(one.baseline(), last.baseline())))
                .flatMap(one -> one.milestone().stream())
                .toList());
    }
}
