package org.shouwang.task.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.LocalDays;
import org.shouwang.policy.Span;
import org.shouwang.policy.WorkCalendar;

/**
 * Until when something is to be done.
 *
 * @param at the moment, where it is measured in hours; on that day
 */
public record Due(LocalDate on, @Nullable Instant at) implements Comparable<Due> {

    private static final Comparator<Due> BY_END = Comparator.comparing(Due::end);

    static Due on(LocalDate day) {
        return new Due(day, null);
    }

    /** A span after a moment; days are counted from its day. */
    static Due after(Instant moment, Span span, WorkCalendar calendar) {
        LocalDate day = LocalDays.of(moment);
        return switch (span.unit()) {
            case HOURS -> at(moment.plus(Duration.ofHours(span.amount())));
            case DAYS -> on(day.plusDays(span.amount()));
            case WORKING_DAYS -> on(calendar.after(day, span.amount()));
        };
    }

    private static Due at(Instant moment) {
        return new Due(LocalDays.of(moment), moment);
    }

    private Instant end() {
        return at == null ? LocalDays.at(on.plusDays(1), LocalTime.MIDNIGHT) : at;
    }

    boolean isBefore(Due other) {
        return compareTo(other) < 0;
    }

    static Due sooner(Due one, Due other) {
        return other.isBefore(one) ? other : one;
    }

    static Due later(Due one, Due other) {
        return one.isBefore(other) ? other : one;
    }

    @Override
    public int compareTo(Due other) {
        return BY_END.compare(this, other);
    }
}
