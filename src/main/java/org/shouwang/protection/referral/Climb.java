package org.shouwang.protection.referral;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.shouwang.platform.LocalDays;

/**
 * Who is told of what is awaited and when: reminders before, the receiver and the sender when it is due, then up to the town and
 * the county lead (6.1, 6.2), and again until somebody answers.
 *
 * @param again the interval after the last step
 */
record Climb(List<Step> steps, Duration again) {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** How far up it is told; each rung includes those below it. */
    enum Rung {
        /** The receiver, before it is due. */
        SOON,
        /** The sender too. */
        DUE,
        /** The sender's coordinator too. */
        COORDINATOR,
        /** The county lead too. */
        LEAD
    }

    /** @param after from when it is due; negative before */
    record Step(Duration after, Rung rung) {}

    /** What was accepted is in hands: nobody is woken for a missing feedback, and half an hour is no step any more. */
    static Climb of(Phase phase, Urgency urgency) {
        return switch (phase) {
            case ANSWER -> answer(urgency);
            case FEEDBACK -> answer(urgency == Urgency.IMMEDIATE ? Urgency.URGENT : urgency);
            case ELSEWHERE, READ ->
                new Climb(
                        List.of(
                                new Step(Duration.ZERO, Rung.DUE),
                                new Step(Duration.ofDays(4), Rung.COORDINATOR),
                                new Step(Duration.ofDays(11), Rung.LEAD)),
                        Duration.ofDays(14));
        };
    }

    private static Climb answer(Urgency urgency) {
        return switch (urgency) {
            case NORMAL ->
                new Climb(
                        List.of(
                                new Step(Duration.ofDays(-3), Rung.SOON),
                                new Step(Duration.ofDays(-1), Rung.SOON),
                                new Step(Duration.ZERO, Rung.DUE),
                                new Step(Duration.ofDays(3), Rung.COORDINATOR),
                                new Step(Duration.ofDays(7), Rung.LEAD)),
                        Duration.ofDays(7));
            case URGENT -> steps(Duration.ofHours(-4), Duration.ofHours(12), Duration.ofHours(24));
            case IMMEDIATE -> steps(Duration.ofMinutes(-30), Duration.ofMinutes(30), Duration.ofHours(2));
        };
    }

    private static Climb steps(Duration before, Duration step, Duration again) {
        return new Climb(
                List.of(
                        new Step(before, Rung.SOON),
                        new Step(Duration.ZERO, Rung.DUE),
                        new Step(step, Rung.COORDINATOR),
                        new Step(step.multipliedBy(2), Rung.LEAD)),
                again);
    }

    /** How many steps' times have come; the repetitions count too. */
    int reached(Instant due, Instant now) {
        int reached = 0;
        while (!at(due, reached).isAfter(now)) {
            reached++;
        }
        return reached;
    }

    /** When the step of this number is, counted from 0. */
    Instant at(Instant due, int step) {
        if (step < steps.size()) {
            return due.plus(steps.get(step).after());
        }
        int repetitions = step - steps.size() + 1;
        Duration last = steps.get(steps.size() - 1).after();
        return due.plus(last).plus(again.multipliedBy(repetitions));
    }

    /**
     * When it is looked at after a look: at the next step, and every morning before where a receiver is awaited, since somebody may
     * have come into office there, or where nobody stood at the step that was reached.
     */
    static Instant look(Phase phase, Instant next, boolean heard, Instant now) {
        Instant morning = nextMorning(now);
        return (phase.isReceivers() || !heard) && morning.isBefore(next) ? morning : next;
    }

    private static Instant nextMorning(Instant now) {
        Instant today = LocalDays.at(LocalDays.of(now), MORNING);
        return today.isAfter(now) ? today : LocalDays.at(LocalDays.of(now).plusDays(1), MORNING);
    }

    /** How far up the step goes. */
    Rung rung(int step) {
        return steps.get(Math.min(step, steps.size() - 1)).rung();
    }
}
