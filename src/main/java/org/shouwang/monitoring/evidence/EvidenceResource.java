package org.shouwang.monitoring.evidence;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1/evidence-files/{id}")
@Authenticated
@Tag(name = "evidence-files", description = "佐证材料")
class EvidenceResource {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Authority authority;
    private final DeclareEvidence declare;
    private final TakePart take;
    private final FindEvidence find;
    private final RemoveEvidence remove;

    EvidenceResource(
            Authority authority, DeclareEvidence declare, TakePart take, FindEvidence find, RemoveEvidence remove) {
        this.authority = authority;
        this.declare = declare;
        this.take = take;
        this.find = find;
        this.remove = remove;
    }

    @PUT
    @Operation(
            operationId = "putEvidenceFile",
            summary = "Declare a document of a unit that is to be sent, once",
            description = """
                    Documents of departments: PDF, OFD, JPEG, PNG, XLSX and DOCX, never photos of children. Its parts follow. One \
                    whose parts do not come within seven days is deleted, a complete one that nothing refers to after thirty.""")
    @APIResponseSchema(value = EvidenceView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid EvidenceForm form) {
        return authority
                .caller()
                .chain(caller -> declare.declare(id, form, caller))
                .map(Answers::stored);
    }

    /** Any content type: the declaration says what it is. */
    @PUT
    @Path("/parts/{n}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "putEvidencePart",
            summary = "Send a part of a document; repeating it changes nothing",
            description = """
                    In any order, each of exactly one mebibyte but the last. The answer says which are missing. With the last one the \
                    whole is held against the declared SHA-256 and type: where it is another document, all parts are thrown away and \
                    it is sent again.""")
    @APIResponseSchema(EvidenceView.class)
    public Uni<Response> part(
            UUID id,
            @Parameter(description = "Its number, from 1") int n,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    @NotNull
                    byte[] bytes) {
        return authority
                .caller()
                .chain(caller -> take.take(id, n, bytes, caller))
                .map(Answers::current);
    }

    @GET
    @Operation(operationId = "getEvidenceFile", summary = "A document without its content, and which parts are missing")
    @APIResponseSchema(EvidenceView.class)
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> find.one(id, caller)).map(Answers::current);
    }

    /** On a worker thread: each part is read when the one before was taken, with no connection held between. */
    @GET
    @Blocking
    @Path("/content")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "getEvidenceContent",
            summary = "The document itself, as it was sent",
            description = "Its media type is that of the document.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response content(UUID id) {
        EvidenceFile file = Answers.value(authority
                .caller()
                .chain(caller -> find.complete(id, caller))
                .await()
                .atMost(LONGEST));
        StreamingOutput parts = body -> {
            for (int number = 1; number <= file.parts().count(); number++) {
                body.write(find.part(file, number).await().atMost(LONGEST));
            }
        };
        return Response.ok(parts, file.type().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @DELETE
    @Operation(operationId = "deleteEvidenceFile", summary = "Delete a document that nothing refers to")
    @APIResponse(responseCode = "204")
    public Uni<Response> delete(UUID id) {
        return authority
                .caller()
                .chain(caller -> remove.remove(id, caller))
                .map(Answers::value)
                .map(removed -> Response.noContent().build());
    }

    /** A browser saves it and never runs it. */
    /** Whatever the name says, the file is saved as what its first bytes are. */
    private static String disposition(EvidenceFile file) {
        String extension = "." + file.type().extension();
        String shown = file.name().replaceAll("[\\p{Cf}\\p{Zl}\\p{Zp}]", "");
        String full = shown.toLowerCase(Locale.ROOT).endsWith(extension) ? shown : shown + extension;
        String name = URLEncoder.encode(full, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + file.id() + extension + "\"; filename*=UTF-8''" + name;
    }
}
