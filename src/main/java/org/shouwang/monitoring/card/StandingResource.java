package org.shouwang.monitoring.card;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1/collection-periods/{id}/standing")
@Authenticated
@Tag(name = "cards", description = "黄牌、红牌")
class StandingResource {

    private final Authority authority;
    private final ShowStanding show;

    StandingResource(Authority authority, ShowStanding show) {
        this.authority = authority;
        this.show = show;
    }

    @GET
    @Operation(
            operationId = "getPlanStanding",
            summary = "Where all indicators of an area stand by what was published for a period, and the overall rate")
    public Uni<StandingView> get(
            UUID id,
            @QueryParam("area") @Parameter(description = "Without it the area of the period") @Nullable AreaCode area) {
        return authority.caller().chain(caller -> show.of(id, area, caller)).map(Answers::value);
    }
}
