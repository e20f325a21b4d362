package org.shouwang.register.child;

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

@Path("/api/v1/children/{id}")
@Authenticated
@Tag(name = "children")
class ClosingResource {

    private final Authority authority;
    private final CloseOrReopen closeOrReopen;

    ClosingResource(Authority authority, CloseOrReopen closeOrReopen) {
        this.authority = authority;
        this.closeOrReopen = closeOrReopen;
    }

    @POST
    @Path("/close")
    @Operation(
            operationId = "closeChild",
            summary = "Close a child's file for a reason; its open tasks are cancelled. Not while a move is open")
    @APIResponseSchema(ChildView.class)
    public Uni<Response> close(UUID id, @NotNull @Valid ChildAct.Close act) {
        return authority
                .caller()
                .chain(caller -> closeOrReopen.close(id, act, caller))
                .map(Answers::stored);
    }

    @POST
    @Path("/reopen")
    @Operation(
            operationId = "reopenChild",
            summary = "Open a closed file again; whoever is responsible in the village today is told")
    @APIResponseSchema(ChildView.class)
    public Uni<Response> reopen(UUID id, @NotNull @Valid ChildAct.Reopen act) {
        return authority
                .caller()
                .chain(caller -> closeOrReopen.reopen(id, act, caller))
                .map(Answers::stored);
    }
}
