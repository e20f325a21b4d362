package org.shouwang.register.child;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.IfMatch;

@Path("/api/v1/children")
@Authenticated
@Tag(name = "children", description = "儿童档案")
class ChildResource {

    private final Authority authority;
    private final RecordChild recordChild;
    private final EditChild editChild;
    private final LookAtChild lookAtChild;

    ChildResource(Authority authority, RecordChild recordChild, EditChild editChild, LookAtChild lookAtChild) {
        this.authority = authority;
        this.recordChild = recordChild;
        this.editChild = editChild;
        this.lookAtChild = lookAtChild;
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "putChild",
            summary =
                    "Record a child's file, once, with its caregivers, categories and first assessment; what is not known yet makes it a draft")
    @APIResponseSchema(value = ChildView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid ChildForm form) {
        return authority
                .caller()
                .chain(caller -> recordChild.record(id, form, caller))
                .map(Answers::stored);
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            operationId = "editChild",
            summary = "Change facts of a child's file; a draft that lacks nothing any more becomes active")
    @APIResponseSchema(ChildView.class)
    public Uni<Response> edit(UUID id, @BeanParam IfMatch match, @NotNull @Valid ChildPatch patch) {
        return authority
                .caller()
                .chain(caller -> editChild.edit(id, match.version(), patch, caller))
                .map(Answers::current);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getChild", summary = "One child's file; the look is logged")
    @APIResponseSchema(ChildView.class)
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> lookAtChild.look(id, caller)).map(Answers::current);
    }
}
