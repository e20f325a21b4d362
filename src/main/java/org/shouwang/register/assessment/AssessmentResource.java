package org.shouwang.register.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1/children/{id}/assessments")
@Authenticated
@Tag(name = "assessments")
class AssessmentResource {

    private final Authority authority;
    private final RecordAssessment recordAssessment;
    private final ListAssessments listAssessments;

    AssessmentResource(Authority authority, RecordAssessment recordAssessment, ListAssessments listAssessments) {
        this.authority = authority;
        this.recordAssessment = recordAssessment;
        this.listAssessments = listAssessments;
    }

    @Schema(name = "AssessmentList")
    record AssessmentsView(List<AssessmentView> items) {}

    @POST
    @Operation(
            operationId = "assessChild",
            summary =
                    "Assess a child's risk by a model: a graver level holds at once, a lower one when the coordinator says so,"
                            + " and an emergency opens an incident")
    @APIResponseSchema(value = AssessmentView.class, responseCode = "201")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AssessmentForm.class)))
    public Uni<Response> assess(UUID id, @NotNull ObjectNode body) {
        return authority
                .caller()
                .chain(caller -> recordAssessment.record(id, body, caller))
                .map(result -> Answers.stored(result.map(WriteAssessment.Made::stored)));
    }

    @GET
    @Operation(operationId = "listAssessments", summary = "A child's assessments, the newest first")
    public Uni<AssessmentsView> list(UUID id) {
        return authority
                .caller()
                .chain(caller -> listAssessments.of(id, caller))
                .map(found -> new AssessmentsView(Answers.value(found)));
    }
}
