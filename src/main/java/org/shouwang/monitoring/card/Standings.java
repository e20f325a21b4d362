package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.monitoring.catalogue.Catalogue;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.collection.CollectionPeriod;
import org.shouwang.platform.AreaCode;

/** Judges where indicators stand in places: a bounded number of statements, however many indicators and places there are. */
@Singleton
public class Standings {

    private final Dossiers dossiers;

    Standings(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    /**
     * All indicators of a place, and those for which units lead in other places.
     *
     * @param leads in the place and elsewhere
     */
    public Uni<List<Standing>> of(
            SqlClient client,
            CollectionPeriod period,
            AreaCode area,
            Catalogue catalogue,
            Collection<Responsibility> leads) {
        Map<AreaCode, List<Responsibility>> byPlace = new HashMap<>(Map.of(area, new ArrayList<>()));
        leads.forEach(line ->
                byPlace.computeIfAbsent(line.area(), place -> new ArrayList<>()).add(line));
        return dossiers.of(client, period, byPlace.keySet(), null).map(found -> {
            List<Standing> all = new ArrayList<>();
            byPlace.forEach((place, lines) -> {
                Dossier dossier = Objects.requireNonNull(found.get(place));
                all.addAll(
                        place.equals(area) ? ofPlace(dossier, catalogue, lines) : ofLines(dossier, catalogue, lines));
            });
            return all;
        });
    }

    private static List<Standing> ofPlace(Dossier dossier, Catalogue catalogue, List<Responsibility> leads) {
        Map<String, Responsibility> byIndicator = new HashMap<>();
        leads.forEach(line -> byIndicator.put(line.indicatorCode(), line));
        CardJudge judge = new CardJudge(dossier.rules());
        return catalogue.indicators().stream()
                .map(indicator -> standing(indicator, byIndicator.get(indicator.code()), dossier, judge))
                .toList();
    }

    private static List<Standing> ofLines(Dossier dossier, Catalogue catalogue, List<Responsibility> leads) {
        CardJudge judge = new CardJudge(dossier.rules());
        return leads.stream()
                .flatMap(line -> catalogue.find(line.indicatorCode()).stream()
                        .map(indicator -> standing(indicator, line, dossier, judge)))
                .toList();
    }

    private static Standing standing(
            Indicator indicator, @Nullable Responsibility line, Dossier dossier, CardJudge judge) {
        Evidence evidence = dossier.evidence(indicator, line);
        Optional<BigDecimal> value = Optional.ofNullable(evidence.compared());
        Optional<YearTarget> target = evidence.year();
        Series series = dossier.series(indicator);
        BigDecimal before = series.before(one -> SmallNumber.is(indicator, one));
        return new Standing(
                indicator,
                line,
                judge.status(evidence),
                series.now(),
                evidence.compared(),
                evidence.small(),
                target.map(YearTarget::text).orElse(null),
                value.flatMap(reached -> target.flatMap(one -> one.gap(reached)))
                        .orElse(null),
                value.flatMap(reached -> target.flatMap(one ->
                                one.progress(dossier.targets().of(indicator).baseline(), reached)))
                        .orElse(null),
                evidence.worseInARow(),
                before,
                isWorsening(indicator, evidence, before, dossier));
    }

    /** Of quarters as the rules see them, of years by the value alone; a few cases say nothing. */
    private static boolean isWorsening(
            Indicator indicator, Evidence evidence, @Nullable BigDecimal before, Dossier dossier) {
        if (dossier.quarter() != null) {
            return evidence.worseInARow() > 0;
        }
        BigDecimal value = evidence.compared();
        return value != null
                && before != null
                && !evidence.small()
                && indicator.direction().isWorse(value, before);
    }
}
