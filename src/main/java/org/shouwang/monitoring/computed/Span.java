package org.shouwang.monitoring.computed;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** The days that are counted: of what stands at a moment the last of them, of what happens all. */
record Span(LocalDate from, LocalDate on) {

    private static final int MONTHS = 3;

    /** From the first day of the quarter. */
    static Span ofQuarter(LocalDate on) {
        return new Span(on.with(IsoFields.DAY_OF_QUARTER, 1), on);
    }

    /** All of it. */
    static Span ofQuarter(int year, int quarter) {
        LocalDate from = LocalDate.of(year, (quarter - 1) * MONTHS + 1, 1);
        return new Span(from, from.plusMonths(MONTHS).minusDays(1));
    }

    /** From 1 January: of figures that count from then. */
    static Span ofYear(LocalDate on) {
        return new Span(on.withDayOfYear(1), on);
    }
}
