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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.policy.LevelPolicy;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.child.Children;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.staff.Posts;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.task.LadderRows.Due;

/**
 * Gathers what decides about late tasks: people on the reactive pool before the sweep's transaction, the children's risk
 * levels in it, where a level that is raised meanwhile waits for the tasks and wakes them again.
 */
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
    record Around(Map<UUID, Due> seen, Map<UUID, Holder> assignees, Map<AreaCode, List<Holder>> above) {

        /** Whether the task still is what it was when its people were looked up. */
        boolean stillHolds(Task task) {
            Due due = seen.get(task.id);
            return due != null
                    && due.area().equals(task.areaCode)
                    && Objects.equals(due.assignee(), task.assigneeAppointmentId);
        }

        /**
         * Who is told of this step; nobody while the post is vacant. Of what a case owns the township need not know, and the
         * office of the county that leads it does.
         */
        List<Holder> holders(Task task, LadderStep step, LevelPolicy policy) {
            if (step == LadderStep.ASSIGNEE) {
                return Optional.ofNullable(task.assigneeAppointmentId)
                        .map(assignees::get)
                        .map(List::of)
                        .orElse(List.of());
            }
            List<Holder> here = above.getOrDefault(task.areaCode, List.of());
            Optional<CaseOwner> owner = task.owner();
            if (owner.isPresent()) {
                return step == LadderStep.COORDINATOR
                        ? List.of()
                        : TaskPeople.of(owner.get().lead(), here);
            }
            boolean highest = step == LadderStep.COORDINATOR && policy.escalateCountyAfterDays() == null;
            return highest && !task.taskType.isRestricted() ? TaskPeople.inTownship(here) : TaskPeople.of(step, here);
        }
    }

    Uni<Around> gather(List<Due> due) {
        return posts.inForce(distinct(due, Due::assignee)).chain(assignees -> above(distinct(due, Due::area))
                .map(above ->
                        new Around(due.stream().collect(Collectors.toMap(Due::taskId, one -> one)), assignees, above)));
    }

    /** The level at which each task is late: that of the child now, or else of the priority. Runs in the caller's session. */
    Uni<Map<UUID, RiskLevel>> levels(List<Task> tasks) {
        return children.look(
                        tasks.stream().flatMap(task -> child(task).stream()).collect(Collectors.toSet()))
                .map(found -> tasks.stream().collect(Collectors.toMap(task -> task.id, task -> level(task, found))));
    }

    /** What the law asks for by itself is not less pressing since the child is else in no danger. */
    private static RiskLevel level(Task task, Map<UUID, ChildFacts> children) {
        RiskLevel asked = task.priority.level();
        boolean byItself = task.owner().filter(CaseOwner::keepsTasks).isPresent();
        return child(task)
                .map(id -> (@Nullable ChildFacts) children.get(id))
                .map(ChildFacts::riskLevel)
                .filter(level -> !byItself || level.compareTo(asked) < 0)
                .orElse(asked);
    }

    private static Optional<UUID> child(Task task) {
        return Optional.ofNullable(task.subjectType == SubjectType.CHILD ? task.subjectId : null);
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

    private static <T> Set<T> distinct(List<Due> due, Function<Due, @Nullable T> part) {
        return due.stream().map(part).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
