package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Result;
import org.shouwang.protection.violence.ViolenceStatisticsView.Figure;
import org.shouwang.protection.violence.ViolenceStatisticsView.Line;

/** How many cases the county has, by township: figures without persons, for the offices that lead them. */
@Singleton
class CountCases {

    private static final String BY_TOWN = """
            select t.code,
                   count(*) filter (where c.created_at >= $3 and c.created_at < $4) as opened,
                   count(*) filter (where c.closed_at >= $3 and c.closed_at < $4) as closed,
                   coalesce(sum(l.letters), 0)::bigint as letters,
                   coalesce(sum(o.orders), 0)::bigint as orders
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join area t on t.level = 'TOWNSHIP' and t.code >= r.lower and t.code < r.upper
            join violence_case c on c.area_code >= t.code and c.area_code < t.code_end
            cross join lateral (select count(*) as letters from warning_letter where case_id = c.id
                                and issued_on between $5 and $6 and not mistaken) l
            cross join lateral (select count(*) as orders from protection_order where case_id = c.id
                                and valid_from between $5 and $6 and not mistaken) o
            group by t.code
            having count(*) filter (where c.created_at >= $3 and c.created_at < $4 or c.closed_at >= $3 and c.closed_at < $4) > 0
                or sum(l.letters) > 0 or sum(o.orders) > 0
            order by t.code
            """;

    private final Pool pool;

    CountCases(Pool pool) {
        this.pool = pool;
    }

    /** From the first day to the last. */
    Uni<Result<ViolenceStatisticsView>> of(LocalDate from, LocalDate to, Caller caller) {
        return caller.with(Right.VIOLENCE_COUNT)
                .flatMap(able ->
                        to.isBefore(from) ? Result.<Caller>invalid("to", "period-ends-before-start") : Result.ok(able))
                .thenDo(able -> pool.preparedQuery(BY_TOWN)
                        .execute(Tuple.of(
                                        able.where(Right.VIOLENCE_COUNT).lower(),
                                        able.where(Right.VIOLENCE_COUNT).upper(),
                                        start(from),
                                        start(to.plusDays(1)))
                                .addLocalDate(from)
                                .addLocalDate(to))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> new Line(
                                        new AreaCode(row.getLong("code")),
                                        Figure.of(row.getLong("opened")),
                                        Figure.of(row.getLong("closed")),
                                        Figure.of(row.getLong("letters")),
                                        Figure.of(row.getLong("orders"))))
                                .toList())
                        .map((List<Line> lines) -> new ViolenceStatisticsView(lines)));
    }

    private static OffsetDateTime start(LocalDate day) {
        return LocalDays.at(day, LocalTime.MIDNIGHT).atOffset(ZoneOffset.UTC);
    }
}
