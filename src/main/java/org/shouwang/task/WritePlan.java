package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.PostsInOffice;
import org.shouwang.task.plan.FollowUpLooks;
import org.shouwang.task.plan.Followed;
import org.shouwang.task.plan.Happened;
import org.shouwang.task.plan.Replan;
import org.shouwang.task.plan.Wanted;

/** Writes what a plan changes for a child, in the planner's transaction. Only what is due within hours is told. */
@Singleton
class WritePlan {

    /** Where nobody at all is in office: until somebody is. */
    private static final Duration NOBODY_THERE = Duration.ofDays(1);

    private final TaskRepository tasks;
    private final FollowUpLooks looks;
    private final PostsInOffice posts;
    private final Notifications notifications;
    private final Trail trail;

    WritePlan(
            TaskRepository tasks, FollowUpLooks looks, PostsInOffice posts, Notifications notifications, Trail trail) {
        this.tasks = tasks;
        this.looks = looks;
        this.posts = posts;
        this.notifications = notifications;
        this.trail = trail;
    }

    /** @param known the planned tasks of the child, those that are over as far as they are wanted */
    Uni<Void> write(Followed child, Replan replan, List<Task> known, PlanPeople people, Instant now) {
        Map<UUID, Task> byId = known.stream().collect(Collectors.toMap(task -> task.id, Function.identity()));
        Optional<Holder> carer = people.carer(child);
        List<Task> made = people.assigner(child).stream()
                .flatMap(assigner -> replan.made().stream().map(wanted -> made(wanted, child, assigner, carer, now)))
                .toList();
        List<Task> hasty = new ArrayList<>(made);
        List<Task> pressing = new ArrayList<>();
        Uni<Void> written = added(made);
        if (made.size() < replan.made().size()) {
            written = written.chain(() -> looks.again(child.childId(), now.plus(NOBODY_THERE)));
        }
        for (Map.Entry<UUID, Wanted> one : replan.moved().entrySet()) {
            Task task = Objects.requireNonNull(byId.get(one.getKey()));
            (PlannedTask.becomesUrgent(task, one.getValue()) ? pressing : hasty).add(task);
            written = written.chain(() -> moved(task, one.getValue(), now));
        }
        for (Map.Entry<UUID, Wanted> one : replan.reopened().entrySet()) {
            Task task = Objects.requireNonNull(byId.get(one.getKey()));
            hasty.add(task);
            written = written.chain(() -> reopened(task, one.getValue(), carer, now));
        }
        List<Task> given = carer.isEmpty() ? List.of() : waiting(known, replan);
        hasty.addAll(given);
        return written.chain(() -> over(replan, byId, now))
                .chain(() -> carer.map(holder -> given(given, holder, now))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> {
                    Set<Task> told = new LinkedHashSet<>(pressing);
                    hasty.stream().filter(PlannedTask::isToldAtOnce).forEach(told::add);
                    return tell(told, people.above(child));
                });
    }

    private static List<Task> waiting(List<Task> known, Replan replan) {
        return known.stream()
                .filter(task -> PlannedTask.waitsForHolder(task)
                        && !replan.settled().containsKey(task.id)
                        && !replan.cancelled().contains(task.id))
                .toList();
    }

    /** What is told at once is told of each; of all the rest whoever looks after children now is told once a day. */
    private Uni<Void> given(List<Task> given, Holder carer, Instant now) {
        Uni<Void> written = Uni.createFrom().voidItem();
        for (Task task : given) {
            written = written.invoke(
                            () -> task.assigneeAppointmentId = carer.post().appointmentId())
                    .chain(() -> tasks.ladder(task.id))
                    .invoke(ladder -> ladder.holderChanged(Ladder.lookAfterHandover(task.dueOn, task.dueAt, now)))
                    .chain(() -> noted(task, "task.reassign", now));
        }
        List<Task> quiet =
                given.stream().filter(task -> !PlannedTask.isToldAtOnce(task)).toList();
        return written.chain(() -> notifications.withdraw(
                        TaskNotices.TASK, given.stream().map(task -> task.id).toList()))
                .chain(() -> quiet.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : notifications.tell(TaskNotices.passedOn(quiet, carer, LocalDays.of(now))));
    }

    private Uni<Void> over(Replan replan, Map<UUID, Task> byId, Instant now) {
        Uni<Void> written = Uni.createFrom().voidItem();
        for (Map.Entry<UUID, Happened> one : replan.settled().entrySet()) {
            Task task = Objects.requireNonNull(byId.get(one.getKey()));
            written = written.invoke(() -> PlannedTask.settle(task, one.getValue()))
                    .chain(() -> noted(task, "task.settle", now));
        }
        for (UUID id : replan.cancelled()) {
            Task task = Objects.requireNonNull(byId.get(id));
            written = written.invoke(() -> task.status = TaskStatus.CANCELLED)
                    .chain(() -> noted(task, "task.cancel", now));
        }
        List<UUID> over = Stream.concat(replan.settled().keySet().stream(), replan.cancelled().stream())
                .toList();
        return written.chain(() -> tasks.endLadders(over)).chain(() -> notifications.withdraw(TaskNotices.TASK, over));
    }

    private static Task made(Wanted wanted, Followed child, Holder assigner, Optional<Holder> carer, Instant now) {
        Task task = PlannedTask.of(wanted, child, assigner, now);
        task.assigneeAppointmentId = id(carer).orElse(null);
        return task;
    }

    private Uni<Void> added(List<Task> made) {
        if (made.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> written = tasks.add(
                made,
                made.stream()
                        .map(task -> new LadderEntry(task.id, Ladder.firstLook(task.dueOn, task.dueAt)))
                        .toList());
        for (Task task : made) {
            written = written.chain(() -> trail.changedByRule("task.plan", subject(task)));
        }
        return written;
    }

    private Uni<Void> moved(Task task, Wanted wanted, Instant now) {
        if (!PlannedTask.move(task, wanted)) {
            return noted(task, "task.replan", now);
        }
        return tasks.ladder(task.id)
                .invoke(ladder -> ladder.dueChanged(Ladder.lookAfterHandover(task.dueOn, task.dueAt, now)))
                .chain(() -> noted(task, "task.replan", now));
    }

    /** Whoever looks after the child today has it: who held it may be gone. */
    private Uni<Void> reopened(Task task, Wanted wanted, Optional<Holder> carer, Instant now) {
        task.unsettle(TaskStatus.NEW);
        task.assigneeAppointmentId = id(carer).orElse(null);
        PlannedTask.move(task, wanted);
        return tasks.ladder(task.id)
                .invoke(ladder -> ladder.reopened(Ladder.lookAfterHandover(task.dueOn, task.dueAt, now)))
                .chain(() -> noted(task, ReopenTasks.REOPENED, now));
    }

    private Uni<Void> noted(Task task, String action, Instant now) {
        task.touch(now, task.updatedBy);
        return trail.changedByRule(action, subject(task));
    }

    /** Beside these, planned work is counted in the summary of the days on which it is due. */
    private Uni<Void> tell(Set<Task> hasty, List<Holder> above) {
        return hasty.isEmpty()
                ? Uni.createFrom().voidItem()
                : tasks.flush()
                        .chain(() -> posts.kept(hasty.stream()
                                .flatMap(task -> Stream.ofNullable(task.assigneeAppointmentId))
                                .toList()))
                        .chain(kept -> notifications.tell(hasty.stream()
                                .flatMap(task -> notices(
                                        task,
                                        Optional.ofNullable(task.assigneeAppointmentId)
                                                .flatMap(post -> Optional.ofNullable(kept.get(post))),
                                        above))
                                .toList()));
    }

    private static Stream<Notice> notices(Task task, Optional<PostsInOffice.InOffice> assignee, List<Holder> above) {
        return assignee.isPresent()
                ? Stream.of(TaskNotices.asked(task, assignee.get()))
                : above.stream().map(holder -> TaskNotices.leftOver(task, holder));
    }

    private static Optional<UUID> id(Optional<Holder> holder) {
        return holder.map(found -> found.post().appointmentId());
    }

    private static Subject subject(Task task) {
        return new Subject(TaskNotices.TASK, task.id, task.areaCode);
    }
}
