package org.shouwang.monitoring.catalogue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** What counts for an area: of the nearest area that asks something of an indicator the plan that was decided last, else the national one. */
@Singleton
public class StandingTargets {

    private final TargetRows rows;

    StandingTargets(TargetRows rows) {
        this.rows = rows;
    }

    /** What was decided for an area, by indicator. */
    public record Decided(Map<String, Target> byIndicator) {

        /** What counts of an indicator. */
        public Target of(Indicator indicator) {
            return byIndicator.getOrDefault(indicator.code(), indicator.target());
        }
    }

    /**
     * What was decided for an area by itself or by those above it.
     *
     * @param indicator the only one that is asked for; null for all
     */
    public Uni<Decided> of(SqlClient client, AreaCode area, @Nullable String indicator) {
        return rows.of(client, TargetPlaces.upFrom(area), indicator, null, false)
                .map(StandingTargets::decided);
    }

    static Decided decided(List<LocalTarget> standing) {
        return new Decided(standing.stream()
                .collect(Collectors.groupingBy(
                        LocalTarget::indicatorCode,
                        Collectors.collectingAndThen(Collectors.toList(), StandingTargets::counting))));
    }

    /** The last year of the plan is the target, the years before are on the way to it. */
    private static Target counting(List<LocalTarget> ofIndicator) {
        AreaCode nearest = ofIndicator.stream()
                .map(LocalTarget::area)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        LocalTarget latest = ofIndicator.stream()
                .filter(one -> one.area().equals(nearest))
                .max(Comparator.comparing(LocalTarget::decidedAt).thenComparing(LocalTarget::id))
                .orElseThrow();
        List<Target> plan = ofIndicator.stream()
                .filter(one -> one.area().equals(nearest)
                        && one.target().plan().equals(latest.target().plan()))
                .map(LocalTarget::target)
                .sorted(Comparator.comparingInt(Target::year))
                .toList();
        Target last = plan.get(plan.size() - 1);
        return last.over(plan.stream()
                .filter(one -> one.year() < last.year() && one.operator() == last.operator())
                .flatMap(one -> one.milestone().stream())
                .toList());
    }
}
