package org.shouwang.area;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.Authority;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.http.ProblemException;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.record.Races;

@Path("/api/v1/areas")
@Authenticated
@Tag(name = "areas", description = "行政区划")
class AreaResource {

    private final Authority authority;
    private final AreaRepository areas;
    private final HostArea host;
    private final SucceedArea succeed;
    private final Clock clock;

    AreaResource(Authority authority, AreaRepository areas, HostArea host, SucceedArea succeed, Clock clock) {
        this.authority = authority;
        this.areas = areas;
        this.host = host;
        this.succeed = succeed;
        this.clock = clock;
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getArea", summary = "One administrative division, also one that has ended")
    public Uni<AreaView> get(AreaCode code) {
        return authority.caller().chain(caller -> view(code));
    }

    private Uni<AreaView> view(AreaCode code) {
        return areas.byCode(code).map(found -> found.orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)));
    }

    @PUT
    @Path("/{code}/administrator")
    @Operation(
            operationId = "putAreaAdministrator",
            summary = "Puts an area under another authority (托管) from a day on")
    public Uni<AreaView> host(AreaCode code, @NotNull @Valid HostForm form) {
        return authority
                .caller()
                .chain(caller -> host.put(code, form, caller))
                .map(Answers::value)
                .chain(this::view);
    }

    @DELETE
    @Path("/{code}/administrator")
    @Operation(operationId = "deleteAreaAdministrator", summary = "Lets an area be run as its code says, from now on")
    public Uni<Void> hostNoMore(AreaCode code) {
        return authority
                .caller()
                .chain(caller -> host.remove(code, caller))
                .map(Answers::value)
                .replaceWithVoid();
    }

    @POST
    @Path("/{code}/succession")
    @Operation(
            operationId = "succeedArea",
            summary =
                    "Merges an area into another one or gives it another code, from a day on; repeating it changes nothing")
    @APIResponseSchema(value = SuccessionView.class, responseCode = "201")
    public Uni<Response> succession(AreaCode code, @NotNull @Valid SuccessionForm form) {
        return authority
                .caller()
                .chain(caller -> Races.again(() -> succeed.succeed(code, form, caller)))
                .map(Answers::value)
                .map(answer -> Response.status(answer.created() ? Response.Status.CREATED : Response.Status.OK)
                        .entity(answer.view())
                        .build());
    }

    @GET
    @Operation(
            operationId = "listAreas",
            summary = "The direct children of an area, or with `level` all areas of that level below it, in code order")
    public Uni<Page<AreaView>> list(
            @QueryParam("under") @Nullable AreaCode under,
            @QueryParam("level") @Nullable AreaLevel level,
            @QueryParam("on") @Parameter(description = "Those valid on this day; today if left out") @Nullable
                    LocalDate on,
            @BeanParam @Valid PageQuery page) {
        long after = page.after(1).map(cursor -> cursor.number(0)).orElse(0L);
        return authority
                .caller()
                .chain(caller ->
                        areas.below(under, level, on == null ? LocalDays.today(clock) : on, after, page.limit() + 1))
                .map(rows -> Page.of(rows, page.limit(), last -> Cursor.of(last.areaCode())));
    }
}
