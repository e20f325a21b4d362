package org.shouwang.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.shouwang.platform.alarm.Alarm;

/** How long the delivery that is due longest has waited: pushes are not leaving. Channels that are off or closed do not count. */
@Singleton
class OutboxAge implements Alarm {

    private static final String DUE_SINCE = """
            select min(next_attempt_at) as since from delivery
            where state = 'PENDING' and next_attempt_at <= $1 and channel = any($2)
            """;

    private final Pool pool;
    private final PushChannels channels;
    private final Clock clock;

    OutboxAge(Pool pool, PushChannels channels, Clock clock) {
        this.pool = pool;
        this.channels = channels;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public Duration limit() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Uni<Duration> age() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return channels.open()
                .chain(open -> pool.preparedQuery(DUE_SINCE).execute(Tuple.of(now, open.toArray(String[]::new))))
                .map(rows -> rows.iterator().next().getOffsetDateTime("since"))
                .map(since -> since == null ? Duration.ZERO : Duration.between(since, now));
    }
}
