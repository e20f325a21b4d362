package org.shouwang.policy;

/** A length of time as rules give it, such as 5 working days. */
public record Span(int amount, Unit unit) {

    /** What is counted. */
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
}
