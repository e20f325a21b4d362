package org.shouwang.platform.sms;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.alarm.Alarm;
import org.shouwang.platform.sms.SmsBudget.Used;

/** Since when a county has used so much of what it may send. One is enough; a greater budget ends it. */
abstract class SmsBudgetAlarm implements Alarm {

    /** Of this day and this month only those of which much was used once. */
    private static final String LOW = """
            select area_code, min(low_at) as since,
                   coalesce(max(codes + urgent + reminders) filter (where span = 'DAY'), 0) as today,
                   coalesce(max(codes + urgent + reminders) filter (where span = 'MONTH'), 0) as this_month
            from sms_spent
            where low_at is not null and (span = 'DAY' and begins = $1 or span = 'MONTH' and begins = $2)
            group by area_code
            """;

    private final SmsBudgets budgets;
    private final Pool pool;
    private final Clock clock;

    SmsBudgetAlarm(SmsBudgets budgets, Pool pool, Clock clock) {
        this.budgets = budgets;
        this.pool = pool;
        this.clock = clock;
    }

    /** Whether so much is used that somebody must look. */
    abstract boolean concerns(SmsBudget budget, Used used);

    @Override
    public Duration limit() {
        return Duration.ZERO;
    }

    @Override
    public Uni<Duration> age() {
        LocalDate today = LocalDays.today(clock);
        return pool.preparedQuery(LOW)
                .execute(Tuple.of(today, today.withDayOfMonth(1)))
                .chain(rows -> Multi.createFrom()
                        .items(StreamSupport.stream(rows.spliterator(), false))
                        .onItem()
                        .transformToUniAndConcatenate(this::age)
                        .collect()
                        .with(java.util.stream.Collectors.reducing(
                                Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other)));
    }

    private Uni<Duration> age(Row row) {
        Instant since = row.getOffsetDateTime("since").toInstant();
        Used used = new Used(row.getInteger("today"), row.getInteger("this_month"));
        return budgets.of(new AreaCode(row.getLong("area_code")))
                .map(budget -> concerns(budget, used) ? Duration.between(since, clock.instant()) : Duration.ZERO);
    }
}
