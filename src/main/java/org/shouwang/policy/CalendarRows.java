package org.shouwang.policy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** The table of days, a year of an area at a time, in the transaction of the caller. */
@Singleton
class CalendarRows {

    /** One at a time: two lists of one year must not mix. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('work-calendar', 0))";

    private static final String YEARS =
            "select distinct extract(year from day)::integer as year from work_calendar_day where area_code is null";

    private static final String OF_YEAR = """
            from work_calendar_day
            where area_code is not distinct from $1 and day >= make_date($2, 1, 1) and day < make_date($2 + 1, 1, 1)
            """;

    private static final String STORED = "select day, working, name " + OF_YEAR + " order by day";

    private static final String REMOVE = "delete " + OF_YEAR;

    private static final String INSERT = """
            insert into work_calendar_day (area_code, day, working, name)
            select $1, d.day, d.working, d.name from unnest($2::date[], $3::boolean[], $4::text[]) as d(day, working, name)
            """;

    Uni<Void> alone(SqlClient transaction) {
        return transaction.query(ALONE).execute().replaceWithVoid();
    }

    Uni<Set<Integer>> nationalYears(SqlClient transaction) {
        return transaction.query(YEARS).execute().map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getInteger("year"))
                .collect(Collectors.toSet()));
    }

    /** The days of a year in their order; those of the whole country where no area is named. */
    Uni<List<CalendarDay>> ofYear(SqlClient transaction, @Nullable AreaCode area, int year) {
        return transaction
                .preparedQuery(STORED)
                .execute(Tuple.of(value(area), year))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new CalendarDay(
                                row.getLocalDate("day"), row.getBoolean("working"), row.getString("name")))
                        .toList());
    }

    Uni<Void> replace(SqlClient transaction, @Nullable AreaCode area, int year, List<CalendarDay> days) {
        return transaction
                .preparedQuery(REMOVE)
                .execute(Tuple.of(value(area), year))
                .chain(() -> insert(transaction, area, days));
    }

    Uni<Void> insert(SqlClient transaction, @Nullable AreaCode area, List<CalendarDay> days) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of(value(area))
                        .addArrayOfLocalDate(days.stream().map(CalendarDay::day).toArray(LocalDate[]::new))
                        .addArrayOfBoolean(
                                days.stream().map(CalendarDay::working).toArray(Boolean[]::new))
                        .addArrayOfString(days.stream().map(CalendarDay::name).toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static @Nullable Long value(@Nullable AreaCode area) {
        return area == null ? null : area.value();
    }
}
