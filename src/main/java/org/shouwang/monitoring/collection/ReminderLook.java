package org.shouwang.monitoring.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.shouwang.platform.LocalDays;

/**
 * One look at a period that takes values: what has to be told now, and when to look again.
 *
 * @param tell the nearest that was not told yet
 * @param passed those that need not be told any more, since a later one is
 * @param next empty where nothing more follows
 */
record ReminderLook(Optional<Reminder> tell, Set<Reminder> passed, Optional<Instant> next) {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** From then on the cards speak (indicators.md, section 5). */
    private static final int NEWS_DAYS = 10;

    ReminderLook {
        passed = Set.copyOf(passed);
    }

    /** @param told of this due day */
    static ReminderLook at(LocalDate openOn, LocalDate dueOn, Set<Reminder> told, Instant now) {
        Set<Reminder> reached = EnumSet.noneOf(Reminder.class);
        Arrays.stream(Reminder.values())
                .filter(one -> !told.contains(one) && !now.isBefore(morning(dueOn, one)))
                .forEach(reached::add);
        boolean speaks = !now.isBefore(morning(openOn)) && now.isBefore(morning(dueOn.plusDays(NEWS_DAYS)));
        Optional<Reminder> tell = speaks ? reached.stream().max(Comparator.naturalOrder()) : Optional.empty();
        Set<Reminder> passed = EnumSet.noneOf(Reminder.class);
        passed.addAll(reached);
        tell.ifPresent(passed::remove);
        return new ReminderLook(
                tell,
                passed,
                Arrays.stream(Reminder.values())
                        .map(one -> morning(dueOn, one))
                        .filter(moment -> moment.isAfter(now))
                        .min(Comparator.naturalOrder()));
    }

    private static Instant morning(LocalDate dueOn, Reminder reminder) {
        return morning(dueOn.minusDays(reminder.daysBefore()));
    }

    private static Instant morning(LocalDate day) {
        return LocalDays.at(day, MORNING);
    }
}
