package org.shouwang.platform.sms;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.sms.SmsBudget.Used;

/** Counts what counties send, each message once, and says no when the budget does. */
@Singleton
public class SmsLedger {

    private static final String DAY = "DAY";
    private static final String MONTH = "MONTH";

    /** Both counters are held until the transaction ends, in one order, so that nobody spends what another is about to spend. */
    private static final String HOLD = """
            insert into sms_spent as known (area_code, span, begins)
            values ($1::bigint, 'DAY', $2::date), ($1::bigint, 'MONTH', $3::date)
            on conflict (area_code, span, begins) do update set codes = known.codes
            returning span, codes + urgent + reminders as used
            """;

    private static final String COUNT = """
            update sms_spent
            set %1$s = %1$s + 1,
                low_at = coalesce(low_at, case when (codes + urgent + reminders + 1) * 100
                    >= $4::bigint * case span when 'DAY' then $5::bigint else $6::bigint end then $7::timestamptz end)
            where area_code = $1 and (span = 'DAY' and begins = $2 or span = 'MONTH' and begins = $3)
            """;

    private final Clock clock;

    SmsLedger(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts one message in the caller's transaction, which decides that it goes out.
     *
     * @return false when it may not, and nothing was counted
     */
    public Uni<Boolean> take(SqlConnection transaction, AreaCode county, SmsPurpose purpose, SmsBudget budget) {
        LocalDate today = LocalDays.today(clock);
        LocalDate month = today.withDayOfMonth(1);
        return transaction
                .preparedQuery(HOLD)
                .execute(Tuple.of(county.value(), today, month))
                .map(rows -> budget.allows(purpose, new Used(used(rows, DAY), used(rows, MONTH))))
                .chain(allowed -> allowed
                        ? transaction
                                .preparedQuery(COUNT.formatted(purpose.column()))
                                .execute(Tuple.of(county.value(), today, month)
                                        .addLong((long) SmsBudget.LOW_PERCENT)
                                        .addLong((long) budget.perDay())
                                        .addLong((long) budget.perMonth())
                                        .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC)))
                                .replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    private static int used(RowSet<Row> rows, String span) {
        for (Row row : rows) {
            if (row.getString("span").equals(span)) {
                return row.getInteger("used");
            }
        }
        throw new IllegalStateException("no counter of a " + span);
    }
}
