package org.shouwang.protection.violence;

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
import org.shouwang.platform.record.Races;

/** How stages pass from one agency to the next. */
@Path("/api/v1/violence-cases/{id}/stages/{stage}")
@Authenticated
@Tag(name = "violence-cases")
class ViolenceChainResource {

    private final Authority authority;
    private final ReferStage refer;
    private final ActOnCase act;

    ViolenceChainResource(Authority authority, ReferStage refer, ActOnCase act) {
        this.authority = authority;
        this.refer = refer;
        this.act = act;
    }

    @POST
    @Path("/refer")
    @Operation(
            operationId = "referViolenceStage",
            summary = "Hand a stage to an agency by a confidential referral; one agency has it at a time")
    @APIResponseSchema(value = ViolenceCaseView.class, responseCode = "200")
    public Uni<Response> refer(UUID id, ViolenceStage stage, @NotNull @Valid ReferForm form) {
        return authority
                .caller()
                .chain(caller -> Races.again(() -> refer.refer(id, stage, form, caller)))
                .map(Answers::stored);
    }

    @POST
    @Path("/hand-on")
    @Operation(
            operationId = "handOnViolenceStage",
            summary = "The agency that has this stage in hand asks the agency of another one")
    @APIResponseSchema(value = ViolenceCaseView.class, responseCode = "200")
    public Uni<Response> handOn(UUID id, ViolenceStage stage, @NotNull @Valid HandOnForm form) {
        return authority
                .caller()
                .chain(caller -> Races.again(() -> refer.handOn(id, stage, form, caller)))
                .map(Answers::stored);
    }

    @POST
    @Path("/take-back")
    @Operation(
            operationId = "takeBackViolenceStage",
            summary = "Take a stage back from the agency that is asked or at it, whoever asked it")
    @APIResponseSchema(value = ViolenceCaseView.class, responseCode = "200")
    public Uni<Response> takeBack(UUID id, ViolenceStage stage, @NotNull @Valid CaseAct.TakeBackForm form) {
        return authority
                .caller()
                .chain(caller -> Races.again(() -> act.act(id, form.of(stage), caller)))
                .map(Answers::stored);
    }
}
