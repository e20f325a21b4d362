package org.shouwang.monitoring.supervision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.card.CardColour;
import org.shouwang.platform.problem.Violation;

/** How long a unit has to answer: by the colour of the card where the office says nothing else (indicators.md, section 6). */
final class Deadline {

    private static final int YELLOW_DAYS = 30;
    private static final int RED_DAYS = 15;

    /** Less leaves no time to sign for it and to be reminded. */
    static final int LEAST_DAYS = 3;

    static final int MOST_DAYS = 90;

    private Deadline() {}

    static int days(@Nullable Integer asked, CardColour colour) {
        return Optional.ofNullable(asked).orElse(colour == CardColour.RED ? RED_DAYS : YELLOW_DAYS);
    }

    /** What stands against another deadline, for an answer that is asked for again. */
    static List<Violation> again(LocalDate dueOn, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, dueOn);
        return days < LEAST_DAYS || days > MOST_DAYS
                ? List.of(Violation.of("dueOn", "letter-due-within", LEAST_DAYS, MOST_DAYS))
                : List.of();
    }

    /** Whether an answer is late on a day. */
    static boolean isMissed(@Nullable LocalDate dueOn, LocalDate day) {
        return dueOn != null && day.isAfter(dueOn);
    }
}
