package org.shouwang.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Result;

/** Local days from {@code from} to {@code to}, both included. */
public record Period(LocalDate from, LocalDate to) {

    public static final int LONGEST_DAYS = 366;

    /**
     * The period asked for: until today and from the first of that month on, where nothing else is said. Refused with 422 when
     * it ends before it begins or is longer than {@link #LONGEST_DAYS} days.
     */
    public static Result<Period> of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        LocalDate last = to == null ? (from == null || !from.isAfter(today) ? today : from) : to;
        LocalDate first = from == null ? last.withDayOfMonth(1) : from;
        if (last.isBefore(first)) {
            return Result.invalid("to", "period-ends-before-start");
        }
        return ChronoUnit.DAYS.between(first, last) < LONGEST_DAYS
                ? Result.ok(new Period(first, last))
                : Result.invalid("to", "period-too-long", LONGEST_DAYS);
    }

    public Instant begins() {
        return LocalDays.at(from, LocalTime.MIDNIGHT);
    }

    /** First moment that is no longer of it. */
    public Instant ends() {
        return LocalDays.at(to.plusDays(1), LocalTime.MIDNIGHT);
    }
}
