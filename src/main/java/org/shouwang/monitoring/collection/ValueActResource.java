package org.shouwang.monitoring.collection;

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

@Path("/api/v1/indicator-values/{id}")
@Authenticated
@Tag(name = "indicator-values", description = "指标采集")
class ValueActResource {

    private final Authority authority;
    private final ActOnValue act;

    ValueActResource(Authority authority, ActOnValue act) {
        this.authority = authority;
        this.act = act;
    }

    @POST
    @Path("/resubmission")
    @Operation(
            operationId = "resubmitIndicatorValue",
            summary = "Report other figures for a value that was returned; repeating it changes nothing")
    @APIResponseSchema(ValueView.class)
    public Uni<Response> resubmit(UUID id, @BeanParam IfMatch match, @NotNull @Valid ResubmissionForm form) {
        return done(id, match, new ValueAct(form.id(), ValueActKind.RESUBMIT, null, form.figures()));
    }

    @POST
    @Path("/withdrawal")
    @Operation(
            operationId = "withdrawIndicatorValue",
            summary = "Take back a value of the own unit that nobody has reviewed yet; repeating it changes nothing",
            description = "It is with the unit again, which owes it until it reports other figures.")
    @APIResponseSchema(ValueView.class)
    public Uni<Response> takeBack(UUID id, @BeanParam IfMatch match, @NotNull @Valid ValueActForm form) {
        return done(id, match, new ValueAct(form.id(), ValueActKind.TAKE_BACK, null, null));
    }

    @POST
    @Path("/return")
    @Operation(
            operationId = "returnIndicatorValue",
            summary = "Give a value back to the unit with a reason; repeating it changes nothing")
    @APIResponseSchema(ValueView.class)
    public Uni<Response> back(UUID id, @BeanParam IfMatch match, @NotNull @Valid ReturnForm form) {
        return done(id, match, new ValueAct(form.id(), ValueActKind.RETURN, form.reason(), null));
    }

    @POST
    @Path("/review")
    @Operation(
            operationId = "reviewIndicatorValue",
            summary = "Find a reported value right; repeating it changes nothing",
            description = "That of a county is the sum of its townships, once all of these have reported.")
    @APIResponseSchema(ValueView.class)
    public Uni<Response> review(UUID id, @BeanParam IfMatch match, @NotNull @Valid ValueActForm form) {
        return done(id, match, new ValueAct(form.id(), ValueActKind.REVIEW, null, null));
    }

    @POST
    @Path("/publication")
    @Operation(
            operationId = "publishIndicatorValue",
            summary = "Publish a value that was reviewed; repeating it changes nothing")
    @APIResponseSchema(ValueView.class)
    public Uni<Response> publish(UUID id, @BeanParam IfMatch match, @NotNull @Valid ValueActForm form) {
        return done(id, match, new ValueAct(form.id(), ValueActKind.PUBLISH, null, null));
    }

    @POST
    @Path("/correction")
    @Operation(
            operationId = "correctIndicatorValue",
            summary = "Correct a published value by another version with a reason; repeating it changes nothing")
    @APIResponseSchema(ValueView.class)
    public Uni<Response> correct(UUID id, @BeanParam IfMatch match, @NotNull @Valid CorrectionForm form) {
        return done(id, match, new ValueAct(form.id(), ValueActKind.CORRECT, form.reason(), form.figures()));
    }

    private Uni<Response> done(UUID id, IfMatch match, ValueAct what) {
        return authority
                .caller()
                .chain(caller -> act.act(id, match.version(), what, caller))
                .map(Answers::current);
    }
}
