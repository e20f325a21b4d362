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

@Path("/api/v1/bulletins/{id}/workbook")
@Authenticated
@Tag(name = "bulletins", description = "通报")
class BulletinWorkbookResource {

    private final Authority authority;
    private final WriteBulletin bulletin;

    BulletinWorkbookResource(Authority authority, WriteBulletin bulletin) {
        this.authority = authority;
        this.bulletin = bulletin;
    }

    @GET
    @Produces(WorkbookFile.TYPE)
    @Operation(
            operationId = "getBulletinWorkbook",
            summary = "One bulletin as a workbook: indicators, units, totals",
            description = "Headers are Chinese, or English by Accept-Language. For whoever may read the bulletin.")
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
                .chain(caller -> bulletin.of(id, caller, Messages.preferred(headers.getAcceptableLanguages())))
                .map(Answers::value)
                .map(WorkbookFile::response);
    }
}
