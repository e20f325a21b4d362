package org.shouwang.register.move;

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

@Path("/api/v1/moves/{id}")
@Authenticated
@Tag(name = "moves")
class MoveActionResource {

    private final Authority authority;
    private final AnswerMove answerMove;

    MoveActionResource(Authority authority, AnswerMove answerMove) {
        this.authority = authority;
        this.answerMove = answerMove;
    }

    @POST
    @Path("/accept")
    @Operation(
            operationId = "acceptMove",
            summary = "The side that was asked says yes: all that belongs to the children goes over")
    @APIResponseSchema(value = MoveView.class, responseCode = "200")
    public Uni<Response> accept(UUID id, @NotNull @Valid MoveAction.Accept action) {
        return act(id, action);
    }

    @POST
    @Path("/return")
    @Operation(operationId = "returnMove", summary = "The side that was asked sends the request back with a reason")
    @APIResponseSchema(value = MoveView.class, responseCode = "200")
    public Uni<Response> sendBack(UUID id, @NotNull @Valid MoveAction.Return action) {
        return act(id, action);
    }

    @POST
    @Path("/cancel")
    @Operation(operationId = "cancelMove", summary = "The side that asked takes its request back")
    @APIResponseSchema(value = MoveView.class, responseCode = "200")
    public Uni<Response> cancel(UUID id, @NotNull @Valid MoveAction.Cancel action) {
        return act(id, action);
    }

    @POST
    @Path("/request")
    @Operation(
            operationId = "requestProposedMove",
            summary = "The coordinator names the village to which the children of a proposal went")
    @APIResponseSchema(value = MoveView.class, responseCode = "200")
    public Uni<Response> request(UUID id, @NotNull @Valid MoveAction.Request action) {
        return act(id, action);
    }

    @POST
    @Path("/dismiss")
    @Operation(operationId = "dismissMove", summary = "The coordinator dismisses a proposal with a reason")
    @APIResponseSchema(value = MoveView.class, responseCode = "200")
    public Uni<Response> dismiss(UUID id, @NotNull @Valid MoveAction.Dismiss action) {
        return act(id, action);
    }

    private Uni<Response> act(UUID id, MoveAction action) {
        return authority
                .caller()
                .chain(caller -> answerMove.act(id, action, caller))
                .map(Answers::stored);
    }
}
