package org.shouwang.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.staff.Posts.Holder;

/** Whether all tasks of a request may be assigned, and by which post of the caller to whom. */
final class AssignDecision {

    private AssignDecision() {}

    /** A task that may be written. */
    record Accepted(TaskForm form, AreaCode area, Post assigner, Holder assignee) {}

    /**
     * The tasks that are not there yet.
     *
     * @param known what stands under the ids of the request
     * @return refused with 404 when an id is somebody else's, with 409 when it stands for something else: each is named
     */
    static Result<List<TaskForm>> fresh(AssignForm request, Map<UUID, Task> known, Caller caller) {
        List<TaskForm> fresh = new ArrayList<>();
        List<Violation> reused = new ArrayList<>();
        for (int i = 0; i < request.all().size(); i++) {
            TaskForm form = request.all().get(i);
            Task task = known.get(form.id());
            if (task == null) {
                fresh.add(form);
            } else if (Known.decide(task, RequestHash.of(form), caller, Right.TASK_READ)
                    instanceof Result.Refused<Known> refused) {
                if (refused.refusal().problem() != Problem.ID_REUSED) {
                    return Result.refused(refused.refusal());
                }
                reused.add(Violation.of(request.path(i) + "id", "id-of-another-task"));
            }
        }
        return reused.isEmpty() ? Result.ok(fresh) : Result.refused(new Refusal(Problem.ID_REUSED, reused));
    }

    /**
     * Accepts all tasks or refuses the request.
     *
     * @param facts by task id; a task without facts was assigned before
     */
    static Result<List<Accepted>> decide(AssignForm request, Map<UUID, AssignRules.Facts> facts, Caller caller) {
        List<Accepted> accepted = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < request.all().size(); i++) {
            TaskForm form = request.all().get(i);
            AssignRules.Facts around = facts.get(form.id());
            if (around == null) {
                continue;
            }
            Result<Post> acting = caller.acting(Right.TASK_ASSIGN, around.area());
            if (acting instanceof Result.Refused<Post> refused) {
                return Result.refused(refused.refusal());
            }
            Post assigner = ((Result.Ok<Post>) acting).value();
            violations.addAll(AssignRules.ofFacts(request.path(i), around));
            Optional<Holder> assignee = around.assignee();
            assignee.ifPresent(holder -> accepted.add(new Accepted(form, around.area(), assigner, holder)));
        }
        return Result.unless(violations, accepted);
    }
}
