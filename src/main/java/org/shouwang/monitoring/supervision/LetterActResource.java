package org.shouwang.monitoring.supervision;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.IfMatch;

@Path("/api/v1/supervision-letters/{id}")
@Authenticated
@Tag(name = "supervision-letters", description = "督办函")
class LetterActResource {

    private final Authority authority;
    private final ActOnLetter act;

    LetterActResource(Authority authority, ActOnLetter act) {
        this.authority = authority;
        this.act = act;
    }

    @POST
    @Path("/issue")
    @Operation(
            operationId = "issueSupervisionLetter",
            summary = "Issue a letter under the next number of the year; repeating it changes nothing",
            description = "It keeps what the indicator and the card were on this day, and its deadline begins to run.")
    @APIResponseSchema(LetterView.class)
    public Uni<Response> issue(UUID id, @BeanParam IfMatch match, @NotNull @Valid ActForm form) {
        return done(id, match, LetterAct.of(form.id(), LetterActKind.ISSUE));
    }

    @POST
    @Path("/receipt")
    @Operation(
            operationId = "receiveSupervisionLetter",
            summary = "Sign for a letter for the own unit (签收); repeating it changes nothing")
    @APIResponseSchema(LetterView.class)
    public Uni<Response> receive(UUID id, @BeanParam IfMatch match, @NotNull @Valid ActForm form) {
        return done(id, match, LetterAct.of(form.id(), LetterActKind.RECEIVE));
    }

    @POST
    @Path("/reply")
    @Operation(
            operationId = "replyToSupervisionLetter",
            summary = "Answer a letter for the own unit; repeating it changes nothing")
    @APIResponseSchema(LetterView.class)
    public Uni<Response> reply(UUID id, @BeanParam IfMatch match, @NotNull @Valid ReplyForm form) {
        return done(
                id, match, new LetterAct(form.id(), LetterActKind.REPLY, form.replyText(), null, form.replyFileIds()));
    }

    @POST
    @Path("/acceptance")
    @Operation(
            operationId = "acceptSupervisionReply",
            summary = "Accept the answer to a letter; repeating it changes nothing")
    @APIResponseSchema(LetterView.class)
    public Uni<Response> accept(UUID id, @BeanParam IfMatch match, @NotNull @Valid ActForm form) {
        return done(id, match, LetterAct.of(form.id(), LetterActKind.ACCEPT));
    }

    @POST
    @Path("/rejection")
    @Operation(
            operationId = "rejectSupervisionReply",
            summary = "Ask for another answer by another deadline; repeating it changes nothing")
    @APIResponseSchema(LetterView.class)
    public Uni<Response> reject(UUID id, @BeanParam IfMatch match, @NotNull @Valid RejectionForm form) {
        return done(id, match, new LetterAct(form.id(), LetterActKind.REJECT, form.reason(), form.dueOn(), null));
    }

    @POST
    @Path("/closing")
    @Operation(
            operationId = "closeSupervisionLetter",
            summary = "Close a letter whose answer was accepted; repeating it changes nothing",
            description = "Its card can be cleared then.")
    @APIResponseSchema(LetterView.class)
    public Uni<Response> close(UUID id, @BeanParam IfMatch match, @NotNull @Valid ActForm form) {
        return done(id, match, LetterAct.of(form.id(), LetterActKind.CLOSE));
    }

    @POST
    @Path("/accountability")
    @Operation(
            operationId = "recordAccountability",
            summary = "Record that the unit was held to account (问责); repeating it changes nothing",
            description = "Possible once a deadline of the letter has passed without an answer.")
    @APIResponseSchema(LetterView.class)
    public Uni<Response> account(UUID id, @BeanParam IfMatch match, @NotNull @Valid ReasonForm form) {
        return done(id, match, new LetterAct(form.id(), LetterActKind.ACCOUNT, form.reason(), null, null));
    }

    private Uni<Response> done(UUID id, IfMatch match, LetterAct what) {
        return authority
                .caller()
                .chain(caller -> act.act(id, match.version(), what, caller))
                .map(Answers::current);
    }
}
