package org.shouwang.area;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.Caller;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Messages;

@Path("/api/v1/areas/import")
@Authenticated
@Tag(name = "areas")
class AreaImportResource {

    private static final Duration LONGEST_SIGN_IN = Duration.ofSeconds(30);

    private final Authority authority;
    private final ImportAreas importAreas;
    private final Messages messages;

    AreaImportResource(Authority authority, ImportAreas importAreas, Messages messages) {
        this.authority = authority;
        this.importAreas = importAreas;
        this.messages = messages;
    }

    /** Takes any media type, since the content says what it is. */
    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "importAreas",
            summary =
                    "Takes a list of divisions: CSV with the columns code, name, level; plain or gzip, UTF-8 or GB18030, at"
                            + " most 64 MB. Repeating it changes nothing")
    public AreaImportView importAreas(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream file,
            @Context HttpHeaders headers) {
        Caller caller = authority.caller().await().atMost(LONGEST_SIGN_IN);
        AreaReport report = Answers.value(importAreas.from(file, caller));
        return AreaImportView.of(report, messages, Messages.preferred(headers.getAcceptableLanguages()));
    }
}
