package org.shouwang.task.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.task.plan.FollowUpRule.Owed;

/**
 * What has to change so that what should stand does, and nothing else.
 *
 * @param made tasks that were never there
 * @param moved open tasks that stay, with other days or another priority
 * @param reopened tasks that were over and are owed again, since what met them does not count any more
 * @param settled open tasks that a record has met unseen
 * @param cancelled open tasks that nothing asks for any more
 */
public record Replan(
        List<Wanted> made,
        Map<UUID, Wanted> moved,
        Map<UUID, Wanted> reopened,
        Map<UUID, Happened> settled,
        Set<UUID> cancelled) {

    private Replan() {
        this(new ArrayList<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashSet<>());
    }

    public boolean isNothing() {
        return made.isEmpty() && moved.isEmpty() && reopened.isEmpty() && settled.isEmpty() && cancelled.isEmpty();
    }

    /**
     * Compares what should stand with what does.
     *
     * @param standing the open planned tasks of a child, and those that are over under a wanted occurrence
     */
    public static Replan of(List<Wanted> wanted, List<Standing> standing) {
        Replan replan = new Replan();
        for (Owed owed : Owed.values()) {
            replan.owed(
                    wanted.stream().filter(one -> one.rule().owed() == owed).findFirst(),
                    standing.stream().filter(one -> one.rule().owed() == owed).toList());
        }
        return replan;
    }

    private void owed(Optional<Wanted> wanted, List<Standing> standing) {
        if (wanted.isEmpty()) {
            standing.stream().filter(Standing::open).forEach(one -> cancelled.add(one.taskId()));
            return;
        }
        Wanted one = wanted.get();
        Optional<Standing> same = standing.stream().filter(task -> task.is(one)).findFirst();
        boolean concern = standing.stream().anyMatch(task -> task.holdsFor(one));
        same.ifPresentOrElse(task -> stays(task, one), () -> {
            if (!concern) {
                made.add(one);
            }
        });
        for (Standing other : standing) {
            if (other.open() && !other.is(one) && !other.holdsFor(one)) {
                over(other, one, same.isEmpty());
            }
        }
    }

    private void stays(Standing task, Wanted wanted) {
        if (!task.open()) {
            reopened.put(task.taskId(), wanted);
        } else if (task.differsFrom(wanted)
                && !(task.holdsFor(wanted) && task.due().isBefore(wanted.due()))) {
            moved.put(task.taskId(), wanted);
        }
    }

    /** The record that begins a cycle nobody knew of has met what was owed before. One that is counted from again, or is older, has not. */
    private void over(Standing task, Wanted wanted, boolean isNew) {
        wanted.begun()
                .filter(record -> isNew && task.isMetBy(record))
                .ifPresentOrElse(record -> settled.put(task.taskId(), record), () -> cancelled.add(task.taskId()));
    }
}
