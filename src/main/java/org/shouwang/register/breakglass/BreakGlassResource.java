package org.shouwang.register.breakglass;

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
import org.shouwang.staff.grant.GrantView;

@Path("/api/v1/children/{id}/break-glass")
@Authenticated
@Tag(name = "children", description = "儿童档案")
class BreakGlassResource {

    private final Authority authority;
    private final BreakGlass breakGlass;

    BreakGlassResource(Authority authority, BreakGlass breakGlass) {
        this.authority = authority;
        this.breakGlass = breakGlass;
    }

    @POST
    @Operation(
            operationId = "breakGlass",
            summary = "Read one child's file outside the own area for some hours; the privacy officer is told at once")
    @APIResponseSchema(value = GrantView.class, responseCode = "201")
    public Uni<Response> open(UUID id, @NotNull @Valid BreakGlassForm form) {
        return authority
                .caller()
                .chain(caller -> breakGlass.open(id, form, caller))
                .map(Answers::stored);
    }
}
