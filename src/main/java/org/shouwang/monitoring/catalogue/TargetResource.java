package org.shouwang.monitoring.catalogue;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Page;

@Path("/api/v1/areas/{code}/indicator-targets")
@Authenticated
@Tag(name = "indicators", description = "两规划指标体系")
class TargetResource {

    private final Authority authority;
    private final DecideTarget decide;
    private final FindTargets find;

    TargetResource(Authority authority, DecideTarget decide, FindTargets find) {
        this.authority = authority;
        this.decide = decide;
        this.find = find;
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "putIndicatorTarget",
            summary = "Decide what an area asks of an indicator for the end of a year, once",
            description = """
                    Targets of several plans and years stand side by side. One that stands for the same plan and year is not \
                    changed: another one names it in `replaces`, and both stay readable. A village has no plan of its own.""")
    @APIResponseSchema(value = LocalTargetView.class, responseCode = "201")
    public Uni<Response> put(AreaCode code, UUID id, @NotNull @Valid TargetForm form) {
        return authority
                .caller()
                .chain(caller -> decide.decide(code, id, form, caller))
                .map(Answers::stored);
    }

    @GET
    @Operation(
            operationId = "listIndicatorTargets",
            summary = "What an area and those above it ask of indicators, the smallest area first",
            description = "The national targets stand with the indicators. Any place may be asked for. It is one page.")
    public Uni<Page<LocalTargetView>> list(
            AreaCode code,
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("history") @DefaultValue("false") @Parameter(description = "Also what was replaced")
                    boolean history) {
        return authority
                .caller()
                .chain(caller -> find.of(code, indicator, year, history, caller))
                .map(Answers::value)
                .map(targets -> new Page<>(targets, null));
    }
}
