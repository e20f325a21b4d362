package org.shouwang.task;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.TrailSince;
import org.shouwang.platform.operation.Effect;
import org.shouwang.platform.operation.Operation;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.staff.Posts.Holder;

/** Does to a task what was done on a phone, as far as anything is left to do; in the transaction of {@code sync}. */
@Singleton
class MoveTaskLate {

    /** What says that a task is needed, though nobody gave it to anybody. */
    private static final Set<String> NEEDED = Set.of(ReopenTasks.REOPENED, AskForVisit.CONCERN);

    private final TaskRepository tasks;
    private final TaskRows rows;
    private final TaskPeople people;
    private final WriteMove write;
    private final TrailSince trail;

    MoveTaskLate(TaskRepository tasks, TaskRows rows, TaskPeople people, WriteMove write, TrailSince trail) {
        this.tasks = tasks;
        this.rows = rows;
        this.people = people;
        this.write = write;
        this.trail = trail;
    }

    /** An action with what is known around it. */
    private record Late(Operation operation, TaskAction action, Caller caller, List<Holder> concerned) {}

    /** Merged where others were there before; refused where they stand against it. */
    Uni<Result<Effect>> move(Operation operation, TaskAction action, Caller caller) {
        return rows.byId(operation.record())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                        : people.concerned(action, found.get().areaCode())
                                .chain(concerned -> Panache.withTransaction(
                                        () -> locked(new Late(operation, action, caller, concerned)))));
    }

    private Uni<Result<Effect>> locked(Late late) {
        return tasks.locked(late.operation().record())
                .chain(task -> tasks.action(late.action().id())
                        .chain(before -> before == null ? decided(task, late) : repeated(task, before, late)));
    }

    private static Uni<Result<Effect>> repeated(Task task, TaskActionEntry before, Late late) {
        return Uni.createFrom()
                .item(
                        before.repeats(late.action(), task.id, late.caller().workerId())
                                ? Result.ok(effect(task, false))
                                : Result.refused(Problem.ID_REUSED));
    }

    private Uni<Result<Effect>> decided(Task task, Late late) {
        return since(task, late)
                .map(since -> LateMove.decide(
                        task, late.action(), late.caller(), late.operation().doneAt(), since))
                .map(decision -> decision.flatMap(post -> post.isEmpty()
                        ? Result.ok(post)
                        : MoveDecision.allowed(task, late.action(), late.concerned())
                                .map(yes -> post)))
                .chain(decision -> decision.thenDo(post -> written(task, late, post)));
    }

    private Uni<LateMove.Since> since(Task task, Late late) {
        return tasks.lastGivenAway(
                        late.caller().posts().stream().map(Post::appointmentId).toList(), task.id)
                .chain(given -> tasks.givenSince(
                                task.id,
                                late.operation().doneSince(),
                                late.caller().workerId())
                        .chain(passedOn -> trail.othersDid(
                                        NEEDED,
                                        task.id,
                                        late.operation().doneSince(),
                                        late.caller().workerId())
                                .map(needed -> new LateMove.Since(given.orElse(null), passedOn, needed))));
    }

    private Uni<Effect> written(Task task, Late late, Optional<Post> acting) {
        return acting.map(post -> write.write(
                                task,
                                new WriteMove.Decided(
                                        late.action(),
                                        late.operation().doneAt(),
                                        late.caller(),
                                        post,
                                        late.concerned()))
                        .replaceWith(() -> effect(task, false)))
                .orElseGet(() -> Uni.createFrom().item(effect(task, true)));
    }

    private static Effect effect(Task task, boolean merged) {
        return Effect.of(TaskNotices.TASK, task.id, task.version).asMerged(merged);
    }
}
