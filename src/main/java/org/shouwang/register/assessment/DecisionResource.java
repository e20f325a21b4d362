package org.shouwang.register.assessment;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1/assessments/{id}/decision")
@Authenticated
@Tag(name = "assessments")
class DecisionResource {

    private final Authority authority;
    private final DecideAssessment decideAssessment;

    DecisionResource(Authority authority, DecideAssessment decideAssessment) {
        this.authority = authority;
        this.decideAssessment = decideAssessment;
    }

    @POST
    @Operation(
            operationId = "decideAssessment",
            summary = "Confirm or refuse the lower level that an assessment asks for; never one's own")
    @APIResponseSchema(AssessmentView.class)
    public Uni<Response> decide(UUID id, @NotNull @Valid DecisionForm form) {
        return authority
                .caller()
                .chain(caller -> decideAssessment.decide(id, form, caller))
                .map(Answers::stored);
    }
}
