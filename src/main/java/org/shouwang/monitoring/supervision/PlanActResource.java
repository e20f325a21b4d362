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

@Path("/api/v1/rectification-plans/{id}")
@Authenticated
@Tag(name = "rectification-plans", description = "靶向整改方案")
class PlanActResource {

    private final Authority authority;
    private final ActOnPlan act;

    PlanActResource(Authority authority, ActOnPlan act) {
        this.authority = authority;
        this.act = act;
    }

    @POST
    @Path("/submission")
    @Operation(
            operationId = "submitRectificationPlan",
            summary = "Submit a plan to the office; repeating it changes nothing")
    @APIResponseSchema(PlanView.class)
    public Uni<Response> submit(UUID id, @BeanParam IfMatch match, @NotNull @Valid ActForm form) {
        return done(id, match, PlanAct.of(form.id(), PlanActKind.SUBMIT));
    }

    @POST
    @Path("/filing")
    @Operation(operationId = "fileRectificationPlan", summary = "File a plan (备案); repeating it changes nothing")
    @APIResponseSchema(PlanView.class)
    public Uni<Response> file(UUID id, @BeanParam IfMatch match, @NotNull @Valid ActForm form) {
        return done(id, match, PlanAct.of(form.id(), PlanActKind.FILE));
    }

    @POST
    @Path("/return")
    @Operation(
            operationId = "returnRectificationPlan",
            summary = "Give a plan back to the unit with a reason; repeating it changes nothing")
    @APIResponseSchema(PlanView.class)
    public Uni<Response> back(UUID id, @BeanParam IfMatch match, @NotNull @Valid ReasonForm form) {
        return done(id, match, new PlanAct(form.id(), PlanActKind.RETURN, form.reason(), null));
    }

    @POST
    @Path("/start")
    @Operation(
            operationId = "startRectificationPlan",
            summary = "Begin to carry out a plan that was filed; repeating it changes nothing")
    @APIResponseSchema(PlanView.class)
    public Uni<Response> start(UUID id, @BeanParam IfMatch match, @NotNull @Valid ActForm form) {
        return done(id, match, PlanAct.of(form.id(), PlanActKind.START));
    }

    @POST
    @Path("/milestone")
    @Operation(
            operationId = "reportMilestone",
            summary = "Report what was reached at a milestone, once; repeating it changes nothing")
    @APIResponseSchema(PlanView.class)
    public Uni<Response> report(UUID id, @BeanParam IfMatch match, @NotNull @Valid MilestoneReportForm form) {
        MilestoneReport report = new MilestoneReport(form.itemNo(), form.milestoneNo(), form.figure());
        return done(id, match, new PlanAct(form.id(), PlanActKind.REPORT, null, report));
    }

    @POST
    @Path("/completion")
    @Operation(
            operationId = "finishRectificationPlan",
            summary = "Say that a plan is carried out; repeating it changes nothing",
            description = "All milestones are reported before.")
    @APIResponseSchema(PlanView.class)
    public Uni<Response> finish(UUID id, @BeanParam IfMatch match, @NotNull @Valid ActForm form) {
        return done(id, match, PlanAct.of(form.id(), PlanActKind.FINISH));
    }

    @POST
    @Path("/verification")
    @Operation(
            operationId = "verifyRectificationPlan",
            summary = "Find a plan carried out; repeating it changes nothing")
    @APIResponseSchema(PlanView.class)
    public Uni<Response> verify(UUID id, @BeanParam IfMatch match, @NotNull @Valid ActForm form) {
        return done(id, match, PlanAct.of(form.id(), PlanActKind.VERIFY));
    }

    private Uni<Response> done(UUID id, IfMatch match, PlanAct what) {
        return authority
                .caller()
                .chain(caller -> act.act(id, match.version(), what, caller))
                .map(Answers::current);
    }
}
