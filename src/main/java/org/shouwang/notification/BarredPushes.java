package org.shouwang.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.shouwang.platform.alarm.Alarm;

/**
 * How long the oldest push waits that a provider further on refuses to take from us, such as Apple's for Firebase: its
 * credentials are wrong, and nothing reaches that platform until somebody sets them right. One is enough.
 */
@Singleton
class BarredPushes implements Alarm {

    private static final String BARRED_SINCE = """
            select min(created_at) as since from delivery where state = 'PENDING' and error = 'THIRD_PARTY_AUTH_ERROR'
            """;

    private final Pool pool;
    private final Clock clock;

    BarredPushes(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "push-barred";
    }

    @Override
    public Duration limit() {
        return Duration.ZERO;
    }

    @Override
    public Uni<Duration> age() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return pool.query(BARRED_SINCE)
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime("since"))
                .map(since -> since == null ? Duration.ZERO : Duration.between(since, now));
    }
}
