package org.shouwang.register.move;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shouwang.platform.LocalDays;

/** Who is to be told now that nobody answers a move. */
final class MoveLadder {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private MoveLadder() {}

    /**
     * What to do now.
     *
     * @param tell the steps whose people are told now
     * @param next when to look again, empty when the ladder has ended
     */
    record Plan(Set<MoveStep> tell, Optional<Instant> next) {}

    /**
     * A step whose moment passed unseen is due now. One that would reach nobody is tried every morning until it does.
     *
     * @param days after how many days each step comes; those after none come at once, all others in the morning
     * @param told the steps that are behind it
     * @param vacant the steps that would reach nobody
     */
    static Plan plan(
            Instant askedAt, Map<MoveStep, Integer> days, Set<MoveStep> told, Set<MoveStep> vacant, Instant now) {
        Set<MoveStep> tell = EnumSet.noneOf(MoveStep.class);
        Optional<Instant> next = Optional.empty();
        for (MoveStep step : EnumSet.complementOf(copy(told))) {
            Instant due = moment(askedAt, days.getOrDefault(step, 0));
            if (!due.isAfter(now) && !vacant.contains(step)) {
                tell.add(step);
                continue;
            }
            Instant look = due.isAfter(now) ? due : nextMorning(now);
            next = Optional.of(next.filter(look::isAfter).orElse(look));
        }
        return new Plan(tell, next);
    }

    /** The first moment at which somebody is told of a move of which whoever is asked knows. */
    static Instant firstLook(Instant askedAt, Map<MoveStep, Integer> days) {
        return plan(askedAt, days, Set.of(MoveStep.ASKED), Set.of(), askedAt)
                .next()
                .orElse(askedAt);
    }

    private static EnumSet<MoveStep> copy(Set<MoveStep> steps) {
        EnumSet<MoveStep> copy = EnumSet.noneOf(MoveStep.class);
        copy.addAll(steps);
        return copy;
    }

    private static Instant moment(Instant askedAt, int days) {
        return days == 0 ? askedAt : morning(LocalDays.of(askedAt).plusDays(days));
    }

    private static Instant nextMorning(Instant now) {
        Instant today = morning(LocalDays.of(now));
        return today.isAfter(now) ? today : morning(LocalDays.of(now).plusDays(1));
    }

    private static Instant morning(LocalDate day) {
        return LocalDays.at(day, MORNING);
    }
}
