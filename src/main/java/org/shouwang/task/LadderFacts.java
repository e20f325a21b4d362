package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.register.Children;
import org.shouwang.register.RiskLevel;
import org.shouwang.staff.Posts;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.task.LadderRows.Due;

/** Gathers people and risk levels around late tasks, on the reactive pool before the sweep's transaction. */
@Singleton
class LadderFacts {

    private final Posts posts;
    private final TaskPeople people;
    private final Children children;

    LadderFacts(Posts posts, TaskPeople people, Children children) {
        this.posts = posts;
        this.people = people;
        this.children = children;
    }

    /** What is known around a batch of late tasks. */
    record Around(
            Map<UUID, Due> seen,
            Map<UUID, Holder> assignees,
            Map<AreaCode, List<Holder>> above,
            Map<UUID, RiskLevel> levels) {

        /** Whether the task still is what it was when its people were looked up. */
        boolean stillHolds(Task task) {
            Due due = seen.get(task.id);
            return due != null
                    && due.area().equals(task.areaCode)
                    && Objects.equals(due.assignee(), task.assigneeAppointmentId);
        }

        RiskLevel level(Task task) {
            UUID child = task.subjectType == SubjectType.CHILD ? task.subjectId : null;
            return Optional.ofNullable(child)
                    .map(id -> (@Nullable RiskLevel) levels.get(id))
                    .orElse(task.priority.level());
        }

        List<Holder> holders(Task task, LadderStep step) {
            if (step == LadderStep.ASSIGNEE) {
                return Optional.ofNullable(task.assigneeAppointmentId)
                        .map(assignees::get)
                        .map(List::of)
                        .orElse(List.of());
            }
            return TaskPeople.of(step, above.getOrDefault(task.areaCode, List.of()));
        }
    }

    Uni<Around> gather(List<Due> due) {
        return posts.inForce(distinct(due, Due::assignee))
                .chain(assignees -> children.levels(distinct(due, Due::childId))
                        .chain(levels -> above(distinct(due, Due::area))
                                .map(above -> new Around(
                                        due.stream().collect(Collectors.toMap(Due::taskId, one -> one)),
                                        assignees,
                                        above,
                                        levels))));
    }

    private Uni<Map<AreaCode, List<Holder>>> above(Collection<AreaCode> areas) {
        Map<AreaCode, List<Holder>> above = new HashMap<>();
        Uni<Void> gathered = Uni.createFrom().voidItem();
        for (AreaCode area : areas) {
            gathered = gathered.chain(() -> people.above(area))
                    .invoke(holders -> above.put(area, holders))
                    .replaceWithVoid();
        }
        return gathered.replaceWith(above);
    }

    private static <T> Set<T> distinct(List<Due> due, java.util.function.Function<Due, @Nullable T> part) {
        return due.stream().map(part).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
