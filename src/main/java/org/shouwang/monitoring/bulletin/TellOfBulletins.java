package org.shouwang.monitoring.bulletin;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.unit.UnitPeople;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notice.Push;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.background.Batches;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.staff.PostsInOffice.InOffice;

/**
 * Tells the liaisons of its units and the statistics officer that a bulletin was issued, each once. One that fails waits for ten
 * minutes and stops no other.
 */
@Singleton
class TellOfBulletins implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(TellOfBulletins.class);
    private static final int BATCH = 20;
    private static final Duration POSTPONED = Duration.ofMinutes(10);
    private static final String EVENT = "bulletin-issued";

    /** By bulletin_look. */
    private static final String DUE = "select id from bulletin where look_at <= $1 order by look_at limit $2";

    private static final String CLAIM =
            "select area_code from bulletin where id = $1 and look_at <= $2 for update skip locked";

    private static final String UNITS = "select unit_id from bulletin_unit where bulletin_id = $1";

    private static final String TOLD = "update bulletin set look_at = null where id = $1";

    private static final String POSTPONE = "update bulletin set look_at = $2 where id = $1 and look_at < $2";

    private final UnitPeople people;
    private final Notifications notifications;
    private final Pool pool;
    private final Clock clock;

    TellOfBulletins(UnitPeople people, Notifications notifications, Pool pool, Clock clock) {
        this.people = people;
        this.notifications = notifications;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "tell-of-bulletins";
    }

    /** Before the summaries. */
    @Override
    public int order() {
        return 2;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** Answers how many bulletins were told of. */
    @Override
    public Uni<Integer> runOnce() {
        return Batches.untilNone(this::batch);
    }

    private Uni<Integer> batch() {
        Instant now = clock.instant();
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), BATCH))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList())
                .chain(due -> Batches.oneByOne(
                        due,
                        id -> Races.again(() -> Panache.withTransaction(() -> claim(id, now))),
                        (id, failure) -> putOff(id, now, failure)));
    }

    /** Answers 1, or 0 where somebody else tells. */
    private Uni<Integer> claim(UUID id, Instant now) {
        return SessionSql.rows(CLAIM, id, now.atOffset(ZoneOffset.UTC))
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(0)
                        : tell(id, new AreaCode((Long) Objects.requireNonNull(rows.get(0)[0])))
                                .replaceWith(1));
    }

    private Uni<Void> tell(UUID id, AreaCode area) {
        return SessionSql.rows(UNITS, id)
                .map(rows -> rows.stream().map(TellOfBulletins::unit).toList())
                .chain(people::units)
                .chain(liaisons -> people.statistics(area).map(statistics -> Stream.concat(
                                liaisons.stream().map(UnitPeople.Liaison::post), statistics.stream())
                        .map(post -> notice(id, post))
                        .toList()))
                .chain(notices -> notifications.tell(notices))
                .chain(() -> SessionSql.update(TOLD, id))
                .replaceWithVoid();
    }

    private static UUID unit(@Nullable Object[] row) {
        return (UUID) Objects.requireNonNull(row[0]);
    }

    /** Whoever speaks for two units is one person, and told once. */
    private static Notice notice(UUID id, InOffice one) {
        return new Notice(
                one.workerId(),
                one.workerNumber(),
                one.appointmentId(),
                EVENT,
                id.toString(),
                Push.DAYTIME,
                "bulletin",
                id,
                null);
    }

    private Uni<Void> putOff(UUID id, Instant now, Throwable failure) {
        LOG.errorf("Nobody can be told of bulletin %s (%s): it waits for ten minutes", id, FailureKind.of(failure));
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(id, now.plus(POSTPONED).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
