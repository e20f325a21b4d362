package org.shouwang.register.child;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1/children/{id}/categories/{categoryId}")
@Authenticated
@Tag(name = "children")
class CategoryResource {

    private final Authority authority;
    private final ClaimCategory claimCategory;
    private final DecideCategory decideCategory;

    CategoryResource(Authority authority, ClaimCategory claimCategory, DecideCategory decideCategory) {
        this.authority = authority;
        this.claimCategory = claimCategory;
        this.decideCategory = decideCategory;
    }

    @PUT
    @Operation(operationId = "putCategory", summary = "Claim a category for a child, once")
    @APIResponseSchema(value = ChildView.class, responseCode = "201")
    public Uni<Response> put(UUID id, UUID categoryId, @NotNull @Valid CategoryForm form) {
        return authority
                .caller()
                .chain(caller -> claimCategory.claim(id, form.claim(categoryId), caller))
                .map(Answers::stored);
    }

    @POST
    @Path("/verify")
    @Operation(operationId = "verifyCategory", summary = "Confirm a claim, or what the rule proposed")
    @APIResponseSchema(ChildView.class)
    public Uni<Response> verify(UUID id, UUID categoryId, @NotNull @Valid CategoryAct.Verify act) {
        return decided(id, categoryId, act);
    }

    @POST
    @Path("/approve")
    @Operation(
            operationId = "approveCategory",
            summary = "Recognise a verified category; one with an allowance names organisation, day and number")
    @APIResponseSchema(ChildView.class)
    public Uni<Response> approve(UUID id, UUID categoryId, @NotNull @Valid CategoryAct.Approve act) {
        return decided(id, categoryId, act);
    }

    @POST
    @Path("/reject")
    @Operation(
            operationId = "rejectCategory",
            summary = "Refuse a category: a claim by whoever verifies, a verified one by whoever approves")
    @APIResponseSchema(ChildView.class)
    public Uni<Response> reject(UUID id, UUID categoryId, @NotNull @Valid CategoryAct.Reject act) {
        return decided(id, categoryId, act);
    }

    @POST
    @Path("/end")
    @Operation(operationId = "endCategory", summary = "End a category from a day on")
    @APIResponseSchema(ChildView.class)
    public Uni<Response> end(UUID id, UUID categoryId, @NotNull @Valid CategoryAct.End act) {
        return decided(id, categoryId, act);
    }

    private Uni<Response> decided(UUID id, UUID categoryId, CategoryAct act) {
        return authority
                .caller()
                .chain(caller -> decideCategory.decide(id, categoryId, act, caller))
                .map(Answers::stored);
    }
}
