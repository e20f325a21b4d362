package org.shouwang.platform.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shouwang.platform.alarm.Alarm;

/** How far sealing is behind: a row that no seal holds can be changed and nobody finds it. */
@Singleton
class OldestUnsealed implements Alarm {

    private static final String OLDEST = Arrays.stream(SealedTable.values())
            .map(SealedTable::unsealed)
            .collect(Collectors.joining("union all\n", "select min(at) as oldest from (", ") as unsealed"));

    private final Pool pool;
    private final Clock clock;

    OldestUnsealed(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "unsealed-trail";
    }

    @Override
    public Duration limit() {
        return Duration.ofMinutes(15);
    }

    @Override
    public Uni<Duration> age() {
        return pool.query(OLDEST).execute().map(rows -> Optional.ofNullable(
                        rows.iterator().next().getOffsetDateTime("oldest"))
                .map(OffsetDateTime::toInstant)
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO));
    }
}
