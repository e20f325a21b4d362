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

@Path("/api/v1/children/{id}/visit-pauses/{pauseId}")
@Authenticated
@Tag(name = "children")
class VisitPauseResource {

    private final Authority authority;
    private final PauseVisits pauseVisits;

    VisitPauseResource(Authority authority, PauseVisits pauseVisits) {
        this.authority = authority;
        this.pauseVisits = pauseVisits;
    }

    @PUT
    @Operation(
            operationId = "pauseVisits",
            summary =
                    "Let visits to a child wait until a day (暂缓走访); not at HIGH or CRITICAL, and a level that rises to these ends it")
    @APIResponseSchema(value = VisitPauseView.class, responseCode = "201")
    public Uni<Response> pause(UUID id, UUID pauseId, @NotNull @Valid VisitPauseForm form) {
        return authority
                .caller()
                .chain(caller -> pauseVisits.pause(id, pauseId, form, caller))
                .map(Answers::stored);
    }

    @POST
    @Path("/end")
    @Operation(operationId = "endVisitPause", summary = "End a pause before its day: visits are due again from today")
    @APIResponseSchema(VisitPauseView.class)
    public Uni<Response> end(UUID id, UUID pauseId, @NotNull @Valid VisitPauseForm.End act) {
        return authority
                .caller()
                .chain(caller -> pauseVisits.end(id, pauseId, act, caller))
                .map(Answers::stored);
    }
}
