package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.child.Children;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.PostsInOffice;

/** Who does a task whose holder may be gone, learned in the session of a use case. */
@Singleton
class WhoFollows {

    static final Set<RoleCode> ROLES = Stream.concat(Stream.of(RoleCode.CHILDREN_DIRECTOR), TaskPeople.ABOVE.stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Children children;
    private final PostsInOffice posts;

    WhoFollows(Children children, PostsInOffice posts) {
        this.children = children;
        this.posts = posts;
    }

    /**
     * What is known around these tasks.
     *
     * @param held the posts that hold them or look after their children, as far as they are in force
     * @param there who directs, coordinates and stands above at the place of each task
     */
    record Around(Map<UUID, ChildFacts> children, Map<UUID, Holder> held, Map<AreaCode, List<Holder>> there) {

        /** Whether the task is about a child whose file is closed, and ended with it. */
        boolean isOver(Task task) {
            ChildFacts child = child(task);
            return child != null && !child.fileStatus().isOpen() && !task.taskType.outlivesFile();
        }

        /** Whoever held it, else looks after the child, else directs the village: the first who may work there today. */
        Optional<Holder> holder(Task task) {
            ChildFacts child = child(task);
            return Stream.concat(
                            Stream.of(
                                            Optional.ofNullable(task.assigneeAppointmentId),
                                            Optional.ofNullable(child).map(ChildFacts::responsibleAppointmentId))
                                    .flatMap(Optional::stream)
                                    .flatMap(post -> Stream.ofNullable(held.get(post))),
                            there(task).stream().filter(one -> one.post().role() == RoleCode.CHILDREN_DIRECTOR))
                    .filter(one -> AssignRules.mayWork(Optional.of(one), task.areaCode))
                    .findFirst();
        }

        /** Who finds somebody else. */
        List<Holder> above(Task task) {
            return TaskPeople.nearestAbove(there(task));
        }

        private List<Holder> there(Task task) {
            return there.getOrDefault(task.areaCode, List.of());
        }

        private @Nullable ChildFacts child(Task task) {
            return task.subjectId == null ? null : children.get(task.subjectId);
        }
    }

    Uni<Around> around(Collection<Task> tasks) {
        Set<UUID> subjects = tasks.stream()
                .filter(task -> task.subjectType == SubjectType.CHILD)
                .flatMap(task -> Stream.ofNullable(task.subjectId))
                .collect(Collectors.toSet());
        return children.facts(subjects).chain(facts -> posts.holders(involved(tasks, facts.values()))
                .chain(held -> there(tasks).map(there -> new Around(facts, held, there))));
    }

    private static Set<UUID> involved(Collection<Task> tasks, Collection<ChildFacts> children) {
        return Stream.concat(
                        tasks.stream().flatMap(task -> Stream.ofNullable(task.assigneeAppointmentId)),
                        children.stream().flatMap(child -> Stream.ofNullable(child.responsibleAppointmentId())))
                .collect(Collectors.toSet());
    }

    private Uni<Map<AreaCode, List<Holder>>> there(Collection<Task> tasks) {
        Map<AreaCode, List<Holder>> there = new HashMap<>();
        Uni<Void> gathered = Uni.createFrom().voidItem();
        for (AreaCode area : tasks.stream().map(task -> task.areaCode).collect(Collectors.toSet())) {
            gathered = gathered.chain(() -> posts.at(area, ROLES))
                    .invoke(holders -> there.put(area, holders))
                    .replaceWithVoid();
        }
        return gathered.replaceWith(there);
    }
}
