package org.shouwang.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.LocalDays;
import org.shouwang.policy.LevelPolicy;
import org.shouwang.register.child.RiskLevel;

/** The ladder (逐级提醒): who is to be told now that a task is late, and when to look at it again. */
final class Ladder {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private Ladder() {}

    /**
     * What is known of a task.
     *
     * @param level of the child now, or that of the priority where no child is the subject
     * @param held whether somebody holds it; after a return nobody does
     * @param told the steps that are behind it
     */
    record Late(RiskLevel level, LocalDate dueOn, @Nullable Instant dueAt, boolean held, Set<LadderStep> told) {}

    /**
     * What to do now.
     *
     * @param reasons the steps whose people are told now, and which are behind the task from then on, each with its reason
     * @param next when to look again, empty when the ladder has ended
     */
    record Plan(Map<LadderStep, Reason> reasons, Optional<Instant> next) {

        static final Plan ENDED = new Plan(Map.of(), Optional.empty());

        Set<LadderStep> tell() {
            return reasons.keySet();
        }
    }

    /** Why somebody is told. */
    enum Reason {
        /** The day of this step has come. */
        DUE,
        /** Nobody is in office on the step below. */
        VACANT_BELOW
    }

    /** The first moment at which a task of any level may be late. */
    static Instant firstLook(LocalDate dueOn, @Nullable Instant dueAt) {
        return dueAt == null ? LocalDays.at(dueOn.plusDays(1), LocalTime.MIDNIGHT) : dueAt;
    }

    /**
     * When to look at a task that came with others from a post that ended. Whoever takes over was told of all at once, and is
     * reminded of those that are late the next morning.
     */
    static Instant lookAfterHandover(LocalDate dueOn, @Nullable Instant dueAt, Instant now) {
        Instant first = firstLook(dueOn, dueAt);
        return first.isAfter(now) ? first : nextMorning(now);
    }

    /**
     * Decides the steps of one open task. A step whose moment passed unseen is due now; one with nobody in the post passes
     * to the next step that this level has, at once, and stays untold. Where the last step has nobody, every morning is
     * tried until the post is filled.
     *
     * @param vacant steps that would reach nobody
     */
    static Plan plan(Late task, LevelPolicy policy, Set<LadderStep> vacant, Instant now) {
        Map<LadderStep, Reason> tell = new EnumMap<>(LadderStep.class);
        Optional<Instant> next = Optional.empty();
        boolean passedUp = false;
        for (Map.Entry<LadderStep, Instant> step : moments(task, policy).entrySet()) {
            if (task.told().contains(step.getKey())) {
                passedUp = false;
            } else if (!passedUp && step.getValue().isAfter(now)) {
                next = Optional.of(next.filter(step.getValue()::isAfter).orElse(step.getValue()));
            } else {
                boolean due = !step.getValue().isAfter(now);
                passedUp = vacant.contains(step.getKey());
                if (!passedUp) {
                    tell.put(step.getKey(), due ? Reason.DUE : Reason.VACANT_BELOW);
                }
            }
        }
        return new Plan(tell, passedUp ? Optional.of(nextMorning(now)) : next);
    }

    private static Instant nextMorning(Instant now) {
        Instant today = LocalDays.at(LocalDays.of(now), MORNING);
        return today.isAfter(now) ? today : LocalDays.at(LocalDays.of(now).plusDays(1), MORNING);
    }

    private static Map<LadderStep, Instant> moments(Late task, LevelPolicy policy) {
        Instant firstLate = task.level() == RiskLevel.CRITICAL
                ? firstLook(task.dueOn(), task.dueAt())
                : LocalDays.at(task.dueOn().plusDays(1), MORNING);
        Map<LadderStep, Instant> moments = new EnumMap<>(LadderStep.class);
        if (task.held()) {
            moments.put(LadderStep.ASSIGNEE, firstLate);
        }
        int township = task.held() ? policy.escalateTownshipAfterDays() : 0;
        moments.put(LadderStep.COORDINATOR, after(township, task.dueOn(), firstLate));
        Integer county = policy.escalateCountyAfterDays();
        if (county != null) {
            moments.put(LadderStep.COUNTY, after(county, task.dueOn(), firstLate));
        }
        return moments;
    }

    private static Instant after(int days, LocalDate dueOn, Instant firstLate) {
        return days == 0 ? firstLate : LocalDays.at(dueOn.plusDays(days), MORNING);
    }
}
