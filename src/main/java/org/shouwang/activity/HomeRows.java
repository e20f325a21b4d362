package org.shouwang.activity;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.http.Cursor;

/** Children's homes read straight into views, always within a scope. */
@Singleton
class HomeRows {

    private static final String BY_IDS = "select " + HomeView.COLUMNS + """
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join childrens_home c on c.area_code >= r.lower and c.area_code < r.upper
            where c.id = any($3)
            """;

    private static final String IN_AREA = "select " + HomeView.COLUMNS + """
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join (select code, code_end from area where code = $3
                  union all select 0, 1000000000000 where $3::bigint is null) asked on true
            join childrens_home c on c.area_code >= greatest(r.lower, asked.code, $4) and c.area_code < least(r.upper, asked.code_end)
            where (c.area_code, c.id) > ($4, $5)
            order by c.area_code, c.id
            limit $6
            """;

    private static final UUID FIRST = new UUID(0, 0);

    private final Pool pool;
    private final HomeStandard standard;
    private final HomeLists lists;

    HomeRows(Pool pool, HomeStandard standard, HomeLists lists) {
        this.pool = pool;
        this.standard = standard;
        this.lists = lists;
    }

    Uni<List<HomeView>> byIds(Collection<UUID> ids, AreaRanges scope) {
        return query(BY_IDS, Tuple.of(scope.lower(), scope.upper(), ids.toArray(UUID[]::new)));
    }

    /** The homes of a scope, or of one area within it, in the order of area and id. */
    Uni<List<HomeView>> inArea(AreaRanges scope, @Nullable AreaCode area, Optional<Cursor> after, int rows) {
        return query(
                IN_AREA,
                Tuple.of(
                        scope.lower(),
                        scope.upper(),
                        area == null ? null : area.value(),
                        after.map(cursor -> cursor.number(0)).orElse(0L),
                        after.map(cursor -> cursor.uuid(1)).orElse(FIRST),
                        rows));
    }

    private Uni<List<HomeView>> query(String sql, Tuple arguments) {
        return pool.preparedQuery(sql).execute(arguments).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> HomeView.of(row, lists(row), standard))
                .toList());
    }

    private HomeDetails lists(Row row) {
        JsonObject stored = row.getJsonObject("lists");
        return lists.read(stored == null ? null : stored.encode());
    }
}
