package org.shouwang.monitoring.computed;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1/indicators/{code}/computed")
@Authenticated
@Tag(name = "indicators", description = "两规划指标体系")
class ComputedResource {

    private final Authority authority;
    private final ShowComputed show;

    ComputedResource(Authority authority, ShowComputed show) {
        this.authority = authority;
        this.show = show;
    }

    @GET
    @Operation(
            operationId = "getComputedIndicator",
            summary =
                    "What this system counts of an indicator in a township, county or city, now or on a day that is over",
            description = """
                    Of a day that is over the answer never changes: it is what was stored at the end of the quarter, or what follows \
                    from the dates of the records. Figures of few persons are withheld.""")
    public Uni<ComputedView> get(
            String code,
            @QueryParam("area") @NotNull AreaCode area,
            @QueryParam("on") @Parameter(description = "Local day; without it today") @Nullable LocalDate on,
            @QueryParam("from")
                    @Parameter(
                            description =
                                    "First local day that is counted, of the same year; without it the first of the quarter")
                    @Nullable
                    LocalDate from) {
        return authority
                .caller()
                .chain(caller -> show.of(code, area, on, from, caller))
                .map(Answers::value);
    }
}
