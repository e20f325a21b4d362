package org.shouwang.monitoring.catalogue;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.catalogue.ShowIndicators.Wanted;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Page;

@Path("/api/v1")
@Authenticated
@Tag(name = "indicators", description = "两规划指标体系")
class IndicatorResource {

    private final Authority authority;
    private final ShowIndicators show;

    IndicatorResource(Authority authority, ShowIndicators show) {
        this.authority = authority;
        this.show = show;
    }

    @GET
    @Path("/plan-rounds")
    @Operation(operationId = "listPlanRounds", summary = "The rounds of the plans for women and children")
    public Uni<Page<PlanRound>> rounds() {
        return authority.caller().map(show::rounds).map(Answers::value).map(rounds -> new Page<>(rounds, null));
    }

    @GET
    @Path("/indicators")
    @Operation(
            operationId = "listIndicators",
            summary = "The indicators of the two plans, in the order of the catalogue",
            description = "The catalogue in force today, or a released one that is named. It is one page.")
    public Uni<Page<IndicatorView>> list(
            @QueryParam("round") @Parameter(description = "Only those of this plan round") @Nullable String round,
            @QueryParam("domain") @Nullable IndicatorDomain domain,
            @QueryParam("version") @Parameter(description = "A released catalogue") @Nullable String version) {
        return authority
                .caller()
                .map(caller -> show.all(new Wanted(round, domain, version), caller))
                .map(Answers::value)
                .map(indicators -> new Page<>(indicators, null));
    }

    @GET
    @Path("/indicators/{code}")
    @Operation(operationId = "getIndicator", summary = "One indicator")
    public Uni<IndicatorView> get(
            String code,
            @QueryParam("version") @Parameter(description = "A released catalogue") @Nullable String version) {
        return authority.caller().map(caller -> show.one(code, version, caller)).map(Answers::value);
    }
}
