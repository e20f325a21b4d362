package org.shouwang.protection.incident;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.record.Races;

@Path("/api/v1/incidents")
@Authenticated
@Tag(name = "incidents", description = "强制报告")
class IncidentResource {

    private final Authority authority;
    private final ReportIncident report;
    private final FindIncidents find;
    private final CountIncidents count;

    IncidentResource(Authority authority, ReportIncident report, FindIncidents find, CountIncidents count) {
        this.authority = authority;
        this.report = report;
        this.find = find;
        this.count = count;
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "reportIncident",
            summary =
                    "Report a danger with whatever is known of it, or complete the report; answers what to do now and whom"
                            + " to call")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = IncidentForm.class)))
    @APIResponseSchema(value = IncidentView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull ObjectNode body) {
        return authority
                .caller()
                .chain(caller -> Races.again(() -> report.report(id, body, caller)))
                .map(Answers::stored);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getIncident", summary = "One incident that is open to the caller; the look is logged")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> find.one(id, caller)).map(Answers::current);
    }

    @GET
    @Path("/statistics")
    @Operation(
            operationId = "getIncidentStatistics",
            summary = "Incidents by month and stage, without persons, for the county lead")
    @APIResponseSchema(value = IncidentStatisticsView.class, responseCode = "200")
    public Uni<IncidentStatisticsView> statistics(@QueryParam("area") @Nullable AreaCode area) {
        return authority.caller().chain(caller -> count.of(area, caller)).map(Answers::value);
    }

    @GET
    @Operation(
            operationId = "listIncidents",
            summary = "The incidents that are open to the caller, the newest first; the looks are logged")
    public Uni<Page<IncidentView>> list(
            @QueryParam("area") @Nullable AreaCode area,
            @QueryParam("stage") @Nullable Stage stage,
            @BeanParam @Valid PageQuery page) {
        return authority
                .caller()
                .chain(caller -> find.list(new IncidentRows.Wanted(area, stage), caller, page.after(2), page.limit()))
                .map(Answers::value)
                .map(rows -> Page.of(rows, page.limit(), last -> Cursor.of(last.receivedAt(), last.id())));
    }
}
