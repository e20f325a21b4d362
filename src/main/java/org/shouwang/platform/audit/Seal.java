package org.shouwang.platform.audit;

import java.time.LocalDate;
import java.time.YearMonth;
import org.shouwang.platform.secret.AuditKey;

/**
 * Holds the rows of one month within a range of positions, and the seal before.
 *
 * @param number 1 for the first of its table
 * @param from first position of the range
 * @param to first position after the range
 * @param previous what the seal before is chained to; zeros for the first
 * @param chained HMAC over all of the above
 * @param dropped whether retention dropped the rows
 */
record Seal(
        SealedTable table,
        long number,
        LocalDate month,
        long from,
        long to,
        RowSum sum,
        String previous,
        String chained,
        boolean dropped) {

    static final String BEGINNING = "0".repeat(64);

    static Seal make(
            SealedTable table,
            long number,
            LocalDate month,
            long from,
            long to,
            RowSum sum,
            String previous,
            AuditKey key) {
        return new Seal(
                table,
                number,
                month,
                from,
                to,
                sum,
                previous,
                chain(table, number, month, from, to, sum, previous, key),
                false);
    }

    /** Whether it is as the sealer made it. */
    boolean isGenuine(AuditKey key) {
        return chained.equals(chain(table, number, month, from, to, sum, previous, key));
    }

    /** Whether retention may have dropped its rows by this month: they have been kept as long as the law wants at least. */
    boolean mayBeDropped(YearMonth now) {
        return YearMonth.from(month).plusMonths(RetentionConfig.LEAST_MONTHS).isBefore(now);
    }

    private static String chain(
            SealedTable table,
            long number,
            LocalDate month,
            long from,
            long to,
            RowSum sum,
            String previous,
            AuditKey key) {
        return key.sign(String.join(
                " ",
                "seal-1",
                table.table(),
                Long.toString(number),
                month.toString(),
                Long.toString(from),
                Long.toString(to),
                Long.toString(sum.rows()),
                sum.digest(),
                previous));
    }
}
