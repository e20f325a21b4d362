package org.shouwang.monitoring.score;

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
import org.shouwang.monitoring.score.ScoreRecordRows.Wanted;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

@Path("/api/v1/score-records")
@Authenticated
@Tag(name = "scores", description = "年度绩效考核")
class ScoreRecordResource {

    private final Authority authority;
    private final KeepScoreRecord keep;

    ScoreRecordResource(Authority authority, KeepScoreRecord keep) {
        this.authority = authority;
        this.keep = keep;
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "putScoreRecord",
            summary = "Record that a unit was commended (通报表扬) or interviewed (约谈), once",
            description =
                    "An interview about a letter that was not answered in time stands in the history of the letter too.")
    @APIResponseSchema(value = ScoreRecordView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid ScoreRecordForm form) {
        return authority.caller().chain(caller -> keep.keep(id, form, caller)).map(Answers::stored);
    }

    @GET
    @Operation(
            operationId = "listScoreRecords",
            summary = "Commendations and interviews, by area and year",
            description = "Offices see those of their areas, a liaison those of the own unit.")
    public Uni<Page<ScoreRecordView>> list(
            @QueryParam("area") @Parameter(description = "Whose office recorded it") @Nullable AreaCode area,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("unit") @Nullable UUID unit,
            @BeanParam @Valid PageQuery page) {
        return authority
                .caller()
                .chain(caller -> keep.list(new Wanted(area, year, unit), page, caller))
                .map(Answers::value);
    }
}
