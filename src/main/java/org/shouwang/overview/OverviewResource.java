package org.shouwang.overview;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1/overview")
@Authenticated
@Tag(name = "overview", description = "工作概览")
class OverviewResource {

    private final Authority authority;
    private final ShowOverview show;

    OverviewResource(Authority authority, ShowOverview show) {
        this.authority = authority;
        this.show = show;
    }

    @GET
    @Operation(
            operationId = "getOverview",
            summary =
                    "The work of an area in numbers on the days from `from` to `to`: a county by its townships, a township by"
                            + " its villages")
    @APIResponseSchema(value = OverviewView.class, responseCode = "200")
    public Uni<OverviewView> get(
            @Parameter(description = "Without it all that the caller's posts reach") @QueryParam("area") @Nullable
                    AreaCode area,
            @Parameter(description = "First local day; without it the first of the month of `to`")
                    @QueryParam("from")
                    @Nullable
                    LocalDate from,
            @Parameter(
                            description =
                                    "Last local day, at most 366 days with the first; without it today, or `from` where that"
                                            + " is later")
                    @QueryParam("to")
                    @Nullable
                    LocalDate to) {
        return authority
                .caller()
                .chain(caller -> show.of(area, from, to, caller))
                .map(Answers::value);
    }
}
