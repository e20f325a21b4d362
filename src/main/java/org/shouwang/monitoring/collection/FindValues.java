package org.shouwang.monitoring.collection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.collection.FoundValues.Owed;
import org.shouwang.monitoring.collection.FoundValues.Wanted;
import org.shouwang.monitoring.unit.Units;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Periods and values as somebody sees them: offices those of their areas, a liaison those of the own unit. */
@Singleton
class FindValues {

    private final Catalogues catalogues;
    private final Units units;
    private final PeriodRows periods;
    private final ValueRows rows;
    private final FoundValues found;
    private final ValueLedger ledger;
    private final Pool pool;
    private final Clock clock;

    FindValues(
            Catalogues catalogues,
            Units units,
            PeriodRows periods,
            ValueRows rows,
            FoundValues found,
            ValueLedger ledger,
            Pool pool,
            Clock clock) {
        this.catalogues = catalogues;
        this.units = units;
        this.periods = periods;
        this.rows = rows;
        this.found = found;
        this.ledger = ledger;
        this.pool = pool;
        this.clock = clock;
    }

    /** Of this year where none is named. */
    Uni<Result<List<PeriodView>>> periods(@Nullable Integer year, @Nullable AreaCode area, Caller caller) {
        int asked = year == null ? LocalDays.today(clock).getYear() : year;
        return units.sight(caller)
                .chain(seen -> seen.thenDo(sight -> periods.list(pool, sight, asked, area == null ? null : area.value())
                        .map(all -> all.stream().map(PeriodView::of).toList())));
    }

    /** What is owed in a period; refused with 404 where the period is nobody's whom the caller speaks for. */
    Uni<Result<Page<OwedView>>> owed(UUID id, PageQuery page, Caller caller) {
        Optional<Cursor> after = page.after(3);
        return units.sight(caller)
                .chain(seen -> seen.then(
                        sight -> periods.find(pool, id).chain(period -> period.filter(one -> one.isSeen(sight))
                                .map(one -> found.owed(
                                                one,
                                                one.due(catalogues.on(LocalDays.today(clock))),
                                                sight,
                                                after,
                                                page.limit() + 1)
                                        .map(owed -> Result.ok(page(owed, one, page))))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))))));
    }

    private Page<OwedView> page(List<Owed> owed, CollectionPeriod period, PageQuery page) {
        LocalDate today = LocalDays.today(clock);
        List<OwedView> views = owed.stream()
                .map(one -> new OwedView(
                        one.line().id(),
                        one.line().indicatorCode(),
                        one.line().area(),
                        one.line().unitId(),
                        one.line().unitName(),
                        one.status(),
                        one.valueId(),
                        period.dueOn(),
                        Math.max(0, ChronoUnit.DAYS.between(period.dueOn(), today))))
                .toList();
        return Page.of(
                views, page.limit(), last -> Cursor.of(last.areaCode(), last.indicatorCode(), last.responsibilityId()));
    }

    /** One value with all that was done to it. */
    Uni<Result<ValueView>> one(UUID id, Caller caller) {
        return units.sight(caller)
                .chain(seen -> seen.then(sight -> rows.find(pool, id)
                        .chain(value -> value.filter(one -> sight.reaches(one.area(), one.unitId()))
                                .map(one -> ledger.of(pool, one, caller)
                                        .map(history -> Result.ok(ValueView.of(one, history, caller))))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))))));
    }

    Uni<Result<Page<ValueView>>> list(Wanted wanted, PageQuery page, Caller caller) {
        Optional<Cursor> after = page.after(3);
        return units.sight(caller)
                .chain(seen -> seen.thenDo(sight -> found.list(sight, wanted, after, page.limit() + 1)
                        .map(values -> values.stream()
                                .map(value -> ValueView.of(value, null, caller))
                                .toList())
                        .map(values -> Page.of(
                                values,
                                page.limit(),
                                last -> Cursor.of(last.areaCode(), last.indicatorCode(), last.id())))));
    }
}
