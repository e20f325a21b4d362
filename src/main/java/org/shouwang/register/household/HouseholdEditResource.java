package org.shouwang.register.household;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.shouwang.register.household.SetWomensCategories.Woman;

@Path("/api/v1/households/{id}")
@Authenticated
@Tag(name = "households")
class HouseholdEditResource {

    private final Authority authority;
    private final EditHousehold editHousehold;
    private final SetWomensCategories setCategories;

    HouseholdEditResource(Authority authority, EditHousehold editHousehold, SetWomensCategories setCategories) {
        this.authority = authority;
        this.editHousehold = editHousehold;
        this.setCategories = setCategories;
    }

    @PATCH
    @Operation(
            operationId = "editHousehold",
            summary = "Change facts of a household and of its members, add members; nobody is taken away")
    @APIResponseSchema(HouseholdView.class)
    public Uni<Response> edit(UUID id, @BeanParam IfMatch match, @NotNull @Valid HouseholdPatch patch) {
        return authority
                .caller()
                .chain(caller -> editHousehold.edit(id, match.version(), patch, caller))
                .map(Answers::current);
    }

    @PUT
    @Path("/members/{memberId}/womens-categories")
    @Operation(
            operationId = "putWomensCategories",
            summary = "Which help a woman may need; what the post cannot see of it stays as it is")
    @APIResponseSchema(HouseholdView.class)
    public Uni<Response> categories(
            UUID id, UUID memberId, @BeanParam IfMatch match, @NotNull @Valid WomensCategoriesForm form) {
        return authority
                .caller()
                .chain(caller -> setCategories.set(new Woman(id, memberId), match.version(), form.categories(), caller))
                .map(Answers::current);
    }
}
