package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.monitoring.catalogue.Catalogue;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.catalogue.StandingTargets;
import org.shouwang.monitoring.catalogue.StandingTargets.Decided;
import org.shouwang.monitoring.collection.PastValue;
import org.shouwang.monitoring.collection.PublishedValues;
import org.shouwang.monitoring.collection.PublishedValues.InArea;
import org.shouwang.platform.AreaCode;

/**
 * How the indicators of a county stand at the end of a year, by what was published last of it: two statements however many lines
 * there are. What is only watched, or has no number to hold a value against, does not count.
 */
@Singleton
public class YearResults {

    /** 黄牌 and 红牌 part here (indicators.md, section 5). */
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private final StandingTargets targets;
    private final PublishedValues values;

    YearResults(StandingTargets targets, PublishedValues values) {
        this.targets = targets;
        this.values = values;
    }

    /** What became of an indicator. */
    public enum Outcome {
        REACHED,
        /** Missed by a tenth at most, or where it is asked for in principle, or of nought. */
        CLOSE,
        MISSED,
        NO_DATA
    }

    /**
     * What became of a line of the book.
     *
     * @param value as it was compared; of small numbers that of three years
     */
    public record YearResult(
            Responsibility line, Outcome outcome, @Nullable BigDecimal value, String yearTarget) {}

    /**
     * What became of lines of the book.
     *
     * @param leads lines under which units lead in the county and its townships
     */
    public Uni<List<YearResult>> of(
            SqlClient client, AreaCode county, int year, Catalogue catalogue, List<Responsibility> leads) {
        List<AreaCode> areas =
                leads.stream().map(Responsibility::area).distinct().toList();
        return targets.of(client, areas, null)
                .chain(decided -> values.ofCounty(client, county, year).map(past -> {
                    Map<AreaCode, List<PastValue>> byArea = past.stream()
                            .collect(Collectors.groupingBy(
                                    InArea::area, Collectors.mapping(InArea::value, Collectors.toList())));
                    return leads.stream()
                            .flatMap(line -> result(
                                    line,
                                    year,
                                    catalogue.find(line.indicatorCode()).orElseThrow(),
                                    Objects.requireNonNull(decided.get(line.area())),
                                    byArea.getOrDefault(line.area(), List.of()))
                                    .stream())
                            .toList();
                }));
    }

    private static Optional<YearResult> result(
            Responsibility line, int year, Indicator indicator, Decided decided, List<PastValue> past) {
        Evidence evidence = new Dossier(
                        new CardRules(List.of()), decided, past, List.of(), year, last(indicator, year, past))
                .evidence(indicator, line);
        return evidence.year().map(target -> {
            BigDecimal compared = evidence.compared();
            return new YearResult(
                    line,
                    outcome(target, evidence.soft(), compared),
                    compared == null ? null : indicator.shown(compared),
                    target.text());
        });
    }

    /** The year as a whole where that was published, else its last quarter. */
    private static @Nullable Integer last(Indicator indicator, int year, List<PastValue> past) {
        List<PastValue> ofYear = past.stream()
                .filter(one -> one.year() == year && one.indicatorCode().equals(indicator.code()))
                .toList();
        return ofYear.stream().anyMatch(one -> one.quarter() == null)
                ? null
                : ofYear.stream()
                        .map(one -> Objects.requireNonNull(one.quarter()))
                        .max(Integer::compare)
                        .orElse(null);
    }

    static Outcome outcome(YearTarget target, boolean soft, @Nullable BigDecimal compared) {
        if (compared == null) {
            return Outcome.NO_DATA;
        }
        if (target.isMet(compared)) {
            return Outcome.REACHED;
        }
        boolean near =
                target.gap(compared).map(gap -> gap.compareTo(TENTH) <= 0).orElse(true);
        return soft || near ? Outcome.CLOSE : Outcome.MISSED;
    }
}
