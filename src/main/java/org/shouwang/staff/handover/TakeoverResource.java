package org.shouwang.staff.handover;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1/takeovers")
@Authenticated
@Tag(name = "handovers")
class TakeoverResource {

    private final Authority authority;
    private final TakeOver takeOver;

    TakeoverResource(Authority authority, TakeOver takeOver) {
        this.authority = authority;
        this.takeOver = takeOver;
    }

    @POST
    @Operation(
            operationId = "takeOver",
            summary = "Gives a post that is filled again what was held for it while it was vacant")
    @APIResponseSchema(value = TakeoverView.class, responseCode = "201")
    public Uni<Response> takeOver(@NotNull @Valid TakeoverForm form) {
        return authority.caller().chain(caller -> takeOver.fill(form, caller)).map(Answers::stored);
    }
}
