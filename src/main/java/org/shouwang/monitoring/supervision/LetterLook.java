package org.shouwang.monitoring.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwang.platform.LocalDays;

/**
 * One look at a letter: what has to be told now, and when to look again.
 *
 * @param tell what was not told yet
 * @param passed reminders that need not be told any more, since a later one is
 * @param next empty where nothing more follows by itself
 */
record LetterLook(Set<Stage> tell, Set<Stage> passed, Optional<Instant> next) {

    /** When people are reminded. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    LetterLook {
        tell = Set.copyOf(tell);
        passed = Set.copyOf(passed);
    }

    /** @param told of this deadline */
    static LetterLook at(LetterStatus status, LocalDate dueOn, Set<Stage> told, Instant now) {
        Set<Stage> tell = EnumSet.noneOf(Stage.class);
        Set<Stage> passed = EnumSet.noneOf(Stage.class);
        news(status).filter(stage -> !told.contains(stage)).ifPresent(tell::add);
        if (!status.awaitsReply()) {
            return new LetterLook(tell, passed, Optional.empty());
        }
        Instant overdue = morning(dueOn.plusDays(1));
        Set<Stage> reached = reached(dueOn, told, now);
        if (!now.isBefore(overdue)) {
            passed.addAll(reached);
            if (!told.contains(Stage.OVERDUE)) {
                tell.add(Stage.OVERDUE);
            }
        } else if (tell.isEmpty()) {
            nearest(reached).ifPresent(tell::add);
            passed.addAll(reached);
            passed.removeAll(tell);
        } else {
            passed.addAll(reached);
        }
        return new LetterLook(tell, passed, Optional.of(next(dueOn, overdue, now)));
    }

    /** What became of it. */
    private static Optional<Stage> news(LetterStatus status) {
        return switch (status) {
            case ISSUED, RECEIVED -> Optional.of(Stage.ISSUED);
            case REPLIED -> Optional.of(Stage.REPLIED);
            case ACCEPTED -> Optional.of(Stage.ACCEPTED);
            case NOT_ACCEPTED -> Optional.of(Stage.NOT_ACCEPTED);
            case DRAFT, CLOSED -> Optional.empty();
        };
    }

    private static Set<Stage> reached(LocalDate dueOn, Set<Stage> told, Instant now) {
        Set<Stage> reached = EnumSet.noneOf(Stage.class);
        Stage.DAYS_BEFORE.forEach((stage, days) -> {
            if (!told.contains(stage) && !now.isBefore(morning(dueOn.minusDays(days)))) {
                reached.add(stage);
            }
        });
        return reached;
    }

    private static Optional<Stage> nearest(Set<Stage> reached) {
        return reached.stream().max(Stage::compareTo);
    }

    /** Every morning while it is overdue: whoever was not there to be told is told then. */
    private static Instant next(LocalDate dueOn, Instant overdue, Instant now) {
        Stream<Instant> reminders = Stage.DAYS_BEFORE.values().stream().map(days -> morning(dueOn.minusDays(days)));
        return Stream.concat(reminders, Stream.of(overdue))
                .filter(moment -> moment.isAfter(now))
                .min(Instant::compareTo)
                .orElseGet(() -> {
                    Instant today = morning(LocalDays.of(now));
                    return today.isAfter(now)
                            ? today
                            : morning(LocalDays.of(now).plusDays(1));
                });
    }

    private static Instant morning(LocalDate day) {
        return LocalDays.at(day, MORNING);
    }
}
