package org.shouwang.monitoring.bulletin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.monitoring.bulletin.BulletinRows.Wanted;
import org.shouwang.monitoring.collection.PeriodRows;
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.monitoring.unit.Units;
import org.shouwang.platform.Caller;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Bulletins as somebody sees them: offices all of their areas, a liaison those that were issued and speak of the own unit. */
@Singleton
class FindBulletins {

    private final Units units;
    private final PeriodRows periods;
    private final BulletinRows rows;
    private final CompileBulletin compile;
    private final BulletinDocument document;
    private final Pool pool;

    FindBulletins(
            Units units,
            PeriodRows periods,
            BulletinRows rows,
            CompileBulletin compile,
            BulletinDocument document,
            Pool pool) {
        this.units = units;
        this.periods = periods;
        this.rows = rows;
        this.compile = compile;
        this.document = document;
        this.pool = pool;
    }

    /** One with its content, which a draft gets now. */
    Uni<Result<BulletinView>> one(UUID id, Caller caller) {
        return units.sight(caller)
                .chain(seen -> seen.then(
                        sight -> rows.find(pool, id).chain(found -> found.map(bulletin -> isSeen(bulletin, sight))
                                .orElseGet(() -> Uni.createFrom().item(false))
                                .chain(shown -> shown
                                        ? with(found.orElseThrow()).map(Result::ok)
                                        : Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))))));
    }

    private Uni<Boolean> isSeen(Bulletin bulletin, Sight sight) {
        if (sight.areas().contains(bulletin.area())) {
            return Uni.createFrom().item(true);
        }
        return bulletin.status() == BulletinStatus.ISSUED
                ? rows.speaksOf(pool, bulletin.id(), sight.unitIds())
                : Uni.createFrom().item(false);
    }

    private Uni<BulletinView> with(Bulletin bulletin) {
        return switch (bulletin.status()) {
            case DRAFT ->
                periods.find(pool, bulletin.periodId())
                        .map(Optional::orElseThrow)
                        .chain(period -> compile.content(pool, period, bulletin.ranked()))
                        .map(content -> BulletinView.of(bulletin, content));
            case ISSUED ->
                rows.content(pool, bulletin.id()).map(text -> BulletinView.of(bulletin, document.read(text)));
            case WITHDRAWN -> Uni.createFrom().item(BulletinView.of(bulletin, null));
        };
    }

    Uni<Result<Page<BulletinView>>> list(Wanted wanted, PageQuery page, Caller caller) {
        Optional<Cursor> after = page.after(3);
        return units.sight(caller)
                .chain(seen -> seen.thenDo(sight -> rows.list(pool, sight, wanted, after, page.limit() + 1)
                        .map(found -> Page.of(
                                found,
                                page.limit(),
                                last -> Cursor.of(last.area(), Integer.toString(last.periodNo()), last.id())))
                        .map(shown -> new Page<>(
                                shown.items().stream()
                                        .map(one -> BulletinView.of(one, null))
                                        .toList(),
                                shown.next()))));
    }
}
