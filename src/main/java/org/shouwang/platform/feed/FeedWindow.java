package org.shouwang.platform.feed;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.shouwang.platform.LocalDays;

/**
 * How far back phones keep the closed history of a kind; what is open stays always. A record is in the window when the day from
 * which it counts is not before the first day. Phones prune by the same windows from the server's date, and loaders leave
 * out what lies before them, so that a pull from the start brings what a phone holds that has pruned.
 */
public enum FeedWindow {
    /** From the day of {@code startedAt}, or of {@code receivedAt} where {@code timeUncertain}: that phone lives in 1970. */
    VISIT("visit", Period.ofMonths(12)),
    /** From the day of {@code contactedAt}. */
    CONTACT("contact", Period.ofMonths(12)),
    /** From the day of {@code updatedAt} of a task that is done or cancelled. */
    TASK("task", Period.ofDays(60)),
    /** From the day of {@code answeredAt} of a move that is not open any more. */
    MOVE("move", Period.ofDays(60));

    /** A removal is kept so long; a phone that did not pull meanwhile pulls from the start. */
    public static final Period REMOVALS = Period.ofDays(400);

    private final String kind;
    private final Period length;

    FeedWindow(String kind, Period length) {
        this.kind = kind;
        this.length = length;
    }

    public String kind() {
        return kind;
    }

    public Period length() {
        return length;
    }

    /** The earliest day from which a closed record may count and be kept. */
    public LocalDate firstDay(LocalDate today) {
        return today.minus(length);
    }

    public boolean holds(LocalDate day, LocalDate today) {
        return !day.isBefore(firstDay(today));
    }

    public boolean holds(Instant moment, Clock clock) {
        return holds(LocalDays.of(moment), LocalDays.today(clock));
    }
}
