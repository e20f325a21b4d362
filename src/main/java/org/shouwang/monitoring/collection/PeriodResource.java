package org.shouwang.monitoring.collection;

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
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

@Path("/api/v1/collection-periods")
@Authenticated
@Tag(name = "indicator-values", description = "指标采集")
class PeriodResource {

    private final Authority authority;
    private final OpenPeriod open;
    private final ClosePeriod close;
    private final ReopenPeriod reopen;
    private final FindValues find;

    PeriodResource(Authority authority, OpenPeriod open, ClosePeriod close, ReopenPeriod reopen, FindValues find) {
        this.authority = authority;
        this.open = open;
        this.close = close;
        this.reopen = reopen;
        this.find = find;
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "putCollectionPeriod",
            summary = "Open a quarter or a year for the units of an area to report, once")
    @APIResponseSchema(value = PeriodView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid PeriodForm form) {
        return authority.caller().chain(caller -> open.open(id, form, caller)).map(Answers::stored);
    }

    @POST
    @Path("/{id}/closing")
    @Operation(
            operationId = "closeCollectionPeriod",
            summary = "Close a period: units report nothing more but what was returned to them")
    @APIResponseSchema(PeriodView.class)
    public Uni<Response> close(UUID id, @NotNull @Valid ClosingForm form) {
        return authority.caller().chain(caller -> close.close(id, form, caller)).map(Answers::current);
    }

    @POST
    @Path("/{id}/reopening")
    @Operation(
            operationId = "reopenCollectionPeriod",
            summary = "Open a period again that was closed, until another day; repeating it changes nothing",
            description = "Units are reminded and late by the new day.")
    @APIResponseSchema(PeriodView.class)
    public Uni<Response> reopen(UUID id, @NotNull @Valid ReopeningForm form) {
        return authority
                .caller()
                .chain(caller -> reopen.reopen(id, form, caller))
                .map(Answers::current);
    }

    @GET
    @Operation(operationId = "listCollectionPeriods", summary = "The periods of a year, closed ones too; one page")
    public Uni<Page<PeriodView>> list(
            @QueryParam("year") @Parameter(description = "Without it this year") @Nullable Integer year,
            @QueryParam("area") @Parameter(description = "Whose units report") @Nullable AreaCode area) {
        return authority
                .caller()
                .chain(caller -> find.periods(year, area, caller))
                .map(Answers::value)
                .map(periods -> new Page<>(periods, null));
    }

    @GET
    @Path("/{id}/owed")
    @Operation(
            operationId = "listOwedIndicatorValues",
            summary = "What units have still to report for a period, in the order of area and indicator",
            description = """
                    What is due in a quarter are the indicators that are collected each quarter or month, in a year the others. \
                    A liaison sees what the own unit owes, offices all of their areas.""")
    public Uni<Page<OwedView>> owed(UUID id, @BeanParam @Valid PageQuery page) {
        return authority.caller().chain(caller -> find.owed(id, page, caller)).map(Answers::value);
    }
}
