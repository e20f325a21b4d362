package org.shouwang.visit;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
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
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.record.Races;

@Path("/api/v1/visits")
@Authenticated
@Tag(name = "visits", description = "走访")
class VisitResource {

    private final Authority authority;
    private final RecordVisit recordVisit;
    private final ReadVisit readVisit;
    private final ListVisits listVisits;

    VisitResource(Authority authority, RecordVisit recordVisit, ReadVisit readVisit, ListVisits listVisits) {
        this.authority = authority;
        this.recordVisit = recordVisit;
        this.readVisit = readVisit;
        this.listVisits = listVisits;
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "recordVisit",
            summary = "Record a visit with the answers of each child; the same request again changes nothing")
    @APIResponseSchema(value = VisitView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid VisitForm form) {
        return authority
                .caller()
                .chain(caller -> Races.again(() -> recordVisit.record(id, form, caller)))
                .map(Answers::stored);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getVisit", summary = "One visit; the look is noted in the access log")
    @APIResponseSchema(value = VisitView.class, responseCode = "200")
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> readVisit.read(id, caller)).map(Answers::current);
    }

    @GET
    @Operation(
            operationId = "listVisits",
            summary =
                    "The history of a child, newest first; or the visits to households of an area, village by village")
    public Uni<Page<VisitView>> list(
            @QueryParam("childId") @Nullable UUID childId,
            @QueryParam("area") @Nullable AreaCode area,
            @QueryParam("from") @Parameter(description = "First local day of the start") @Nullable LocalDate from,
            @QueryParam("to") @Parameter(description = "Last local day of the start") @Nullable LocalDate to,
            @BeanParam @Valid PageQuery page) {
        VisitQuery query = VisitQuery.of(childId, area, from, to);
        return authority
                .caller()
                .chain(caller -> listVisits.list(query, caller, page.after(VisitQuery.CURSOR_PARTS), page.limit()))
                .map(Answers::value)
                .map(rows -> Page.of(rows, page.limit(), VisitQuery::after));
    }
}
