package org.shouwang.protection.directory;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Messages;
import org.shouwang.platform.http.ProblemDocuments;

@Path("/api/v1/resources/import")
@Authenticated
@Tag(name = "resources")
class ResourceImportResource {

    private final Authority authority;
    private final ImportResources importResources;
    private final ProblemDocuments problems;

    ResourceImportResource(Authority authority, ImportResources importResources, ProblemDocuments problems) {
        this.authority = authority;
        this.importResources = importResources;
        this.problems = problems;
    }

    /** Any content type: browsers on Windows call a CSV file application/vnd.ms-excel. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "importResources",
            summary = "Take in a list of entries of the directory; the same list again changes nothing",
            description = """
                    CSV in UTF-8 or GB18030, as Excel saves it, with the columns areaCode, name, category, phone, hours, \
                    providerType and verifiedOn (登记区划, 名称, 类别, 电话, 服务时间, 提供方, 核实日期), and as wanted areaScope, \
                    acceptsReferralTypes, address, contractFrom, contractTo, capacity, contactPerson, organisationId and status \
                    (服务范围, 可接收转介类型, 地址, 合同起, 合同止, 容量, 联系人, 单位编号, 状态). Codes may be written in Chinese; several in \
                    one cell are separated by ； or 、. Hours: 24小时, or 周一至周五 08:00-12:00 14:00-18:00；周六 09:00-12:00. At \
                    most 2000 lines. An entry is known by area, category and name; a blank cell leaves what is stored, and a \
                    new entry serves its own area. Good lines are taken in together; the others are reported and change \
                    nothing. What was checked later than the line says is not written over.""")
    public Uni<ResourceImportView> take(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    byte[] file,
            @Context HttpHeaders headers) {
        Locale locale = Messages.preferred(headers.getAcceptableLanguages());
        return authority
                .caller()
                .chain(caller -> importResources.take(file, caller))
                .map(Answers::value)
                .map(taken -> ResourceImportView.of(taken, violation -> problems.sentence(violation, locale)));
    }
}
