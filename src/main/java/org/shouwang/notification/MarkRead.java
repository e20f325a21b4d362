package org.shouwang.notification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.shouwang.platform.Caller;

/** Marks rows of the caller's inbox as read, each the first time with a change in the feed. Repeating it changes nothing. */
@Singleton
class MarkRead {

    private static final String ONE = """
            with read as (
                update notification set read_at = greatest(created_at, cast(:at as timestamptz))
                where worker_id = :worker and id = :id and read_at is null
                returning id, version)
            select count(*)
            from read cross join lateral feed_put(-cast(:number as bigint), 'notification', read.id, read.version) as fed
            """;

    private static final String UP_TO = """
            with newest as (
                select created_at, id from notification where worker_id = :worker and id = :id),
            read as (
                update notification n set read_at = greatest(n.created_at, cast(:at as timestamptz))
                from newest
                where n.worker_id = :worker and n.read_at is null and (n.created_at, n.id) <= (newest.created_at, newest.id)
                returning n.id, n.version)
            select count(*)
            from read cross join lateral feed_put(-cast(:number as bigint), 'notification', read.id, read.version) as fed
            """;

    private static final String VERSION = "select version from notification where worker_id = :worker and id = :id";

    /**
     * What was marked.
     *
     * @param version of the row that was named
     * @param rows how many were not read before
     */
    record Read(int version, int rows) {}

    /** This row; empty when the caller has no such row. */
    Uni<Optional<Read>> one(Caller caller, UUID id, Instant at) {
        return mark(ONE, caller, id, at);
    }

    /** This row and all older ones; empty when the caller has no such row. */
    Uni<Optional<Read>> upTo(Caller caller, UUID id, Instant at) {
        return mark(UP_TO, caller, id, at);
    }

    private static Uni<Optional<Read>> mark(String sql, Caller caller, UUID id, Instant at) {
        return Panache.withTransaction(
                () -> Panache.getSession().chain(session -> named(session, sql, Long.class, caller, id)
                        .setParameter("at", at.atOffset(ZoneOffset.UTC))
                        .setParameter("number", caller.number())
                        .getSingleResult()
                        .chain(rows -> named(session, VERSION, Integer.class, caller, id)
                                .getSingleResultOrNull()
                                .map(Optional::ofNullable)
                                .map(version -> version.map(found -> new Read(found, rows.intValue()))))));
    }

    private static <T> SelectionQuery<T> named(
            Mutiny.Session session, String sql, Class<T> type, Caller caller, UUID id) {
        return session.createNativeQuery(sql, type)
                .setParameter("worker", caller.workerId())
                .setParameter("id", id);
    }
}
