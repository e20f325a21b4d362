package org.shouwang.platform.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.problem.Result;

/** Shows who looked at whom in the reviewer's area; the review is a look itself (未成年人网络保护条例 art. 36). */
@Singleton
class ReviewAccess {

    private static final String LOG = "ACCESS_LOG";

    private final AccessRows access;
    private final Pool pool;

    ReviewAccess(AccessRows access, Pool pool) {
        this.access = access;
        this.pool = pool;
    }

    /**
     * One look more than a page holds.
     *
     * @param limit looks on the page
     */
    Uni<Result<List<AccessView>>> review(AccessQuery query, Caller caller, Optional<Cursor> after, int limit) {
        return caller.with(Right.ACCESS_REVIEW)
                .map(able -> able.posts().stream()
                        .filter(post -> post.rights().contains(Right.ACCESS_REVIEW))
                        .toList())
                .thenDo(posts -> pool.withTransaction(tx -> rows(tx, query, caller, after, limit + 1)
                        .call(found -> log(tx, query, caller, posts.get(0), Page.shown(found, limit)))));
    }

    private static Uni<List<AccessView>> rows(
            SqlClient tx, AccessQuery query, Caller caller, Optional<Cursor> after, int rows) {
        AreaRanges scope = caller.where(Right.ACCESS_REVIEW);
        return tx.preparedQuery(query.sql(withCases(caller)))
                .execute(query.arguments(scope, after, rows))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(AccessView::of)
                        .toList());
    }

    /** Looks at incidents are of class R, as these are: only to whoever reviews that class, by each post that reviews. */
    private static boolean withCases(Caller caller) {
        return caller.posts().stream()
                .filter(post -> post.has(Right.ACCESS_REVIEW))
                .allMatch(post -> post.reaches(Right.ACCESS_REVIEW, FieldClass.R));
    }

    /** Names the person or worker who was asked for, whether anything was found or not; else the looks that were shown. */
    private Uni<Void> log(SqlClient tx, AccessQuery query, Caller caller, Post post, List<AccessView> shown) {
        List<UUID> asked = Stream.of(Optional.ofNullable(query.subjectId()), Optional.ofNullable(query.workerId()))
                .flatMap(Optional::stream)
                .toList();
        List<UUID> named = asked.isEmpty() ? shown.stream().map(AccessView::id).toList() : asked;
        return access.looked(tx, caller, post, "access-log.review", LOG, named);
    }
}
