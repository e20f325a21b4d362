package org.shouwang.monitoring.bulletin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.monitoring.breakdown.ResponsibilityRows;
import org.shouwang.monitoring.card.Standing;
import org.shouwang.monitoring.card.Standings;
import org.shouwang.monitoring.catalogue.Catalogue;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.collection.CollectionPeriod;
import org.shouwang.monitoring.collection.PeriodRows;
import org.shouwang.monitoring.collection.PeriodValues;
import org.shouwang.monitoring.collection.PeriodValues.Given;
import org.shouwang.monitoring.collection.UnitDeliveries;
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.monitoring.unit.Units;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.http.Messages;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.workbook.WorkbookFile;

/** The values of a period as a workbook: all of an office's areas, of a liaison the own unit's. */
@Singleton
class WritePeriod {

    private final Units units;
    private final PeriodRows periods;
    private final ResponsibilityRows lines;
    private final PeriodValues values;
    private final UnitDeliveries deliveries;
    private final Standings standings;
    private final Catalogues catalogues;
    private final Messages messages;
    private final Vertx vertx;
    private final Pool pool;
    private final Clock clock;

    WritePeriod(
            Units units,
            PeriodRows periods,
            ResponsibilityRows lines,
            PeriodValues values,
            UnitDeliveries deliveries,
            Standings standings,
            Catalogues catalogues,
            Messages messages,
            Vertx vertx,
            Pool pool,
            Clock clock) {
        this.units = units;
        this.periods = periods;
        this.lines = lines;
        this.values = values;
        this.deliveries = deliveries;
        this.standings = standings;
        this.catalogues = catalogues;
        this.messages = messages;
        this.vertx = vertx;
        this.pool = pool;
        this.clock = clock;
    }

    /** Refused with 404 where the period is nobody's whom the caller speaks for. */
    Uni<Result<WorkbookFile>> of(UUID id, Caller caller, Locale locale) {
        return units.sight(caller)
                .chain(seen ->
                        seen.then(sight -> periods.find(pool, id).chain(found -> found.filter(one -> one.isSeen(sight))
                                .map(period -> file(period, sight, new Words(messages, locale))
                                        .map(Result::ok))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))))));
    }

    private Uni<WorkbookFile> file(CollectionPeriod period, Sight sight, Words words) {
        Catalogue catalogue = catalogues.on(LocalDays.today(clock));
        String name = WriteBulletin.name("period", period.area(), period.year(), period.quarter());
        return lines.leadsWithin(pool, period.areas(), period.year())
                .map(leads -> leads.stream()
                        .filter(line -> sight.reaches(line.area(), line.unitId()))
                        .toList())
                .chain(leads -> values.of(pool, period.id(), sight).chain(given -> standings
                        .of(pool, period, period.area(), catalogue, leads)
                        .chain(standing -> deliveries
                                .of(pool, period, period.due(catalogue))
                                .chain(delivered -> vertx.executeBlocking(
                                        () -> WorkbookFile.of(
                                                name,
                                                new PeriodSheets(
                                                                words,
                                                                catalogues,
                                                                given,
                                                                byLine(standing),
                                                                delivered,
                                                                names(leads, given))
                                                        .all()),
                                        false)))));
    }

    private static Map<UUID, Standing> byLine(Collection<Standing> standings) {
        return standings.stream()
                .filter(one -> one.line() != null)
                .collect(Collectors.toMap(
                        one -> Objects.requireNonNull(one.line()).id(), one -> one));
    }

    private static Map<UUID, String> names(List<Responsibility> leads, List<Given> given) {
        Map<UUID, String> names = new HashMap<>();
        leads.forEach(line -> names.put(line.unitId(), line.unitName()));
        given.forEach(value -> names.put(value.unitId(), value.unitName()));
        return names;
    }
}
