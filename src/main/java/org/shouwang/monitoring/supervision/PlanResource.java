package org.shouwang.monitoring.supervision;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.supervision.LetterRows.Wanted;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.IfMatch;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

@Path("/api/v1/rectification-plans")
@Authenticated
@Tag(name = "rectification-plans", description = "靶向整改方案")
class PlanResource {

    private final Authority authority;
    private final DraftPlan draft;
    private final FindPlans find;

    PlanResource(Authority authority, DraftPlan draft, FindPlans find) {
        this.authority = authority;
        this.draft = draft;
        this.find = find;
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "putRectificationPlan",
            summary = "Write the plan that a letter to the own unit asks for; repeating it changes nothing",
            description = """
                    A letter has one plan. While it is a draft, and once it was returned, another may take its place, with \
                    `If-Match`. Each item names a person and a post (任务到人、责任到岗), a project its site and schedule, a \
                    measure for a place that place.""")
    @APIResponseSchema(value = PlanView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @BeanParam IfMatch match, @NotNull @Valid PlanForm form) {
        return authority
                .caller()
                .chain(caller -> draft.draft(id, match.version(), form, caller))
                .map(Answers::stored);
    }

    @GET
    @Operation(
            operationId = "listRectificationPlans",
            summary = "Plans without their items, in the order of area and indicator",
            description = "Offices see those of their areas that were submitted, a liaison those of the own unit.")
    public Uni<Page<PlanView>> list(
            @QueryParam("area") @Parameter(description = "Where the indicator is measured") @Nullable AreaCode area,
            @QueryParam("status") @Nullable PlanStatus status,
            @QueryParam("unit") @Nullable UUID unit,
            @BeanParam @Valid PageQuery page) {
        return authority
                .caller()
                .chain(caller -> find.list(Wanted.of(area, status, unit), page, caller))
                .map(Answers::value);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRectificationPlan", summary = "One plan with its items and all that was done to it")
    @APIResponseSchema(PlanView.class)
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> find.one(id, caller)).map(Answers::current);
    }
}
