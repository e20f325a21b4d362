package org.shouwang.monitoring.report;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.shouwang.monitoring.collection.CollectionPeriod;
import org.shouwang.monitoring.collection.PeriodRows;
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.monitoring.unit.Units;
import org.shouwang.platform.Caller;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Reports of a period, and who still owes one: offices see those of units in their areas, a liaison that of the own unit. */
@Singleton
class FindReports {

    private static final UUID FIRST = new UUID(0, 0);

    private final Units units;
    private final PeriodRows periods;
    private final ReportRows rows;
    private final Pool pool;

    FindReports(Units units, PeriodRows periods, ReportRows rows, Pool pool) {
        this.units = units;
        this.periods = periods;
        this.rows = rows;
        this.pool = pool;
    }

    Uni<Result<Page<ReportView>>> list(UUID period, PageQuery page, Caller caller) {
        Optional<Cursor> after = page.after(1);
        return in(
                period,
                caller,
                sight -> known -> rows.list(
                                pool,
                                known,
                                sight,
                                after.map(cursor -> cursor.uuid(0)).orElse(FIRST),
                                page.limit() + 1)
                        .map(found -> Result.ok(Page.of(found, page.limit(), last -> Cursor.of(last.unitId())))));
    }

    /** One with all its documents. */
    Uni<Result<ReportView>> one(UUID period, UUID unit, Caller caller) {
        return in(
                period,
                caller,
                sight -> known -> units.find(pool, unit)
                        .map(found -> found.filter(one -> sight.reaches(one.area(), unit)))
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().item(Result.<ReportView>refused(Problem.NOT_FOUND))
                                : rows.one(pool, period, unit)
                                        .map(Optional::orElseThrow)
                                        .map(Result::ok)));
    }

    /** Refused with 404 where the period is nobody's whom the caller speaks for. */
    private <T> Uni<Result<T>> in(
            UUID period, Caller caller, Function<Sight, Function<CollectionPeriod, Uni<Result<T>>>> read) {
        return units.sight(caller)
                .chain(seen -> seen.then(
                        sight -> periods.find(pool, period).chain(found -> found.filter(one -> reaches(sight, one))
                                .map(one -> read.apply(sight).apply(one))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))))));
    }

    private static boolean reaches(Sight sight, CollectionPeriod period) {
        return sight.areas().contains(period.area())
                || sight.units().stream().anyMatch(unit -> period.areas().contains(unit.area()));
    }
}
