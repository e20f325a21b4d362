package org.shouwang.area;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.http.ProblemException;
import org.shouwang.platform.problem.Problem;

@Path("/api/v1/areas")
@Authenticated
@Tag(name = "areas", description = "行政区划")
class AreaResource {

    private final Authority authority;
    private final AreaRepository areas;

    AreaResource(Authority authority, AreaRepository areas) {
        this.authority = authority;
        this.areas = areas;
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getArea", summary = "One administrative division")
    public Uni<AreaView> get(AreaCode code) {
        return authority
                .caller()
                .chain(caller -> areas.byCode(code))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)));
    }

    @GET
    @Operation(
            operationId = "listAreas",
            summary = "The direct children of an area, or with `level` all areas of that level below it, in code order")
    public Uni<Page<AreaView>> list(
            @QueryParam("under") @Nullable AreaCode under,
            @QueryParam("level") @Nullable AreaLevel level,
            @BeanParam @Valid PageQuery page) {
        long after = page.after(1).map(cursor -> cursor.number(0)).orElse(0L);
        return authority
                .caller()
                .chain(caller -> areas.below(under, level, after, page.limit() + 1))
                .map(rows -> Page.of(rows, page.limit(), last -> Cursor.of(last.areaCode())));
    }
}
