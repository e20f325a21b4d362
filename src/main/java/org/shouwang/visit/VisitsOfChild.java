package org.shouwang.visit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.shouwang.register.move.GoesWithChild;

/**
 * Visits go with the child that they were paid to: what stands of it in each of them, and all visits of a household that moves
 * along. A visit stays in the old village as long as somebody else of it lives there, child or woman.
 */
@Singleton
class VisitsOfChild implements GoesWithChild {

    /** Those that go, held in the order of their ids like those of a village that is merged. */
    private static final String THERE = """
            select id from visit
            where id in (
                select visit_id from visit_child where child_id = any(cast(:children as uuid[]))
                union select id from visit where household_id = cast(:household as uuid))
            order by id
            for update
            """;

    private static final String CHILDREN = """
            update visit_child set area_code = :to
            where child_id = any(cast(:children as uuid[])) and visit_id = any(cast(:visits as uuid[]))
            """;

    /** Also those whose own village stays get a new version: what they show differs. */
    private static final String VISITS = """
            update visit v
            set area_code = case
                when household_id = cast(:household as uuid) then :to
                when area_code <> :from
                    or exists (select 1 from visit_child c where c.visit_id = v.id and c.area_code = v.area_code)
                    or exists (select 1 from visit_member w where w.visit_id = v.id)
                then area_code else :to end
            where id = any(cast(:visits as uuid[]))
            """;

    private static final String LEAVE = """
            select feed_remove(:from, 'visit', v.id, v.version)
            from visit v
            where v.id = any(cast(:visits as uuid[])) and v.area_code <> :from
              and not exists (select 1 from visit_child c where c.visit_id = v.id and c.area_code = :from)
            order by v.id
            """;

    private static final String ENTER = """
            select feed_put(s.scope, 'visit', v.id, v.version)
            from visit v
            cross join lateral (
                select v.area_code union select c.area_code from visit_child c where c.visit_id = v.id) s(scope)
            where v.id = any(cast(:visits as uuid[]))
            order by s.scope, v.id
            """;

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Uni<Void> follow(Moved moved) {
        UUID[] children = moved.childIds().toArray(UUID[]::new);
        UUID household = moved.household().orElse(null);
        return Panache.getSession().chain(session -> session.createNativeQuery(THERE, UUID.class)
                .setParameter("children", children)
                .setParameter("household", household)
                .getResultList()
                .chain(visits -> visits.isEmpty() ? Uni.createFrom().voidItem() : follow(session, moved, visits)));
    }

    private static Uni<Void> follow(Mutiny.Session session, Moved moved, List<UUID> ids) {
        UUID[] visits = ids.toArray(UUID[]::new);
        return session.createNativeQuery(CHILDREN)
                .setParameter("to", moved.to().value())
                .setParameter("children", moved.childIds().toArray(UUID[]::new))
                .setParameter("visits", visits)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(VISITS)
                        .setParameter("from", moved.from().value())
                        .setParameter("to", moved.to().value())
                        .setParameter("household", moved.household().orElse(null))
                        .setParameter("visits", visits)
                        .executeUpdate())
                .chain(() -> session.createNativeQuery(LEAVE, Object.class)
                        .setParameter("from", moved.from().value())
                        .setParameter("visits", visits)
                        .getResultList())
                .chain(() -> session.createNativeQuery(ENTER, Object.class)
                        .setParameter("visits", visits)
                        .getResultList())
                .replaceWithVoid();
    }
}
