package org.shouwang.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.PushReportView.Line;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Period;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Result;

/** What became of pushes and reminders by SMS to workers of the caller's area, in numbers by channel and platform, without persons. */
@Singleton
class PushReport {

    /** Every delivery of the period is looked at. */
    private static final int MOST_DAYS = 31;

    /** A post without area and organisation is one of the whole instance: counted for whoever reaches every area. */
    private static final String COUNTED = """
            select d.channel, coalesce(d.platform, 'UNKNOWN') as platform, d.state, count(*) as deliveries,
                   count(*) filter (where d.state = 'SENT' and n.read_at is not null) as opened
            from delivery d
            left join notification n on n.id = d.notification_id
            left join appointment a on a.id = n.appointment_id
            left join organisation o on o.id = a.organisation_id
            where d.created_at >= $3 and d.created_at < $4
              and exists (select 1 from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
                          where coalesce(a.area_code, o.area_code, 100000000000) >= r.lower
                            and coalesce(a.area_code, o.area_code, 100000000000) < r.upper)
            group by 1, 2, 3
            union all
            select 'SMS', 'PHONE', case s.sms_state when 'SENDING' then 'PENDING' when 'FAILED' then 'DEAD' else 'SENT' end,
                   count(*), count(*) filter (where s.sms_state = 'SENT' and n.read_at is not null)
            from reach s
            join notification n on n.id = s.notification_id
            join appointment a on a.id = s.appointment_id
            left join organisation o on o.id = a.organisation_id
            where s.told_at >= $3 and s.told_at < $4 and s.sms_state is not null
              and exists (select 1 from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
                          where coalesce(a.area_code, o.area_code, 100000000000) >= r.lower
                            and coalesce(a.area_code, o.area_code, 100000000000) < r.upper)
            group by 1, 2, 3
            order by 1, 2, 3
            """;

    private final PushChannels channels;
    private final Pool pool;
    private final Clock clock;

    PushReport(PushChannels channels, Pool pool, Clock clock) {
        this.channels = channels;
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Result<PushReportView>> of(@Nullable LocalDate from, @Nullable LocalDate to, Caller caller) {
        return caller.with(Right.PUSH_REVIEW)
                .flatMap(able -> Period.of(from, to, LocalDays.today(clock)))
                .flatMap(PushReport::bounded)
                .thenDo(period -> counted(caller.where(Right.PUSH_REVIEW), period)
                        .chain(lines ->
                                channels.all().map(all -> new PushReportView(period.from(), period.to(), all, lines))));
    }

    private static Result<Period> bounded(Period period) {
        return period.from().plusDays(MOST_DAYS).isAfter(period.to())
                ? Result.ok(period)
                : Result.invalid("to", "period-too-long", MOST_DAYS);
    }

    private Uni<List<Line>> counted(AreaRanges scope, Period period) {
        Tuple arguments = Tuple.of(
                scope.lower(), scope.upper(), DeliveryRows.utc(period.begins()), DeliveryRows.utc(period.ends()));
        return pool.preparedQuery(COUNTED).execute(arguments).map(PushReport::lines);
    }

    private static List<Line> lines(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.groupingBy(row -> List.of(row.getString("channel"), row.getString("platform"))))
                .entrySet()
                .stream()
                .map(group -> line(group.getKey().get(0), group.getKey().get(1), group.getValue()))
                .sorted()
                .toList();
    }

    private static Line line(String channel, String platform, List<Row> states) {
        Map<String, Integer> of = states.stream()
                .collect(Collectors.toMap(row -> row.getString("state"), row -> row.getInteger("deliveries")));
        int opened = states.stream().mapToInt(row -> row.getInteger("opened")).sum();
        return new Line(
                channel,
                platform,
                of.getOrDefault("SENT", 0),
                opened,
                of.getOrDefault("PENDING", 0),
                of.getOrDefault("STALE", 0),
                of.getOrDefault("DEAD", 0));
    }
}
