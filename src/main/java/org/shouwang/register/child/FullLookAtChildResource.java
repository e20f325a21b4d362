package org.shouwang.register.child;

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

@Path("/api/v1/children/{id}/full-look")
@Authenticated
@Tag(name = "children")
class FullLookAtChildResource {

    private final Authority authority;
    private final FullLookAtChild fullLook;

    FullLookAtChildResource(Authority authority, FullLookAtChild fullLook) {
        this.authority = authority;
        this.fullLook = fullLook;
    }

    @POST
    @Operation(
            operationId = "lookAtChildInFull",
            summary = "One child's file with its number and its caregivers' numbers unmasked; logged with the reason")
    public Uni<FullChildView> look(UUID id, @NotNull @Valid FullLookForm form) {
        return authority
                .caller()
                .chain(caller -> fullLook.look(id, form, caller))
                .map(Answers::value);
    }
}
