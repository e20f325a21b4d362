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

/** What is done in a case. */
@Path("/api/v1/violence-cases/{id}")
@Authenticated
@Tag(name = "violence-cases")
class ViolenceActResource {

    private final Authority authority;
    private final ActOnCase act;

    ViolenceActResource(Authority authority, ActOnCase act) {
        this.authority = authority;
        this.act = act;
    }

    @POST
    @Path("/stages/{stage}")
    @Operation(
            operationId = "sayViolenceStage",
            summary = "Say how far a stage is that no agency has; a woman may refuse one, a minor may not")
    @APIResponseSchema(value = ViolenceCaseView.class, responseCode = "200")
    public Uni<Response> stage(UUID id, ViolenceStage stage, @NotNull @Valid CaseAct.SayForm form) {
        return done(id, form.of(stage));
    }

    @POST
    @Path("/close")
    @Operation(
            operationId = "closeViolenceCase",
            summary = "Close a case all five stages of which are done, not needed or refused")
    @APIResponseSchema(value = ViolenceCaseView.class, responseCode = "200")
    public Uni<Response> close(UUID id, @NotNull @Valid CaseAct.Close form) {
        return done(id, form);
    }

    @POST
    @Path("/reopen")
    @Operation(operationId = "reopenViolenceCase", summary = "The lead opens a closed case again")
    @APIResponseSchema(value = ViolenceCaseView.class, responseCode = "200")
    public Uni<Response> reopen(UUID id, @NotNull @Valid CaseAct.Reopen form) {
        return done(id, form);
    }

    @POST
    @Path("/grants")
    @Operation(operationId = "grantViolenceCase", summary = "The lead opens the case to one more post")
    @APIResponseSchema(value = ViolenceCaseView.class, responseCode = "200")
    public Uni<Response> grant(UUID id, @NotNull @Valid CaseAct.Give form) {
        return done(id, form);
    }

    @POST
    @Path("/revocations")
    @Operation(
            operationId = "revokeViolenceCase",
            summary = "The lead closes the case to a post that does not answer for it, and takes it off its phone")
    @APIResponseSchema(value = ViolenceCaseView.class, responseCode = "200")
    public Uni<Response> revoke(UUID id, @NotNull @Valid CaseAct.Revoke form) {
        return done(id, form);
    }

    @POST
    @Path("/transfer")
    @Operation(
            operationId = "transferViolenceCase",
            summary = "The lead gives the case to another post, which answers for it from now on (个案移交)")
    @APIResponseSchema(value = ViolenceCaseView.class, responseCode = "200")
    public Uni<Response> transfer(UUID id, @NotNull @Valid CaseAct.Transfer form) {
        return done(id, form);
    }

    private Uni<Response> done(UUID id, CaseAct form) {
        return authority
                .caller()
                .chain(caller -> Races.again(() -> act.act(id, form, caller)))
                .map(Answers::stored);
    }
}
