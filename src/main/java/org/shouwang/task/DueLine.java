package org.shouwang.task;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The lines of an assignee's daily summary (提醒规则, roles and law 6.1: −3 d, −1 d, 0, +1, +3, +7). Only on these days a task is reason
 * for a summary, so that nobody is told the same each morning; one that comes out anyway says of all that is late how much it is.
 * Who has accepted a task plans it, and is not told of the days before; that its day has come, or is over, is news.
 */
enum DueLine {
    IN_THREE_DAYS("task-due-in-three-days", 3),
    TOMORROW("task-due-tomorrow", 1),
    TODAY("task-due-today", 0),
    /** All that is late; the day after its due day a task is here alone. */
    LATE("task-late", -1),
    /** Beside the line of what is late. */
    LATE_THREE_DAYS("task-late-three-days", -3),
    LATE_SEVEN_DAYS("task-late-seven-days", -7);

    private final String kind;
    private final int days;

    DueLine(String kind, int days) {
        this.kind = kind;
        this.days = days;
    }

    String kind() {
        return kind;
    }

    /** The lines in which a task stands on a day. */
    static List<DueLine> of(LocalDate day, LocalDate dueOn, boolean accepted) {
        long left = ChronoUnit.DAYS.between(day, dueOn);
        return Stream.of(values())
                .filter(line -> line == LATE ? left < 0 : line.days == left)
                .filter(line -> !accepted || line.days <= 0)
                .toList();
    }

    /**
     * Due days of tasks that are reason for a summary.
     *
     * @param since the day of the summary before: what became late meanwhile is made up for, what was soon due is due by now
     */
    static Set<LocalDate> news(LocalDate since, LocalDate day) {
        return Stream.of(values())
                .flatMap(line -> missed(line, since, day)
                        .mapToObj(on -> LocalDate.ofEpochDay(on).plusDays(line.days)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The mornings on which the line would have come out, today's too. */
    private static LongStream missed(DueLine line, LocalDate since, LocalDate day) {
        LocalDate first = line.days < 0 && since.isBefore(day) ? since.plusDays(1) : day;
        return LongStream.rangeClosed(first.toEpochDay(), day.toEpochDay());
    }
}
