package org.shouwang.monitoring.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

@Path("/api/v1/scores/{id}/table")
@Authenticated
@Tag(name = "scores", description = "年度绩效考核")
class ScoreTableResource {

    private final Authority authority;
    private final FindScores find;

    ScoreTableResource(Authority authority, FindScores find) {
        this.authority = authority;
        this.find = find;
    }

    @GET
    @Operation(
            operationId = "getScoreTable",
            summary = "Published scores as a table for the comprehensive appraisal (综合绩效考核)",
            description = "CSV with a byte order mark, as spreadsheets open it; no cell is a formula.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Response> table(UUID id) {
        return authority
                .caller()
                .chain(caller -> find.table(id, caller))
                .map(Answers::value)
                .map(text -> Response.ok(text.getBytes(UTF_8), "text/csv;charset=UTF-8")
                        .build());
    }
}
