package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

/** Writes what plans change for children, in the planner's transaction and all together. Only what is due within hours is told. */
@Singleton
class WritePlan {

    /** Where nobody at all is in office: until somebody is. */
    private static final Duration NOBODY_THERE = Duration.ofDays(1);

    /** Rows that are sent at once. */
    private static final int TOGETHER = 200;

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

    /** What is gathered on the way, to be written at once. */
    private static final class Round {

        private final List<Task> made = new ArrayList<>();
        private final List<Task> over = new ArrayList<>();
        private final Map<Holder, List<Task>> given = new LinkedHashMap<>();
        private final Map<Task, List<Holder>> told = new LinkedHashMap<>();
    }

    Uni<Void> write(List<ChildPlan> plans, PlanPeople people, Instant now) {
        if (plans.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Round round = new Round();
        Uni<Void> written = tasks.getSession()
                .invoke(session -> session.setBatchSize(TOGETHER))
                .chain(() -> tasks.readLadders(plans.stream()
                        .flatMap(plan -> Stream.of(plan.moved(), plan.reopened(), plan.waiting())
                                .flatMap(some -> some))
                        .map(task -> task.id)
                        .collect(Collectors.toSet())));
        for (ChildPlan plan : plans) {
            written = written.chain(() -> changed(plan, people, round, now));
        }
        return written.chain(() -> added(round.made))
                .chain(() -> tasks.endLadders(ids(round.over)))
                .chain(() -> notifications.withdraw(TaskNotices.TASK, ids(round.over)))
                .chain(() -> passedOn(round.given, now))
                .chain(() -> tell(round.told));
    }

    private Uni<Void> changed(ChildPlan plan, PlanPeople people, Round round, Instant now) {
        Followed child = plan.child();
        Replan replan = plan.replan();
        Optional<Holder> carer = people.carer(child);
        List<Task> made = people.assigner(child).stream()
                .flatMap(assigner -> replan.made().stream().map(wanted -> made(wanted, child, assigner, carer, now)))
                .toList();
        round.made.addAll(made);
        List<Task> hasty = new ArrayList<>(made);
        Set<Task> told = new LinkedHashSet<>();
        Uni<Void> written = made.size() < replan.made().size()
                ? looks.again(child.childId(), now.plus(NOBODY_THERE))
                : Uni.createFrom().voidItem();
        for (Task task : plan.moved().toList()) {
            Wanted wanted = Objects.requireNonNull(replan.moved().get(task.id));
            (PlannedTask.becomesUrgent(task, wanted) ? told : hasty).add(task);
            written = written.chain(() -> moved(task, wanted, now));
        }
        for (Task task : plan.reopened().toList()) {
            Wanted wanted = Objects.requireNonNull(replan.reopened().get(task.id));
            hasty.add(task);
            written = written.chain(() -> reopened(task, wanted, carer, now));
        }
        written = written.chain(() -> over(plan, round, now));
        for (Task task : carer.isEmpty() ? List.<Task>of() : plan.waiting().toList()) {
            hasty.add(task);
            round.given.computeIfAbsent(carer.get(), none -> new ArrayList<>()).add(task);
            written = written.chain(() -> given(task, carer.get(), now));
        }
        return written.invoke(() -> {
            hasty.stream().filter(PlannedTask::isToldAtOnce).forEach(told::add);
            told.forEach(task -> round.told.put(task, people.above(child)));
        });
    }

    private Uni<Void> given(Task task, Holder carer, Instant now) {
        task.assigneeAppointmentId = carer.post().appointmentId();
        return tasks.ladder(task.id)
                .invoke(ladder -> ladder.holderChanged(Ladder.lookAfterHandover(task.dueOn, task.dueAt, now)))
                .chain(() -> noted(task, "task.reassign", now));
    }

    private Uni<Void> over(ChildPlan plan, Round round, Instant now) {
        Uni<Void> written = Uni.createFrom().voidItem();
        for (Map.Entry<UUID, Happened> one : plan.replan().settled().entrySet()) {
            Task task = plan.task(one.getKey());
            round.over.add(task);
            PlannedTask.settle(task, one.getValue());
            written = written.chain(() -> noted(task, "task.settle", now));
        }
        for (UUID id : plan.replan().cancelled()) {
            Task task = plan.task(id);
            round.over.add(task);
            task.status = TaskStatus.CANCELLED;
            written = written.chain(() -> noted(task, "task.cancel", now));
        }
        return written;
    }

    /** What is told at once is told of each; of all the rest whoever looks after children now is told once a day. */
    private Uni<Void> passedOn(Map<Holder, List<Task>> given, Instant now) {
        List<Notice> notices = new ArrayList<>();
        given.forEach((carer, some) -> {
            List<Task> quiet = some.stream()
                    .filter(task -> !PlannedTask.isToldAtOnce(task))
                    .toList();
            if (!quiet.isEmpty()) {
                notices.add(TaskNotices.passedOn(quiet, carer, LocalDays.of(now)));
            }
        });
        return notifications
                .withdraw(
                        TaskNotices.TASK,
                        ids(given.values().stream().flatMap(List::stream).toList()))
                .chain(() -> notifications.tell(notices));
    }

    private static List<UUID> ids(List<Task> some) {
        return some.stream().map(task -> task.id).toList();
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
    private Uni<Void> tell(Map<Task, List<Holder>> told) {
        return told.isEmpty()
                ? Uni.createFrom().voidItem()
                : tasks.flush()
                        .chain(() -> posts.kept(told.keySet().stream()
                                .flatMap(task -> Stream.ofNullable(task.assigneeAppointmentId))
                                .toList()))
                        .chain(kept -> notifications.tell(told.entrySet().stream()
                                .flatMap(one -> notices(
                                        one.getKey(),
                                        Optional.ofNullable(one.getKey().assigneeAppointmentId)
                                                .flatMap(post -> Optional.ofNullable(kept.get(post))),
                                        one.getValue()))
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
