package org.shouwang.monitoring.rollup;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1")
@Authenticated
@Tag(name = "indicator-values", description = "指标采集")
class RollUpResource {

    private final Authority authority;
    private final ShowRollUp rollUp;
    private final ShowTrend trend;

    RollUpResource(Authority authority, ShowRollUp rollUp, ShowTrend trend) {
        this.authority = authority;
        this.rollUp = rollUp;
        this.trend = trend;
    }

    @GET
    @Path("/indicator-roll-up")
    @Operation(
            operationId = "getIndicatorRollUp",
            summary =
                    "Indicators of a county or city as sums of what its townships or counties have published, one beside the other",
            description = """
                    Numerators and denominators are added up, never rates. While an area has not published it is named, and there is \
                    no value of the whole.""")
    public Uni<RollUpView> rollUp(
            @QueryParam("area") @NotNull AreaCode area,
            @QueryParam("year") @NotNull @Min(2000) @Max(2200) Integer year,
            @QueryParam("quarter") @Min(1) @Max(4) @Parameter(description = "Without it the year as a whole") @Nullable
                    Integer quarter,
            @QueryParam("indicator") @Parameter(description = "Without it all") @Nullable String indicator) {
        return authority
                .caller()
                .chain(caller -> rollUp.of(area, year, quarter, indicator, caller))
                .map(Answers::value);
    }

    @GET
    @Path("/indicators/{code}/trend")
    @Operation(
            operationId = "getIndicatorTrend",
            summary = "What was published of an indicator in an area over the years of its plan round")
    public Uni<TrendView> trend(String code, @QueryParam("area") @NotNull AreaCode area) {
        return authority.caller().chain(caller -> trend.of(code, area, caller)).map(Answers::value);
    }
}
