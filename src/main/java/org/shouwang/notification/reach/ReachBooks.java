package org.shouwang.notification.reach;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.sms.SmsBudget;
import org.shouwang.platform.sms.SmsBudgets;
import org.shouwang.staff.AreasAbove.Extent;
import org.shouwang.staff.AreasAboveRows;

/** Reads what areas have decided: a row an area that has, and who runs what for another. */
@Singleton
public class ReachBooks implements SmsBudgets {

    private static final String DECIDED = """
            select distinct on (r.area_code) r.id, r.area_code, a.code_end, a.level in ('PROVINCE', 'CITY') as above_counties,
                   r.created_at, r.urgent_sms_after_minutes, r.call_after_minutes, r.reminders_by_sms,
                   r.reminder_sms_after_hours, r.sms_per_day, r.sms_per_month
            from reach_settings r join area a on a.code = r.area_code
            order by r.area_code, r.number desc
            """;

    private final AreasAboveRows areas;
    private final Pool pool;
    private final Clock clock;

    ReachBooks(AreasAboveRows areas, Pool pool, Clock clock) {
        this.areas = areas;
        this.pool = pool;
        this.clock = clock;
    }

    public Uni<ReachBook> read() {
        return areas.load(pool).chain(tree -> pool.query(DECIDED)
                .execute()
                .map(rows -> new ReachBook(
                        tree,
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(ReachBooks::decided)
                                .toList())));
    }

    @Override
    public Uni<SmsBudget> of(AreaCode county) {
        return read().map(book -> book.at(county, LocalDays.today(clock)).budget());
    }

    private static Decided decided(Row row) {
        return new Decided(
                row.getUUID("id"),
                new Extent(
                        new AreaCode(row.getLong("area_code")),
                        row.getLong("code_end"),
                        row.getBoolean("above_counties")),
                row.getOffsetDateTime("created_at").toInstant(),
                new ReachSettings(
                        Duration.ofMinutes(row.getInteger("urgent_sms_after_minutes")),
                        Duration.ofMinutes(row.getInteger("call_after_minutes")),
                        row.getBoolean("reminders_by_sms"),
                        Duration.ofHours(row.getInteger("reminder_sms_after_hours")),
                        new SmsBudget(row.getInteger("sms_per_day"), row.getInteger("sms_per_month"))));
    }
}
