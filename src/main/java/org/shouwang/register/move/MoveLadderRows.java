package org.shouwang.register.move;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** Where unanswered moves stand on the ladder. */
@Singleton
class MoveLadderRows {

    /** Passes over what other nodes look at or users answer now, so that the next ones come. */
    private static final String DUE = """
            select m.id, m.area_code, m.to_area_code, m.asked_side, m.requester_appointment_id
            from move_ladder l join child_move m on m.id = l.move_id
            where l.next_look_at <= $1
            order by l.next_look_at, l.move_id
            limit $2
            for no key update of l, m skip locked
            """;

    private static final String POSTPONE =
            "update move_ladder set next_look_at = $2 where move_id = $1 and next_look_at < $2";

    private static final String CLAIM = """
            select concat_ws(',', case when asked_told_at is not null then 'ASKED' end,
                             case when reminded_at is not null then 'REMINDER' end,
                             case when coordinator_told_at is not null then 'COORDINATOR' end,
                             case when county_told_at is not null then 'COUNTY' end)
            from move_ladder
            where move_id = :move and next_look_at <= :now
            for update
            """;

    private static final String FOLLOW = """
            update move_ladder
            set next_look_at = cast(:next as timestamptz),
                asked_told_at = case when 'ASKED' = any(cast(:told as text[])) then :now else asked_told_at end,
                reminded_at = case when 'REMINDER' = any(cast(:told as text[])) then :now else reminded_at end,
                coordinator_told_at =
                    case when 'COORDINATOR' = any(cast(:told as text[])) then :now else coordinator_told_at end,
                county_told_at = case when 'COUNTY' = any(cast(:told as text[])) then :now else county_told_at end
            where move_id = :move
            """;

    private final Pool pool;

    MoveLadderRows(Pool pool) {
        this.pool = pool;
    }

    /** A move whose next look is due, and what decides who is told of it. */
    record Due(UUID id, AreaCode leaving, @Nullable AreaCode receiving, Side asked, UUID requester) {

        @Nullable
        AreaCode village(Side side) {
            return side == Side.LEAVING ? leaving : receiving;
        }

        /** Whether the move still is what it was when its people were looked up. */
        boolean stillHolds(ChildMove move) {
            return move.areaCode.equals(leaving)
                    && Objects.equals(move.toAreaCode, receiving)
                    && move.askedSide == asked
                    && move.requesterAppointmentId.equals(requester);
        }
    }

    /** The longest due, read on the reactive pool without holding anything. */
    Uni<List<Due>> due(Instant now, int atMost) {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), atMost))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(MoveLadderRows::due)
                        .toList());
    }

    private static Due due(Row row) {
        Long to = row.getLong("to_area_code");
        return new Due(
                row.getUUID("id"),
                new AreaCode(row.getLong("area_code")),
                to == null ? null : new AreaCode(to),
                Side.valueOf(row.getString("asked_side")),
                row.getUUID("requester_appointment_id"));
    }

    /** Lets a move wait that could not be looked at. */
    Uni<Void> postpone(UUID move, Instant until) {
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(move, until.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** The steps that are behind the move; empty when nothing is due any more. In the caller's session. */
    Uni<Optional<Set<MoveStep>>> claim(UUID move, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CLAIM, String.class)
                        .setParameter("move", move)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(MoveLadderRows::told));
    }

    private static Set<MoveStep> told(String steps) {
        return Stream.of(steps.split(","))
                .filter(step -> !step.isEmpty())
                .map(MoveStep::valueOf)
                .collect(Collectors.toSet());
    }

    /** Writes down what was told; in the caller's session. */
    Uni<Void> follow(UUID move, MoveLadder.Plan plan, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FOLLOW)
                        .setParameter("move", move)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .setParameter(
                                "next",
                                plan.next()
                                        .map(look -> look.atOffset(ZoneOffset.UTC))
                                        .orElse(null))
                        .setParameter(
                                "told", plan.tell().stream().map(Enum::name).toArray(String[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
