package org.shouwang.register.move;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Page;

@Path("/api/v1/moves")
@Authenticated
@Tag(name = "moves", description = "迁移")
class MoveResource {

    private final Authority authority;
    private final RequestMove requestMove;
    private final FindMoves find;

    MoveResource(Authority authority, RequestMove requestMove, FindMoves find) {
        this.authority = authority;
        this.requestMove = requestMove;
        this.find = find;
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "putMove",
            summary =
                    "Asks once to move children, or a household with them, to another village; the other side answers")
    @APIResponseSchema(value = MoveView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid MoveForm form) {
        return authority
                .caller()
                .chain(caller -> requestMove.request(id, form, caller))
                .map(Answers::stored);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getMove", summary = "One move, as the caller's side may see it; the look is logged")
    @APIResponseSchema(value = MoveView.class, responseCode = "200")
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> find.one(id, caller)).map(Answers::current);
    }

    @GET
    @Operation(operationId = "listMoves", summary = "Moves from and to the caller's villages, newest first")
    public Uni<Page<MoveView>> list(@BeanParam @Valid MoveQuery query) {
        return authority.caller().chain(caller -> find.list(query, caller)).map(Answers::value);
    }
}
