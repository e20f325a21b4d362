package org.shouwang.task;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.record.Stored;

@Path("/api/v1/tasks")
@Authenticated
@Tag(name = "tasks", description = "任务")
class TaskResource {

    private final Authority authority;
    private final AssignTasks assignTasks;
    private final FindTasks findTasks;

    TaskResource(Authority authority, AssignTasks assignTasks, FindTasks findTasks) {
        this.authority = authority;
        this.assignTasks = assignTasks;
        this.findTasks = findTasks;
    }

    @POST
    @Operation(
            operationId = "assignTasks",
            summary = "Assigns a task, or up to 200 at once: all or none. The assignees are told")
    @APIResponseSchema(value = AssignedView.class, responseCode = "201")
    public Uni<Response> assign(@NotNull @Valid AssignForm form) {
        return authority
                .caller()
                .chain(caller -> assignTasks.assign(form, caller))
                .map(result -> form instanceof TaskForm
                        ? Answers.stored(result.map(stored -> stored.get(0)))
                        : batch(Answers.value(result)));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getTask", summary = "One task")
    @APIResponseSchema(TaskView.class)
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> findTasks.one(id, caller)).map(Answers::current);
    }

    @GET
    @Path("/{id}/reminders")
    @Operation(operationId = "listTaskReminders", summary = "Whom the ladder told that a task is late, when and why")
    public Uni<ReminderView.All> reminders(UUID id) {
        return authority
                .caller()
                .chain(caller -> findTasks.reminders(id, caller))
                .map(Answers::value);
    }

    @GET
    @Operation(
            operationId = "listTasks",
            summary =
                    "The tasks of the caller's area by area and due day, or with `assignee=me` those that the caller holds"
                            + " by due day")
    public Uni<Page<TaskView>> list(@BeanParam @Valid TaskQuery query) {
        return authority.caller().chain(caller -> findTasks.list(query, caller)).map(Answers::value);
    }

    private static Response batch(List<Stored<TaskView>> stored) {
        boolean created = stored.stream().anyMatch(Stored::created);
        List<TaskView> items =
                stored.stream().map(Stored::view).filter(Objects::nonNull).toList();
        return Response.status(created ? Response.Status.CREATED : Response.Status.OK)
                .entity(new TaskBatchView(items))
                .build();
    }
}
