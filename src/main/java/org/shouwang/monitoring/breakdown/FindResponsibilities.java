package org.shouwang.monitoring.breakdown;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.breakdown.ResponsibilityRows.Wanted;
import org.shouwang.monitoring.unit.Units;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.problem.Result;

/** A year's book of responsibilities: offices see that of their areas, a liaison what the own unit answers for. */
@Singleton
class FindResponsibilities {

    private final Units units;
    private final ResponsibilityRows rows;
    private final Pool pool;
    private final Clock clock;

    FindResponsibilities(Units units, ResponsibilityRows rows, Pool pool, Clock clock) {
        this.units = units;
        this.rows = rows;
        this.pool = pool;
        this.clock = clock;
    }

    /** Of this year where none is named. */
    Uni<Result<Page<ResponsibilityView>>> of(
            @Nullable Integer year,
            @Nullable AreaCode area,
            @Nullable String indicator,
            @Nullable UUID unit,
            PageQuery page,
            Caller caller) {
        Optional<Cursor> after = page.after(3);
        int asked = year == null ? LocalDays.today(clock).getYear() : year;
        return units.sight(caller)
                .chain(seen -> seen.thenDo(sight -> rows.list(
                                pool, sight, new Wanted(asked, area, indicator, unit), after, page.limit() + 1)
                        .map(found -> found.stream().map(ResponsibilityView::of).toList())
                        .map(found -> Page.of(
                                found,
                                page.limit(),
                                last -> Cursor.of(last.indicatorCode(), last.areaCode(), last.id())))));
    }
}
