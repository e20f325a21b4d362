package org.shouwang.notification.reach;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1/areas/{code}/reach-settings")
@Authenticated
@Tag(name = "notifications", description = "收件箱")
class ReachResource {

    private final Authority authority;
    private final DecideReach decide;

    ReachResource(Authority authority, DecideReach decide) {
        this.authority = authority;
        this.decide = decide;
    }

    @PUT
    @Operation(
            operationId = "putReachSettings",
            summary = "Decide how workers of a county are reached who open nothing, once",
            description =
                    "In force at once, in the area and below, where no nearer area has decided; what was decided before is"
                            + " kept. Only a county, a city or a province decides.")
    public Uni<ReachView> put(AreaCode code, @NotNull @Valid ReachForm form) {
        return authority
                .caller()
                .chain(caller -> decide.decide(code, form, caller))
                .map(Answers::value);
    }

    @GET
    @Operation(
            operationId = "getReachSettings",
            summary = "How workers of a place are reached who open nothing, and which area has decided so",
            description = "Of the nearest area above that has decided, else the standard. Any place may be asked for.")
    public Uni<ReachView> get(AreaCode code) {
        return authority.caller().chain(caller -> decide.show(code)).map(Answers::value);
    }
}
