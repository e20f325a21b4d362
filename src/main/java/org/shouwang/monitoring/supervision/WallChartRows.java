package org.shouwang.monitoring.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.supervision.LetterRows.Wanted;
import org.shouwang.monitoring.supervision.WallChartView.ItemRow;
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.http.Cursor;

/** What goes on, of the areas of offices and of the own units: two statements however much it is. */
@Singleton
public class WallChartRows {

    /** By the indices of areas and units. */
    private static final String SEEN = """
            (exists (select from unnest($1::bigint[], $2::bigint[]) as s(lower, upper)
                     where x.area_code >= s.lower and x.area_code < s.upper)
             or x.unit_id = any($3))
            and ($4::bigint is null or x.area_code = $4)
            """;

    private static final String LETTERS = """
            select x.unit_id, o.name as unit_name, count(*)::integer as open,
                   (count(*) filter (where x.status in ('ISSUED', 'RECEIVED', 'NOT_ACCEPTED') and x.rectify_due_on < $5))::integer
                       as overdue
            from supervision_letter x join organisation o on o.id = x.unit_id
            where x.status not in ('DRAFT', 'CLOSED') and
            """ + SEEN + "group by x.unit_id, o.name";

    private static final String ITEMS = """
            select x.id as plan_id, x.unit_id, o.name as unit_name, x.indicator_code, x.status, i.no, i.item_type, i.measure,
                   i.responsible_post, i.due_on, count(m.no)::integer as milestones,
                   (count(m.no) filter (where m.due_on <= $5))::integer as due,
                   (count(m.no) filter (where m.reported_on is not null))::integer as reported,
                   min(m.due_on) filter (where m.reported_on is null) as next_on
            from rectification_plan x
            join organisation o on o.id = x.unit_id
            join rectification_item i on i.plan_id = x.id
            join rectification_milestone m on m.plan_id = i.plan_id and m.item_no = i.no
            where x.status not in ('DRAFT', 'VERIFIED') and
            """ + SEEN + """
            group by x.id, x.unit_id, o.name, x.indicator_code, x.status, i.plan_id, i.no
            order by i.due_on, x.indicator_code, i.no
            """;

    private static final String MISSED = """
            (x.missed_on is not null or (x.status in ('ISSUED', 'RECEIVED', 'NOT_ACCEPTED') and x.rectify_due_on < $11))
            """;

    private static final String OPEN = "select " + Letter.COLUMNS + """
            from supervision_letter l join organisation o on o.id = l.unit_id
            where l.id in (
                select x.id from supervision_letter x
                where x.status not in ('DRAFT', 'CLOSED') and %s
                  and (exists (select from unnest($1::bigint[], $2::bigint[]) as s(lower, upper)
                               where x.area_code >= s.lower and x.area_code < s.upper)
                       or x.unit_id = any($3))
                  and (x.area_code, x.indicator_code, x.id) > ($7, $8, $9)
                  and ($4::bigint is null or x.area_code = $4) and ($5::text is null or x.status = $5)
                  and ($6::uuid is null or x.unit_id = $6))
            order by l.area_code, l.indicator_code, l.id
            limit $10
            """;

    /** Letters that go on, for a red card or past a deadline (重点督办). */
    private static final String KEY = open("(x.colour = 'RED' or " + MISSED + ")");

    /** Those of which a deadline has passed, and about which nobody has spoken with the unit since (约谈). */
    private static final String INTERVIEWS = open("(x.interviewed_on is null or (x.interviewed_on <= x.rectify_due_on"
            + " and x.status in ('ISSUED', 'RECEIVED', 'NOT_ACCEPTED') and x.rectify_due_on < $11)) and " + MISSED);

    private final Pool pool;

    WallChartRows(Pool pool) {
        this.pool = pool;
    }

    /** A unit with its letters that go on. */
    public record Letters(UUID unitId, String unitName, int open, int overdue) {}

    /** An item with whose it is. */
    record Owned(UUID unitId, String unitName, ItemRow item) {}

    Uni<List<Letters>> letters(Sight sight, @Nullable AreaCode area, LocalDate day) {
        return letters(pool, sight, area, day);
    }

    /** All letters of these areas, in the transaction of a use case. */
    public Uni<List<Letters>> letters(SqlClient client, AreaRanges areas, LocalDate day) {
        return letters(client, new Sight(areas, List.of()), null, day);
    }

    private static Uni<List<Letters>> letters(SqlClient client, Sight sight, @Nullable AreaCode area, LocalDate day) {
        return client.preparedQuery(LETTERS)
                .execute(arguments(sight, area, day))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Letters(
                                row.getUUID("unit_id"),
                                row.getString("unit_name"),
                                row.getInteger("open"),
                                row.getInteger("overdue")))
                        .toList());
    }

    /** The most pressing first. */
    Uni<List<Owned>> items(Sight sight, @Nullable AreaCode area, LocalDate day) {
        return pool.preparedQuery(ITEMS).execute(arguments(sight, area, day)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new Owned(row.getUUID("unit_id"), row.getString("unit_name"), item(row, day)))
                .toList());
    }

    private static ItemRow item(Row row, LocalDate day) {
        LocalDate due = row.getLocalDate("due_on");
        return new ItemRow(
                row.getUUID("plan_id"),
                row.getInteger("no"),
                row.getString("indicator_code"),
                PlanStatus.valueOf(row.getString("status")),
                ItemType.valueOf(row.getString("item_type")),
                row.getString("measure"),
                row.getString("responsible_post"),
                due,
                ChronoUnit.DAYS.between(day, due),
                row.getInteger("milestones"),
                row.getInteger("due"),
                row.getInteger("reported"),
                row.getLocalDate("next_on"));
    }

    private static String open(String which) {
        return OPEN.formatted(which);
    }

    /** The key supervision list as it is on a day. */
    Uni<List<Letter>> key(Sight sight, Wanted wanted, LocalDate day, Optional<Cursor> after, int limit) {
        return letters(KEY, sight, wanted, day, after, limit);
    }

    /** The letters for which the interview stands on a day. */
    Uni<List<Letter>> interviews(Sight sight, Wanted wanted, LocalDate day, Optional<Cursor> after, int limit) {
        return letters(INTERVIEWS, sight, wanted, day, after, limit);
    }

    private Uni<List<Letter>> letters(
            String sql, Sight sight, Wanted wanted, LocalDate day, Optional<Cursor> after, int limit) {
        return pool.preparedQuery(sql)
                .execute(wanted.arguments(sight, after, limit).addLocalDate(day))
                .map(LetterRows::read);
    }

    private static Tuple arguments(Sight sight, @Nullable AreaCode area, LocalDate day) {
        return Tuple.of(sight.areas().lower(), sight.areas().upper(), sight.unitIds())
                .addLong(area == null ? null : area.value())
                .addLocalDate(day);
    }
}
