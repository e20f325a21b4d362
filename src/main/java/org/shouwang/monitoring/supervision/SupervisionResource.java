package org.shouwang.monitoring.supervision;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

@Path("/api/v1/supervision")
@Authenticated
@Tag(name = "supervision", description = "挂图作战、重点督办")
class SupervisionResource {

    private final Authority authority;
    private final ShowWallChart show;

    SupervisionResource(Authority authority, ShowWallChart show) {
        this.authority = authority;
        this.show = show;
    }

    @GET
    @Path("/wall-chart")
    @Operation(
            operationId = "getWallChart",
            summary = "What the units have to put right, unit by unit, with the days that are left (挂图作战)",
            description = "Offices see their areas, a liaison the own unit. No unit is ranked.")
    public Uni<WallChartView> chart(
            @QueryParam("area") @Parameter(description = "Where the indicator is measured") @Nullable AreaCode area,
            @QueryParam("day") @Parameter(description = "From which days are counted; without it today") @Nullable
                    LocalDate day) {
        return authority.caller().chain(caller -> show.chart(area, day, caller)).map(Answers::value);
    }

    @GET
    @Path("/key-list")
    @Operation(
            operationId = "listKeySupervision",
            summary = "Letters under key supervision (重点督办), in the order of area and indicator",
            description = """
                    Those that are not closed and follow a red card, or of which a deadline has passed without an answer; for \
                    these the interview (约谈) stands.""")
    public Uni<Page<LetterView>> key(
            @QueryParam("area") @Parameter(description = "Where the indicator is measured") @Nullable AreaCode area,
            @QueryParam("unit") @Nullable UUID unit,
            @BeanParam @Valid PageQuery page) {
        return authority
                .caller()
                .chain(caller -> show.key(area, unit, page, caller))
                .map(Answers::value);
    }

    @GET
    @Path("/interview-list")
    @Operation(
            operationId = "listInterviewsDue",
            summary = "Letters for which the interview (约谈) stands, in the order of area and indicator",
            description = """
                    Those that are not closed, of which a deadline has passed without an answer, and about which no interview is \
                    recorded with `PUT /score-records/{id}` yet.""")
    public Uni<Page<LetterView>> interviews(
            @QueryParam("area") @Parameter(description = "Where the indicator is measured") @Nullable AreaCode area,
            @QueryParam("unit") @Nullable UUID unit,
            @BeanParam @Valid PageQuery page) {
        return authority
                .caller()
                .chain(caller -> show.interviews(area, unit, page, caller))
                .map(Answers::value);
    }
}
