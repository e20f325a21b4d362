package org.shouwang.protection.violence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.background.Batches;
import org.shouwang.protection.violence.LookAtOrder.Wanted;
import org.shouwang.protection.violence.OrderDates.Look;

/**
 * Says that a court is late and that an order ends soon, asks for checks and ends them with the order. Each is a transaction of its
 * own: one that fails waits for ten minutes and stops no other.
 */
@Singleton
class SweepOrders implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(SweepOrders.class);
    private static final int BATCH = 50;
    private static final Duration POSTPONED = Duration.ofMinutes(10);

    private static final String DUE = """
            select l.order_id, o.case_id, l.kind
            from protection_order_look l join protection_order o on o.id = l.order_id
            where l.due_at <= $1
            order by l.due_at, l.order_id, l.kind
            limit $2
            """;
    private static final String POSTPONE =
            "update protection_order_look set due_at = $3 where order_id = $1 and kind = $2 and due_at < $3";

    private final Pool pool;
    private final LookAtOrder lookAt;
    private final Clock clock;

    SweepOrders(Pool pool, LookAtOrder lookAt, Clock clock) {
        this.pool = pool;
        this.lookAt = lookAt;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sweep-protection-orders";
    }

    @Override
    public int order() {
        return 3;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** Answers how many looks were taken. */
    @Override
    public Uni<Integer> runOnce() {
        return Batches.untilNone(this::batch);
    }

    private Uni<Integer> batch() {
        Instant now = clock.instant();
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), BATCH))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Wanted(
                                row.getUUID("order_id"), row.getUUID("case_id"), Look.valueOf(row.getString("kind"))))
                        .toList())
                .chain(due -> all(due, now));
    }

    private Uni<Integer> all(List<Wanted> due, Instant now) {
        return Batches.oneByOne(
                due,
                one -> Panache.withTransaction(() -> lookAt.at(one, now)),
                (one, failure) -> postponed(one, now, failure));
    }

    private Uni<Void> postponed(Wanted one, Instant now, Throwable failure) {
        LOG.errorf(
                "Protection order %s cannot be looked at (%s): it waits for ten minutes",
                one.orderId(), FailureKind.of(failure));
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(
                        one.orderId(), one.look().name(), now.plus(POSTPONED).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
