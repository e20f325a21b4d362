package org.shouwang.task;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.staff.Posts;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.task.AssignDecision.Accepted;

/** Assigns tasks, all or none, and tells the assignees in the same transaction. */
@Singleton
class AssignTasks {

    private final TaskRepository tasks;
    private final TaskRows rows;
    private final AssignFacts facts;
    private final Posts posts;
    private final Notifications notifications;
    private final Trail trail;
    private final Clock clock;

    AssignTasks(
            TaskRepository tasks,
            TaskRows rows,
            AssignFacts facts,
            Posts posts,
            Notifications notifications,
            Trail trail,
            Clock clock) {
        this.tasks = tasks;
        this.rows = rows;
        this.facts = facts;
        this.posts = posts;
        this.notifications = notifications;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Answers each task in the order asked for; those whose id was assigned before with the same content are answered as
     * they are now.
     */
    Uni<Result<List<Stored<TaskView>>>> assign(AssignForm request, Caller caller) {
        return made(request, caller).chain(result -> result.thenDo(created -> answer(request, created, caller)));
    }

    /** The same, answered with the ids that this request made. */
    Uni<Result<Set<UUID>>> made(AssignForm request, Caller caller) {
        return caller.with(Right.TASK_ASSIGN)
                .flatMap(able -> Result.unless(AssignRules.ofForm(request), request))
                .then(form -> Races.again(() -> assigned(form, caller)));
    }

    /** Who holds a post is read before the transaction takes its connection. */
    private Uni<Result<Set<UUID>>> assigned(AssignForm request, Caller caller) {
        Set<UUID> assignees =
                request.all().stream().map(TaskForm::assigneeAppointmentId).collect(Collectors.toSet());
        return posts.inForce(assignees).chain(holders -> facts.namedAreas(request)
                .chain(areas -> Panache.withTransaction(() -> inSession(request, caller, holders, areas))));
    }

    private Uni<Result<Set<UUID>>> inSession(
            AssignForm request, Caller caller, Map<UUID, Holder> holders, Map<AreaCode, AreaCode> areas) {
        return fresh(request, caller)
                .chain(fresh -> fresh.then(forms -> facts.gather(forms, areas, holders)))
                .map(gathered -> gathered.flatMap(facts -> AssignDecision.decide(request, facts, caller)))
                .chain(accepted -> accepted.thenDo(all -> write(all, caller)));
    }

    /** The tasks that are not there yet, or a refusal when an id stands for something else. */
    private Uni<Result<List<TaskForm>>> fresh(AssignForm request, Caller caller) {
        return tasks.byIds(request.all().stream().map(TaskForm::id).toList())
                .map(found -> found.stream().collect(Collectors.toMap(task -> task.id, task -> task)))
                .map(known -> AssignDecision.fresh(request, known, caller));
    }

    private Uni<Set<UUID>> write(List<Accepted> accepted, Caller caller) {
        Instant now = clock.instant();
        Map<Task, Accepted> made = new LinkedHashMap<>();
        accepted.forEach(one -> made.put(task(one, caller, now), one));
        List<LadderEntry> ladders = made.keySet().stream()
                .map(task -> new LadderEntry(task.id, Ladder.firstLook(task.dueOn, task.dueAt)))
                .toList();
        Uni<Void> written = tasks.add(made.keySet(), ladders);
        for (Map.Entry<Task, Accepted> one : made.entrySet()) {
            Subject subject = new Subject(TaskNotices.TASK, one.getKey().id, one.getKey().areaCode);
            written = written.chain(() -> trail.changed(caller, one.getValue().assigner(), "task.assign", subject));
        }
        return written.chain(() -> notifications.tell(made.entrySet().stream()
                        .map(one -> TaskNotices.assigned(
                                one.getKey(), one.getValue().assignee()))
                        .toList()))
                .replaceWith(made.keySet().stream().map(task -> task.id).collect(Collectors.toSet()));
    }

    private static Task task(Accepted one, Caller caller, Instant now) {
        AreaCode named = one.form().subjectType().hasArea() ? null : one.form().areaCode();
        Birth birth = new Birth(
                one.form().id(),
                one.area(),
                named == null ? one.area() : named,
                RequestHash.of(one.form()),
                now,
                caller.workerId());
        return new Task(birth, one.form(), one.assigner().appointmentId());
    }

    private Uni<List<Stored<TaskView>>> answer(AssignForm request, Set<UUID> created, Caller caller) {
        return rows.byIds(request.all().stream().map(TaskForm::id).toList()).map(found -> {
            Map<UUID, TaskView> views = new HashMap<>();
            found.forEach(view -> views.put(view.id(), view));
            return request.all().stream()
                    .map(form -> Objects.requireNonNull(views.get(form.id())))
                    .map(view -> new Stored<>(
                            view.id(),
                            view.version(),
                            created.contains(view.id()),
                            view.isVisibleTo(caller) ? view.shownTo(caller) : null))
                    .toList();
        });
    }
}
