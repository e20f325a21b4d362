package org.shouwang.register.move;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves with their children, in the session of a use case. */
@Singleton
class MoveRepository implements PanacheRepositoryBase<ChildMove, UUID> {

    private static final String ADD_CHILDREN = """
            insert into move_child (move_id, child_id, open)
            select :move, child, true from unnest(cast(:children as uuid[])) as child
            order by child
            """;

    private static final String UNLESS_ON_THE_WAY = ADD_CHILDREN + "on conflict (child_id) where open do nothing";

    /** Also those who were taken out of it once. */
    private static final String ADD_AGAIN = ADD_CHILDREN + "on conflict (move_id, child_id) do update set open = true";

    private static final String WENT_ALONG = """
            insert into move_child (move_id, child_id, open)
            select :move, child, false from unnest(cast(:children as uuid[])) as child
            order by child
            on conflict (move_id, child_id) do nothing
            """;

    private static final String LEAVE_OUT =
            "delete from move_child where move_id = :move and child_id <> all(cast(:children as uuid[]))";

    private static final String CLOSE = "update move_child set open = false where move_id = :move";

    private static final String CHILDREN =
            "select child_id from move_child where move_id = :move and open order by child_id";

    private static final String BEGIN_LADDER = """
            insert into move_ladder (move_id, next_look_at, asked_told_at)
            values (:move, :look, cast(:told as timestamptz))
            on conflict (move_id) do update
                set next_look_at = excluded.next_look_at, asked_told_at = excluded.asked_told_at,
                    reminded_at = null, coordinator_told_at = null, county_told_at = null
            """;

    private static final String END_LADDER = "update move_ladder set next_look_at = null where move_id = :move";

    /** A request by somebody who knows overtakes what was only said. Of what is left of a proposal phones are told. */
    private static final String OVERTAKE = """
            with overtaken as (
                update move_child c set open = false
                from child_move m
                where m.id = c.move_id and m.state = 'PROPOSED' and m.id <> :by and c.open
                  and c.child_id = any(cast(:children as uuid[]))
                returning c.move_id),
            touched as (
                select distinct o.move_id, exists (
                    select 1 from move_child c
                    where c.move_id = o.move_id and c.open and c.child_id <> all(cast(:children as uuid[]))) as any_left
                from overtaken o),
            lessened as (
                update child_move m set version = m.version + 1
                from (select id from child_move
                      where id in (select move_id from touched where any_left)
                      order by id
                      for no key update) fewer
                where m.id = fewer.id)
            select move_id from touched where not any_left order by move_id
            """;

    /** The move, held against every other action until the transaction ends. */
    Uni<@Nullable ChildMove> locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether this household is asked for as a whole. */
    Uni<Boolean> anyOfWhole(UUID household) {
        return count("householdId = ?1 and wholeHousehold and state = ?2", household, MoveState.REQUESTED)
                .map(found -> found > 0);
    }

    Uni<Boolean> anyOfVisit(UUID visitId) {
        return count("sourceVisitId", visitId).map(found -> found > 0);
    }

    Uni<Void> addChildren(UUID move, Collection<UUID> children) {
        return change(ADD_CHILDREN, move, children).replaceWithVoid();
    }

    /** Those who have no open move yet; answers how many. */
    Uni<Integer> addChildrenAtHome(UUID move, Collection<UUID> children) {
        return change(UNLESS_ON_THE_WAY, move, children);
    }

    /** Those who went with their household: from now on the move says where they lived before. */
    Uni<Void> wentAlong(UUID move, Collection<UUID> children) {
        return change(WENT_ALONG, move, children).replaceWithVoid();
    }

    /** Makes it a move of these children and of nobody else; none of them has another open move. */
    Uni<Void> setChildren(UUID move, Collection<UUID> children) {
        return change(LEAVE_OUT, move, children)
                .chain(() -> change(ADD_AGAIN, move, children))
                .replaceWithVoid();
    }

    private Uni<Integer> change(String statement, UUID move, Collection<UUID> children) {
        return getSession().chain(session -> session.createNativeQuery(statement)
                .setParameter("move", move)
                .setParameter("children", children.toArray(UUID[]::new))
                .executeUpdate());
    }

    /** Those who are to go with it still: another request may have taken some of them out of it. */
    Uni<List<UUID>> openChildren(UUID move) {
        return getSession().chain(session -> session.createNativeQuery(CHILDREN, UUID.class)
                .setParameter("move", move)
                .getResultList());
    }

    /** Takes these children out of proposals but this one; answers the proposals of which none is left. */
    Uni<List<UUID>> overtake(UUID by, Collection<UUID> children) {
        return getSession().chain(session -> session.createNativeQuery(OVERTAKE, UUID.class)
                .setParameter("by", by)
                .setParameter("children", children.toArray(UUID[]::new))
                .getResultList());
    }

    /** Its children may be asked for anew, and nobody is told of it any more. */
    Uni<Void> close(UUID move) {
        return getSession().chain(session -> session.createNativeQuery(CLOSE)
                .setParameter("move", move)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(END_LADDER)
                        .setParameter("move", move)
                        .executeUpdate())
                .replaceWithVoid());
    }

    /**
     * Begins the ladder at the bottom.
     *
     * @param told when whoever is asked was told; null where the sweep is to tell
     */
    Uni<Void> beginLadder(UUID move, Instant look, @Nullable Instant told) {
        return getSession()
                .chain(session -> session.createNativeQuery(BEGIN_LADDER)
                        .setParameter("move", move)
                        .setParameter("look", look.atOffset(ZoneOffset.UTC))
                        .setParameter("told", told == null ? null : told.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<@Nullable MoveActionEntry> action(UUID id) {
        return getSession().chain(session -> session.find(MoveActionEntry.class, id));
    }

    Uni<Void> add(MoveActionEntry action) {
        return getSession().chain(session -> session.persist(action));
    }
}
