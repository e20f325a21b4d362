package org.shouwang.platform.record;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/**
 * SQL on the connection of the caller's session, for what every record asks. Hibernate Reactive never finds the plan of a native
 * query again ({@code ReactiveResultSetMapping} has no {@code equals}): it fills its cache with copies and looks through them all.
 *
 * <p>What the session has not written yet is written before, as Hibernate does it. Arguments and columns are of the types of the
 * reactive client, parameters are {@code $1}.
 */
public final class SessionSql {

    private SessionSql() {}

    /** The rows of a query. */
    public static Uni<List<@Nullable Object[]>> rows(String sql, @Nullable Object... arguments) {
        return with(connection -> connection.select(sql, arguments).thenApply(found -> {
            List<@Nullable Object[]> rows = new ArrayList<>(found.size());
            found.forEachRemaining(rows::add);
            return rows;
        }));
    }

    /** Answers how many rows it changed. */
    public static Uni<Integer> update(String sql, @Nullable Object... arguments) {
        return with(connection -> connection.update(sql, arguments));
    }

    private static <T> Uni<T> with(Function<ReactiveConnection, CompletionStage<T>> work) {
        return Panache.getSession().chain(session -> session.flush().chain(() -> Uni.createFrom()
                .completionStage(() -> work.apply(((MutinySessionImpl) session).getReactiveConnection()))));
    }
}
