package org.shouwang.staff.worker;

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

@Path("/api/v1/workers/import")
@Authenticated
@Tag(name = "workers")
class RosterResource {

    private final Authority authority;
    private final ImportWorkers importWorkers;
    private final ProblemDocuments problems;

    RosterResource(Authority authority, ImportWorkers importWorkers, ProblemDocuments problems) {
        this.authority = authority;
        this.importWorkers = importWorkers;
        this.problems = problems;
    }

    /** Any content type: browsers on Windows call a CSV file application/vnd.ms-excel. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "importWorkers",
            summary = "Take in a list of workers with their posts; the same list again changes nothing",
            description = """
                    CSV in UTF-8 or GB18030, as Excel saves it, with the columns fullName, phone, roleCode, areaCode and \
                    appointedOn (姓名, 手机号, 职务, 辖区代码, 任职日期), and as wanted organisationId, sexCode, appointedDoc, \
                    termEndOn and namesakeChecked (单位编号, 性别, 任职文号, 届满日期, 同名已核实). At most 5000 lines. Good lines are \
                    taken in together; the others are reported and change nothing. A line that may be about somebody who is \
                    known already is a QUESTION: correct the phone of that worker, or send the line again with \
                    namesakeChecked.""")
    public Uni<ImportReportView> take(
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
                .chain(caller -> importWorkers.take(file, caller))
                .map(Answers::value)
                .map(taken -> ImportReportView.of(taken, violation -> problems.sentence(violation, locale)));
    }
}
