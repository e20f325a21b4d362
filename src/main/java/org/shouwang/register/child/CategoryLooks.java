package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;

/** When the rules must look at the categories of which child. Triggers ask for a look whenever a fact changes. */
@Singleton
class CategoryLooks {

    private static final String DUE = """
            select l.child_id, c.area_code
            from category_look l join child c on c.id = l.child_id
            where l.look_on <= $1
            order by l.look_on, l.child_id
            limit $2
            """;

    /** The file too, and first: whoever edits it holds it before the triggers ask for a look. */
    private static final String CLAIM = """
            select c.*
            from category_look l join child c on c.id = l.child_id
            where l.child_id in (:ids) and l.look_on <= :today
            order by c.id
            for no key update of c, l skip locked
            """;

    private static final String LATER = "update category_look set look_on = :day where child_id = :child";

    private static final String NEVER = "delete from category_look where child_id = :child";

    private static final String POSTPONE = "update category_look set look_on = $2 where child_id = $1";

    private final Pool pool;

    CategoryLooks(Pool pool) {
        this.pool = pool;
    }

    record Due(UUID childId, AreaCode areaCode) {}

    /** Runs on the reactive pool. */
    Uni<List<Due>> due(LocalDate today, int atMost) {
        return pool.preparedQuery(DUE).execute(Tuple.of(today, atMost)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new Due(row.getUUID("child_id"), new AreaCode(row.getLong("area_code"))))
                .toList());
    }

    /** Those that are still due and that nobody else looks at or changes now. Runs in a session. */
    Uni<List<Child>> claim(Collection<UUID> ids, LocalDate today) {
        return Panache.getSession().chain(session -> session.createNativeQuery(CLAIM, Child.class)
                .setParameter("ids", ids)
                .setParameter("today", today)
                .getResultList());
    }

    /** After what the look itself has changed was written, since that asks for another. Runs in a session. */
    Uni<Void> next(UUID childId, Optional<LocalDate> day) {
        return Panache.getSession()
                .chain(session -> day.isEmpty()
                        ? session.createNativeQuery(NEVER)
                                .setParameter("child", childId)
                                .executeUpdate()
                        : session.createNativeQuery(LATER)
                                .setParameter("child", childId)
                                .setParameter("day", day.get())
                                .executeUpdate())
                .replaceWithVoid();
    }

    /** Runs on the reactive pool. */
    Uni<Void> postpone(UUID childId, LocalDate day) {
        return pool.preparedQuery(POSTPONE).execute(Tuple.of(childId, day)).replaceWithVoid();
    }
}
