package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Tasks as a caller may see them. */
@Singleton
class FindTasks {

    private final TaskRows tasks;
    private final LadderSteps steps;

    FindTasks(TaskRows tasks, LadderSteps steps) {
        this.tasks = tasks;
        this.steps = steps;
    }

    Uni<Result<TaskView>> one(UUID id, Caller caller) {
        return tasks.byId(id)
                .map(found -> found.filter(task -> task.isVisibleTo(caller)))
                .map((Optional<TaskView> found) ->
                        found.map(task -> Result.ok(task.shownTo(caller))).orElse(Result.refused(Problem.NOT_FOUND)));
    }

    /** Whom the ladder told of a task that the caller may see. */
    Uni<Result<ReminderView.All>> reminders(UUID id, Caller caller) {
        return one(id, caller).chain(task -> task.thenDo(seen -> steps.of(id).map(ReminderView.All::new)));
    }

    Uni<Result<Page<TaskView>>> list(TaskQuery query, Caller caller) {
        if (query.ofCaller()) {
            UUID[] held = caller.posts().stream().map(Post::appointmentId).toArray(UUID[]::new);
            return tasks.heldBy(held, query).map(rows -> Result.ok(page(rows, query, caller)));
        }
        return caller.with(Right.TASK_LIST)
                .thenDo(able -> tasks.inScope(able, query).map(rows -> page(rows, query, able)));
    }

    private static Page<TaskView> page(List<TaskView> rows, TaskQuery query, Caller caller) {
        return query.page(rows.stream().map(task -> task.shownTo(caller)).toList());
    }
}
