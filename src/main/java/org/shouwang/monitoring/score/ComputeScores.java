package org.shouwang.monitoring.score;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.area.Areas.Place;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.monitoring.breakdown.ResponsibilityRows;
import org.shouwang.monitoring.card.YearResults;
import org.shouwang.monitoring.card.YearResults.Outcome;
import org.shouwang.monitoring.card.YearResults.YearResult;
import org.shouwang.monitoring.catalogue.Catalogue;
import org.shouwang.monitoring.collection.ReportedValues;
import org.shouwang.monitoring.collection.ReportedValues.Report;
import org.shouwang.monitoring.supervision.SupervisedUnits;
import org.shouwang.monitoring.supervision.SupervisedUnits.Supervised;
import org.shouwang.platform.LocalDays;

/** Computes what the units of a county got for a year: five statements however many units there are. */
@Singleton
class ComputeScores {

    private final ResponsibilityRows lines;
    private final YearResults results;
    private final ReportedValues reports;
    private final SupervisedUnits supervised;
    private final Clock clock;

    ComputeScores(
            ResponsibilityRows lines,
            YearResults results,
            ReportedValues reports,
            SupervisedUnits supervised,
            Clock clock) {
        this.lines = lines;
        this.results = results;
        this.reports = reports;
        this.supervised = supervised;
        this.clock = clock;
    }

    /**
     * The units with what they got, and the results that count.
     *
     * @param scored every unit of the book of the year, in no order
     */
    record Computed(Map<UUID, Scored> scored, List<YearResult> results) {

        Computed {
            scored = Map.copyOf(scored);
            results = List.copyOf(results);
        }
    }

    Uni<Computed> of(SqlClient client, Place county, int year, ScoreModel model, Catalogue catalogue) {
        LocalDate today = LocalDays.today(clock);
        return lines.ofYear(client, county.code().range(county.level()), year).chain(book -> {
            List<Responsibility> leads =
                    book.stream().filter(Responsibility::isLead).toList();
            return results.of(client, county.code(), year, catalogue, leads)
                    .chain(found -> reports.ofYear(client, county.code(), year, catalogue)
                            .chain(reported -> supervised
                                    .ofYear(client, county.code(), year, today)
                                    .map(cards -> computed(book, found, reported, cards, new Scoring(model), today))));
        });
    }

    private static Computed computed(
            List<Responsibility> book,
            List<YearResult> found,
            List<Report> reported,
            List<Supervised> cards,
            Scoring scoring,
            LocalDate today) {
        List<YearResult> counting = counting(found, reported, today);
        Counts counts = new Counts();
        counting.forEach(one ->
                counts.add(one.line().unitId(), ScoreGrade.valueOf(one.outcome().name())));
        reported.forEach(one -> Grades.of(one, today).forEach(grade -> counts.add(one.unitId(), grade)));
        cards.forEach(one -> Grades.of(one).forEach((grade, count) -> counts.add(one.unitId(), grade, count)));
        Set<UUID> units = Stream.concat(
                        book.stream().map(Responsibility::unitId),
                        cards.stream().map(Supervised::unitId))
                .collect(Collectors.toCollection(HashSet::new));
        Map<UUID, Scored> scored = new LinkedHashMap<>();
        units.forEach(unit -> scored.put(unit, scoring.of(counts.of(unit))));
        return new Computed(scored, counting);
    }

    /** A unit misses no value for which nobody has asked yet. */
    private static List<YearResult> counting(List<YearResult> found, List<Report> reported, LocalDate today) {
        Set<UUID> asked = reported.stream()
                .filter(one -> one.dueOn().isBefore(today))
                .map(Report::responsibilityId)
                .collect(Collectors.toSet());
        return found.stream()
                .filter(one -> one.outcome() != Outcome.NO_DATA
                        || asked.contains(one.line().id()))
                .toList();
    }
}
