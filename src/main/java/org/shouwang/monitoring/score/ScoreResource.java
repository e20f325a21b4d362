package org.shouwang.monitoring.score;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.IfMatch;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

@Path("/api/v1/scores")
@Authenticated
@Tag(name = "scores", description = "年度绩效考核")
class ScoreResource {

    private final Authority authority;
    private final DraftScores draft;
    private final PublishScores publish;
    private final FindScores find;

    ScoreResource(Authority authority, DraftScores draft, PublishScores publish, FindScores find) {
        this.authority = authority;
        this.draft = draft;
        this.publish = publish;
        this.find = find;
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "putScore",
            summary = "Have a draft of the scores of a county and year computed, once",
            description = """
                    Results of the indicators that a unit leads 50, reports in time 20, data that stood 10, cards and letters 20; \
                    what cannot be judged of a unit is spread over the rest. Where one is published, the draft names it as what it \
                    `replaces`, with the reason.""")
    @APIResponseSchema(value = ScoreView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid ScoreForm form) {
        return authority.caller().chain(caller -> draft.draft(id, form, caller)).map(Answers::stored);
    }

    @POST
    @Path("/{id}/computation")
    @Operation(
            operationId = "computeScore",
            summary = "Compute a draft again from what is published now",
            description = "Adjustments stay.")
    @APIResponseSchema(ScoreView.class)
    public Uni<Response> compute(UUID id, @BeanParam IfMatch match, @NotNull @Valid ScoreActForm form) {
        return authority
                .caller()
                .chain(caller -> draft.again(id, match.version(), caller))
                .map(Answers::current);
    }

    @POST
    @Path("/{id}/adjustments")
    @Operation(
            operationId = "adjustScore",
            summary = "Add points to the score of a unit by hand, or take them; repeating it changes nothing",
            description = "Of a draft, with a reason; of one unit five points in all.")
    @APIResponseSchema(ScoreView.class)
    public Uni<Response> adjust(UUID id, @BeanParam IfMatch match, @NotNull @Valid AdjustmentForm form) {
        return authority
                .caller()
                .chain(caller -> publish.adjust(id, match.version(), form, caller))
                .map(Answers::current);
    }

    @POST
    @Path("/{id}/publication")
    @Operation(
            operationId = "publishScore",
            summary = "Publish scores and ranks; repeating it changes nothing",
            description = "What is published never changes; the edition that it replaces stays readable.")
    @APIResponseSchema(ScoreView.class)
    public Uni<Response> publish(UUID id, @BeanParam IfMatch match, @NotNull @Valid ScoreActForm form) {
        return authority
                .caller()
                .chain(caller -> publish.publish(id, match.version(), form, caller))
                .map(Answers::current);
    }

    @GET
    @Operation(
            operationId = "listScores",
            summary = "Scores by county, year and edition",
            description = "Offices see those of their areas, a liaison what was published with the own unit in it.")
    public Uni<Page<ScoreView>> list(
            @QueryParam("area") @Parameter(description = "A county") @Nullable AreaCode area,
            @QueryParam("year") @Nullable Integer year,
            @BeanParam @Valid PageQuery page) {
        return authority
                .caller()
                .chain(caller -> find.list(area, year, page, caller))
                .map(Answers::value);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getScore",
            summary = "The ranking of the units of a county in a year; units are ranked, never persons or villages")
    @APIResponseSchema(ScoreView.class)
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> find.one(id, caller)).map(Answers::current);
    }

    @GET
    @Path("/{id}/units/{unit}")
    @Operation(
            operationId = "getUnitScore",
            summary = "What a unit got, with all parts and what went into them",
            description = "For offices, and of the own unit once it is published.")
    public Uni<UnitScoreView> unit(UUID id, UUID unit) {
        return authority.caller().chain(caller -> find.unit(id, unit, caller)).map(Answers::value);
    }
}
