package org.shouwang.protection.referral;

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

/** What is done to a referral. */
@Path("/api/v1/referrals/{id}")
@Authenticated
@Tag(name = "referrals")
class ReferralActResource {

    private final Authority authority;
    private final ActOnReferral act;

    ReferralActResource(Authority authority, ActOnReferral act) {
        this.authority = authority;
        this.act = act;
    }

    @POST
    @Path("/accept")
    @Operation(
            operationId = "acceptReferral",
            summary = "The receiver is on it (接收); what came of it is awaited from now on")
    @APIResponseSchema(value = ReferralView.class, responseCode = "200")
    public Uni<Response> accept(UUID id, @NotNull @Valid ReferralAct.Accept form) {
        return done(id, form);
    }

    @POST
    @Path("/reject")
    @Operation(operationId = "rejectReferral", summary = "The receiver does not take it (退回), with a reason")
    @APIResponseSchema(value = ReferralView.class, responseCode = "200")
    public Uni<Response> reject(UUID id, @NotNull @Valid ReferralAct.Reject form) {
        return done(id, form);
    }

    @POST
    @Path("/feedback")
    @Operation(operationId = "answerReferral", summary = "The receiver says what was done and what came of it (反馈)")
    @APIResponseSchema(value = ReferralView.class, responseCode = "200")
    public Uni<Response> feedback(UUID id, @NotNull @Valid ReferralAct.Feedback form) {
        return done(id, form);
    }

    @POST
    @Path("/withdraw")
    @Operation(operationId = "withdrawReferral", summary = "The sender asks no more, before the answer came (撤回)")
    @APIResponseSchema(value = ReferralView.class, responseCode = "200")
    public Uni<Response> withdraw(UUID id, @NotNull @Valid ReferralAct.Withdraw form) {
        return done(id, form);
    }

    @POST
    @Path("/close")
    @Operation(
            operationId = "closeReferral",
            summary = "The sender has read the answer or the rejection: it is over (办结)")
    @APIResponseSchema(value = ReferralView.class, responseCode = "200")
    public Uni<Response> close(UUID id, @NotNull @Valid ReferralAct.Close form) {
        return done(id, form);
    }

    private Uni<Response> done(UUID id, ReferralAct form) {
        return authority
                .caller()
                .chain(caller -> Races.again(() -> act.act(id, form, caller)))
                .map(Answers::stored);
    }
}
