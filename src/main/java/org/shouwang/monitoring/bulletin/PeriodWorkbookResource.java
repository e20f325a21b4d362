package org.shouwang.monitoring.bulletin;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Messages;
import org.shouwang.platform.workbook.WorkbookFile;

@Path("/api/v1/collection-periods/{id}/workbook")
@Authenticated
@Tag(name = "indicator-values", description = "指标采集")
class PeriodWorkbookResource {

    private final Authority authority;
    private final WritePeriod period;

    PeriodWorkbookResource(Authority authority, WritePeriod period) {
        this.authority = authority;
        this.period = period;
    }

    @GET
    @Produces(WorkbookFile.TYPE)
    @Operation(
            operationId = "getCollectionPeriodWorkbook",
            summary = "The values of a period as a workbook: a row a value, units, totals",
            description =
                    "Offices see their areas, a liaison the own unit. Headers are Chinese, or English by Accept-Language.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = WorkbookFile.TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Response> get(UUID id, @Context HttpHeaders headers) {
        return authority
                .caller()
                .chain(caller -> period.of(id, caller, Messages.preferred(headers.getAcceptableLanguages())))
                .map(Answers::value)
                .map(WorkbookFile::response);
    }
}
