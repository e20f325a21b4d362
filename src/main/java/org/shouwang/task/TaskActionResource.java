package org.shouwang.task;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1/tasks/{id}")
@Authenticated
@Tag(name = "tasks")
class TaskActionResource {

    private final Authority authority;
    private final MoveTask moveTask;

    TaskActionResource(Authority authority, MoveTask moveTask) {
        this.authority = authority;
        this.moveTask = moveTask;
    }

    @POST
    @Path("/accept")
    @Operation(operationId = "acceptTask", summary = "The assignee takes the task on")
    @APIResponseSchema(value = TaskView.class, responseCode = "200")
    public Uni<Response> accept(UUID id, @NotNull @Valid TaskAction.Accept action) {
        return move(id, action);
    }

    @POST
    @Path("/complete")
    @Operation(
            operationId = "completeTask",
            summary = "The assignee reports the task done; a visit task is completed by its visit instead")
    @APIResponseSchema(value = TaskView.class, responseCode = "200")
    public Uni<Response> complete(UUID id, @NotNull @Valid TaskAction.Complete action) {
        return move(id, action);
    }

    @POST
    @Path("/return")
    @Operation(operationId = "returnTask", summary = "The assignee gives the task back; the coordinator is told")
    @APIResponseSchema(value = TaskView.class, responseCode = "200")
    public Uni<Response> giveBack(UUID id, @NotNull @Valid TaskAction.Return action) {
        return move(id, action);
    }

    @POST
    @Path("/reassign")
    @Operation(operationId = "reassignTask", summary = "Gives the task to somebody else, who is told; it keeps its id")
    @APIResponseSchema(value = TaskView.class, responseCode = "200")
    public Uni<Response> reassign(UUID id, @NotNull @Valid TaskAction.Reassign action) {
        return move(id, action);
    }

    @POST
    @Path("/cancel")
    @Operation(operationId = "cancelTask", summary = "Takes the task back for good")
    @APIResponseSchema(value = TaskView.class, responseCode = "200")
    public Uni<Response> cancel(UUID id, @NotNull @Valid TaskAction.Cancel action) {
        return move(id, action);
    }

    private Uni<Response> move(UUID id, TaskAction action) {
        return authority
                .caller()
                .chain(caller -> moveTask.move(id, action, caller))
                .map(Answers::stored);
    }
}
