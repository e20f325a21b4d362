package org.shouwang.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.shouwang.platform.alarm.Alarm;

/**
 * How long the oldest push waits that a provider refuses to take from us, be it Apple's for Firebase or JPush itself: its
 * credentials are wrong, and nothing reaches that platform until somebody sets them right. One is enough.
 */
@Singleton
class BarredPushes implements Alarm {

    private static final String BARRED_SINCE = """
            select min(created_at) as since from delivery
            where state = 'PENDING'
              and error in ('THIRD_PARTY_AUTH_ERROR', 'JPUSH_1001', 'JPUSH_1004', 'JPUSH_1008', 'JPUSH_1020', 'JPUSH_2003',
                            'JPUSH_2004')
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
