package org.shouwang.monitoring.report;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

@Path("/api/v1/collection-periods/{id}/reports")
@Authenticated
@Tag(name = "report-submissions", description = "报表/评估报告")
class ReportResource {

    private final Authority authority;
    private final SubmitReport submit;
    private final FindReports find;

    ReportResource(Authority authority, SubmitReport submit, FindReports find) {
        this.authority = authority;
        this.submit = submit;
        this.find = find;
    }

    @PUT
    @Path("/{unitId}")
    @Operation(
            operationId = "putReportSubmission",
            summary = "Hand in the report of the own unit with a period; the same document again changes nothing",
            description = """
                    It goes to the statistics bureau and the committee office alike. Another document is another version, until the \
                    period is closed; all are kept.""")
    @APIResponseSchema(value = ReportView.class, responseCode = "201")
    public Uni<Response> put(UUID id, UUID unitId, @NotNull @Valid ReportForm form) {
        return authority
                .caller()
                .chain(caller -> submit.submit(id, unitId, form, caller))
                .map(Answers::stored);
    }

    @GET
    @Operation(
            operationId = "listReportSubmissions",
            summary = "Reports of a period, and who still owes one",
            description = "Every unit that leads for an indicator in the area and year of the period owes one.")
    public Uni<Page<ReportView>> list(UUID id, @BeanParam @Valid PageQuery page) {
        return authority.caller().chain(caller -> find.list(id, page, caller)).map(Answers::value);
    }

    @GET
    @Path("/{unitId}")
    @Operation(operationId = "getReportSubmission", summary = "The report of a unit with all its documents")
    @APIResponseSchema(ReportView.class)
    public Uni<Response> get(UUID id, UUID unitId) {
        return authority.caller().chain(caller -> find.one(id, unitId, caller)).map(Answers::current);
    }
}
