package org.shouwang.task;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.task.plan.Followed;
import org.shouwang.task.plan.Replan;

/**
 * What changes for a child.
 *
 * @param known its planned tasks, those that are over as far as they are wanted
 */
record ChildPlan(Followed child, Replan replan, List<Task> known) {

    boolean changesAnything() {
        return !replan.isNothing() || known.stream().anyMatch(PlannedTask::waitsForHolder);
    }

    Task task(UUID id) {
        return known.stream().filter(task -> task.id.equals(id)).findFirst().orElseThrow();
    }

    Stream<Task> moved() {
        return replan.moved().keySet().stream().map(this::task);
    }

    Stream<Task> reopened() {
        return replan.reopened().keySet().stream().map(this::task);
    }

    Stream<Task> waiting() {
        return known.stream()
                .filter(task -> PlannedTask.waitsForHolder(task)
                        && !replan.settled().containsKey(task.id)
                        && !replan.cancelled().contains(task.id));
    }
}
