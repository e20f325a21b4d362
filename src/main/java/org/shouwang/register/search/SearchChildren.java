package org.shouwang.register.search;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.AccessRows;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.register.Position;
import org.shouwang.register.child.RestrictedCategories;

/** Finds children of the caller's scope by name or number, in the order of area and id; the page is logged. */
@Singleton
class SearchChildren {

    private final Areas areas;
    private final ChildRows rows;
    private final AccessRows accessRows;
    private final KeyedHash hashes;
    private final Pool pool;
    private final Clock clock;

    SearchChildren(Areas areas, ChildRows rows, AccessRows accessRows, KeyedHash hashes, Pool pool, Clock clock) {
        this.areas = areas;
        this.rows = rows;
        this.accessRows = accessRows;
        this.hashes = hashes;
        this.pool = pool;
        this.clock = clock;
    }

    /** One child more than the page of the form shows, after a position. */
    Uni<Result<List<ChildSummary>>> search(Caller caller, ChildSearchForm form, Position after) {
        ChildText text = ChildText.of(form.text(), LocalDays.today(clock), hashes);
        return caller.with(Right.CHILD_LIST)
                .thenDo(able -> areas.within(able.where(Right.CHILD_LIST), Optional.ofNullable(form.area()))
                        .chain(scope -> pool.withTransaction(tx -> page(tx, able, scope, text, after, form.rows()))));
    }

    private Uni<List<ChildSummary>> page(
            SqlClient tx, Caller caller, AreaRanges scope, ChildText text, Position after, int limit) {
        return rows.search(tx, scope, text, after, limit + 1)
                .call(found -> log(tx, caller, found.stream().limit(limit).toList()))
                .map(found -> found.stream()
                        .map(child -> child.without(category -> !RestrictedCategories.visible(
                                category, caller, Right.CHILD_LIST, child.residenceAreaCode())))
                        .toList());
    }

    private Uni<Void> log(SqlClient tx, Caller caller, List<ChildSummary> shown) {
        List<Subject> children = shown.stream()
                .map(child -> new Subject("CHILD", child.id(), child.residenceAreaCode()))
                .toList();
        return accessRows.looked(tx, caller, Right.CHILD_LIST, "child.search", "CHILD", children);
    }
}
