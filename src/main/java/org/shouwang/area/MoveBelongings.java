package org.shouwang.area;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouwang.area.AreaBelongings.Move;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.LocalDays;

/** Moves what belongs to ended villages to their successors, some records a transaction: a killed node loses one of them. */
@Singleton
class MoveBelongings implements BackgroundJob {

    static final int BATCH = 200;

    private static final Logger LOG = Logger.getLogger(MoveBelongings.class);

    private static final Duration POSTPONED = Duration.ofHours(1);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

    /** The end of the chain as it is today, null when none is left. */
    private static final String CLAIM = """
            with recursive due as (
                select id, area_code, successor_code, on_day, settled_at
                from area_succession
                where next_look_at <= $1
                order by next_look_at, id
                limit 1
                for update skip locked),
            chain(code, valid_to, next) as (
                select a.code, a.valid_to, a.successor_code from due join area a on a.code = due.successor_code
                union all
                select a.code, a.valid_to, a.successor_code from chain join area a on a.code = chain.next
                where chain.valid_to < $2)
            select due.id, due.area_code, due.on_day, due.settled_at, chain.code as living
            from due left join chain on chain.valid_to is null or chain.valid_to >= $2
            """;

    private static final String LOOKED = "update area_succession set next_look_at = $2 where id = $1";

    /** Another node may have gone on with it since. */
    private static final String POSTPONE =
            "update area_succession set next_look_at = $2 where id = $1 and next_look_at <= $3";

    private final Pool pool;
    private final List<AreaBelongings> belongings;
    private final Clock clock;

    MoveBelongings(Pool pool, @All List<AreaBelongings> belongings, Clock clock) {
        this.pool = pool;
        this.belongings = belongings.stream()
                .sorted(Comparator.comparingInt(AreaBelongings::order))
                .toList();
        this.clock = clock;
    }

    @Override
    public String name() {
        return "move-belongings";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** Answers how many records were moved. */
    @Override
    public Uni<Integer> runOnce() {
        AtomicReference<@Nullable UUID> claimed = new AtomicReference<>();
        Instant now = clock.instant();
        return batch(now, claimed)
                .onFailure()
                .recoverWithUni(cause -> postponed(claimed.get(), now, cause))
                .chain(found -> found < 0 ? Uni.createFrom().item(0) : runOnce().map(more -> found + more));
    }

    /** What fails waits, and holds up nobody else. */
    private Uni<Integer> postponed(@Nullable UUID succession, Instant now, Throwable cause) {
        if (succession == null) {
            return Uni.createFrom().failure(cause);
        }
        LOG.errorf("Succession %s cannot be followed (%s): it waits for an hour", succession, FailureKind.of(cause));
        Tuple later = Tuple.of(succession, now.plus(POSTPONED).atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(POSTPONE).execute(later).replaceWith(0);
    }

    /** One transaction: how many records it moved, or -1 when no village is due. */
    Uni<Integer> batch() {
        return batch(clock.instant(), new AtomicReference<>());
    }

    private Uni<Integer> batch(Instant now, AtomicReference<@Nullable UUID> claimed) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(CLAIM)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), LocalDays.of(now)))
                .chain(rows -> {
                    RowIterator<Row> due = rows.iterator();
                    if (!due.hasNext()) {
                        return Uni.createFrom().item(-1);
                    }
                    Row row = due.next();
                    claimed.set(row.getUUID("id"));
                    return move(transaction, row, now);
                }));
    }

    private Uni<Integer> move(SqlConnection transaction, Row due, Instant now) {
        Long living = due.getLong("living");
        if (living == null) {
            return Uni.createFrom().failure(new IllegalStateException("no successor is left"));
        }
        Move move = new Move(new AreaCode(due.getLong("area_code")), new AreaCode(living), due.getLocalDate("on_day"));
        Uni<Integer> moved = Uni.createFrom().item(0);
        for (AreaBelongings kind : belongings) {
            moved = moved.chain(
                    before -> before > 0 ? Uni.createFrom().item(before) : kind.move(transaction, move, BATCH));
        }
        return moved.call(count -> count > 0 ? Uni.createFrom().voidItem() : looked(transaction, due, now));
    }

    /** A request that began before the village ended may still store a record under the old code: looked for once more. */
    private static Uni<Void> looked(SqlConnection transaction, Row due, Instant now) {
        Instant settled = due.getOffsetDateTime("settled_at").toInstant();
        Tuple next = Tuple.of(
                due.getUUID("id"), now.isBefore(settled) ? now.plus(LOOK_AGAIN).atOffset(ZoneOffset.UTC) : null);
        return transaction.preparedQuery(LOOKED).execute(next).replaceWithVoid();
    }
}
