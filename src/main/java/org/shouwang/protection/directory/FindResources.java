package org.shouwang.protection.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.protection.directory.ResourceRows.Near;
import org.shouwang.protection.directory.ResourceRows.Wanted;

/**
 * The directory as it is looked up. It is a phone book: whoever has the right looks up any place, since a danger may be met
 * anywhere; what offices keep is listed within their areas.
 */
@Singleton
class FindResources {

    private final ResourceRows rows;
    private final ResourceViews views;
    private final Areas areas;
    private final Pool pool;

    FindResources(ResourceRows rows, ResourceViews views, Areas areas, Pool pool) {
        this.rows = rows;
        this.views = views;
        this.areas = areas;
        this.pool = pool;
    }

    Uni<Result<ResourceView>> one(UUID id, Caller caller) {
        return caller.with(Right.RESOURCE_READ)
                .then(able -> rows.find(pool, id).map(found -> found.map(stored -> Result.ok(views.of(stored, caller)))
                        .orElseGet(() -> Result.refused(Problem.NOT_FOUND))));
    }

    /** What the offices of an area keep, or of all areas of the caller: stale, suspended and closed ones too. */
    Uni<Result<Page<ResourceView>>> kept(@Nullable AreaCode area, Wanted wanted, PageQuery page, Caller caller) {
        Optional<Cursor> after = page.after(2);
        return caller.with(Right.RESOURCE_LIST).thenDo(able -> rows.kept(
                        able.where(Right.RESOURCE_LIST), area, wanted, after, page.limit() + 1)
                .map(found ->
                        found.stream().map(stored -> views.of(stored, able)).toList())
                .map(found -> Page.of(found, page.limit(), last -> Cursor.of(last.areaCode(), last.id()))));
    }

    /** Who helps at a place today, the nearest first; refused with 404 where there is no such place. */
    Uni<Result<Page<ResourceView>>> serving(AreaCode at, Wanted wanted, PageQuery page, Caller caller) {
        Optional<Cursor> after = page.after(3);
        return caller.with(Right.RESOURCE_LIST).then(able -> areas.today(List.of(at))
                .map(today -> today.containsKey(at)
                        ? Result.ok(today.get(at).code())
                        : Result.<AreaCode>refused(Problem.NOT_FOUND))
                .chain(living -> living.thenDo(place -> rows.serving(place, wanted, after, page.limit() + 1)
                        .map(found -> Page.of(found, page.limit(), Near::cursor))
                        .map(found -> new Page<>(
                                found.items().stream()
                                        .map(near -> views.of(near.resource(), able))
                                        .toList(),
                                found.next())))));
    }
}
