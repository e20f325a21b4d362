package org.shouwang.policy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A length of time as rules give it, such as 5 working days. */
@Schema(name = "PolicySpan")
public record Span(@Min(1) @Max(1000) int amount, @NotNull Unit unit) {

    private static final int DAYS_OF_WEEK = 7;
    private static final int WORKING_DAYS_OF_WEEK = 5;

    /** What is counted. */
    @Schema(name = "SpanUnit")
    public enum Unit {
        HOURS,
        DAYS,
        /** By the calendar of the State Council, see {@link WorkCalendar}. */
        WORKING_DAYS
    }

    static Span of(String text) {
        String[] parts = text.split(" ", -1);
        return new Span(Integer.parseInt(parts[0]), Unit.valueOf(parts[1]));
    }

    /** How long it is in weeks without holidays, at most: by it spans of different units are compared. */
    Duration inOrdinaryWeeks() {
        return switch (unit) {
            case HOURS -> Duration.ofHours(amount);
            case DAYS -> Duration.ofDays(amount);
            case WORKING_DAYS -> Duration.ofDays((long) amount + weekends());
        };
    }

    /** The weekends that this many working days meet at most. */
    private int weekends() {
        int met = (amount + WORKING_DAYS_OF_WEEK - 1) / WORKING_DAYS_OF_WEEK;
        return met * (DAYS_OF_WEEK - WORKING_DAYS_OF_WEEK);
    }
}
