package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.AccessRows;
import org.shouwang.platform.feed.BrokenRecords;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Stored;

/** Cases as those see them to whom they are open; each look is logged where it is read. */
@Singleton
class FindCases {

    private final CaseRows rows;
    private final CaseViews views;
    private final AccessRows access;
    private final BrokenRecords broken;
    private final Pool pool;

    FindCases(CaseRows rows, CaseViews views, AccessRows access, BrokenRecords broken, Pool pool) {
        this.rows = rows;
        this.views = views;
        this.access = access;
        this.broken = broken;
        this.pool = pool;
    }

    /** Refused with 404 whether there is none or it is not open to the caller. */
    Uni<Result<ViolenceCaseView>> one(UUID id, Caller caller) {
        return caller.with(Right.VIOLENCE_READ)
                .then(able -> pool.withTransaction(tx -> rows.byIds(tx, List.of(id))
                        .map(found -> open(found, able))
                        .call(found -> log(tx, able, "violence.read", found))
                        .map(found -> found.stream()
                                .findFirst()
                                .map(row -> Result.ok(view(row, able)))
                                .orElseGet(() -> Result.refused(Problem.NOT_FOUND)))));
    }

    /** One more than a page holds. */
    Uni<Result<List<ViolenceCaseView>>> list(CaseRows.Wanted wanted, Caller caller, Optional<Cursor> after, int limit) {
        return caller.with(Right.VIOLENCE_LIST)
                .thenDo(able -> pool.withTransaction(tx -> rows.page(tx, wanted, able, after, limit + 1)
                        .map(found -> open(found, able))
                        .call(found -> log(tx, able, "violence.list", Page.shown(found, limit)))
                        .map(found -> found.stream().map(row -> view(row, able)).toList())));
    }

    /** For the feed: those of the ids that are open whole to the caller. */
    Uni<Map<UUID, Object>> load(Collection<UUID> ids, Caller caller) {
        return pool.withTransaction(tx -> rows.byIds(tx, ids)
                .map(found -> whole(found, caller))
                .call(found -> log(tx, caller, "violence.sync", found))
                .map(found -> {
                    Map<UUID, Object> views = new LinkedHashMap<>();
                    found.forEach(row -> views.put(
                            row.of().id, broken.viewOf(ViolenceFeed.KIND, row.of().id, () -> view(row, caller))));
                    return views;
                }));
    }

    /** Those of the ids that are open whole to the caller, unread. */
    Uni<List<UUID>> open(Collection<UUID> ids, Caller caller) {
        return rows.byIds(pool, ids)
                .map(found ->
                        whole(found, caller).stream().map(row -> row.of().id).toList());
    }

    /** As it stands after a transaction, for who wrote to it; id and version alone where it is not open. The look is logged too. */
    Uni<Stored<ViolenceCaseView>> stored(Stored<ViolenceCase> stored, Caller caller) {
        return pool.withTransaction(tx -> rows.byIds(tx, List.of(stored.id()))
                .map(found -> open(found, caller))
                .call(found -> log(tx, caller, "violence.shown", found))
                .map(found -> new Stored<>(
                        stored.id(),
                        stored.version(),
                        stored.created(),
                        found.stream().findFirst().map(row -> view(row, caller)).orElse(null))));
    }

    private static List<CaseRow> open(List<CaseRow> found, Caller caller) {
        return found.stream().filter(row -> row.standing(caller).sees()).toList();
    }

    private static List<CaseRow> whole(List<CaseRow> found, Caller caller) {
        return found.stream().filter(row -> row.standing(caller).seesWhole()).toList();
    }

    private ViolenceCaseView view(CaseRow row, Caller caller) {
        return views.of(row, row.standing(caller));
    }

    /** One row for each post under which something is shown. */
    private Uni<Void> log(SqlClient tx, Caller caller, String action, List<CaseRow> shown) {
        Map<Post, List<UUID>> parts = new LinkedHashMap<>();
        shown.forEach(
                row -> parts.computeIfAbsent(row.standing(caller).seeing().orElseThrow(), post -> new ArrayList<>())
                        .add(row.of().id));
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Map.Entry<Post, List<UUID>> part : parts.entrySet()) {
            all = all.chain(
                    () -> access.looked(tx, caller, part.getKey(), action, ViolenceCase.SUBJECT, part.getValue()));
        }
        return all;
    }
}
