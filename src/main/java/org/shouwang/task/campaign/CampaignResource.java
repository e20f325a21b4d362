package org.shouwang.task.campaign;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Page;

@Path("/api/v1/campaigns")
@Authenticated
@Tag(name = "campaigns", description = "专项行动")
class CampaignResource {

    private final Authority authority;
    private final RecordCampaign record;
    private final ChangeCampaign change;
    private final FindCampaigns find;

    CampaignResource(Authority authority, RecordCampaign record, ChangeCampaign change, FindCampaigns find) {
        this.authority = authority;
        this.record = record;
        this.change = change;
        this.find = find;
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "putCampaign",
            summary = "Begin a campaign, once; its tasks are made in the background",
            description = """
                    One task for each child or household of the areas that matches, from seven days before the first day on. Whoever \
                    was visited at home since the first day is done already. Children who come into it while it runs are found the next \
                    morning. Each worker is told once, on the first day or when the tasks are made. Who does not match any more, or \
                    moves, keeps the task.""")
    @APIResponseSchema(value = CampaignView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid CampaignForm form) {
        return authority
                .caller()
                .chain(caller -> record.record(id, form, caller))
                .map(Answers::stored);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCampaign", summary = "One campaign, with how many of its tasks are done")
    @APIResponseSchema(CampaignView.class)
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> find.one(id, caller)).map(Answers::current);
    }

    @GET
    @Operation(
            operationId = "listCampaigns",
            summary = "The campaigns that hold in the caller's areas, the newest first")
    public Uni<Page<CampaignView>> list(@BeanParam @Valid CampaignQuery query) {
        return authority.caller().chain(caller -> find.list(query, caller)).map(Answers::value);
    }

    @GET
    @Path("/{id}/progress")
    @Operation(
            operationId = "getCampaignProgress",
            summary = "How far a campaign is, by township and village of the caller's areas, in the order of codes")
    public Uni<CampaignProgress> progress(UUID id) {
        return authority.caller().chain(caller -> find.progress(id, caller)).map(Answers::value);
    }

    @POST
    @Path("/{id}/extend")
    @Operation(
            operationId = "extendCampaign",
            summary = "Move the last day of a campaign; the days of its open tasks follow")
    @APIResponseSchema(CampaignView.class)
    public Uni<Response> extend(UUID id, @NotNull @Valid CampaignAct.Extend act) {
        return change(id, act);
    }

    @POST
    @Path("/{id}/close")
    @Operation(
            operationId = "closeCampaign",
            summary = "End a campaign for good; its open tasks are cancelled, what is done stays")
    @APIResponseSchema(CampaignView.class)
    public Uni<Response> close(UUID id, @NotNull @Valid CampaignAct.Close act) {
        return change(id, act);
    }

    private Uni<Response> change(UUID id, CampaignAct act) {
        return authority
                .caller()
                .chain(caller -> change.change(id, act, caller))
                .map(Answers::current);
    }
}
