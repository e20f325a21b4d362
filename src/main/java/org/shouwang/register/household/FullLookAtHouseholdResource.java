package org.shouwang.register.household;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.register.FullLookForm;

@Path("/api/v1/households/{id}/full-look")
@Authenticated
@Tag(name = "households")
class FullLookAtHouseholdResource {

    private final Authority authority;
    private final FullLookAtHousehold fullLook;

    FullLookAtHouseholdResource(Authority authority, FullLookAtHousehold fullLook) {
        this.authority = authority;
        this.fullLook = fullLook;
    }

    @POST
    @Operation(
            operationId = "lookAtHouseholdInFull",
            summary = "One household with its phone and its members' numbers unmasked; logged with the reason")
    public Uni<FullHouseholdView> look(UUID id, @NotNull @Valid FullLookForm form) {
        return authority
                .caller()
                .chain(caller -> fullLook.look(id, form, caller))
                .map(Answers::value);
    }
}
