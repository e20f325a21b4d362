package org.shouwang.monitoring.collection;

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
import org.shouwang.monitoring.collection.FoundValues.Wanted;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

@Path("/api/v1/indicator-values")
@Authenticated
@Tag(name = "indicator-values", description = "指标采集")
class ValueResource {

    private final Authority authority;
    private final SubmitValue submit;
    private final FindValues find;

    ValueResource(Authority authority, SubmitValue submit, FindValues find) {
        this.authority = authority;
        this.submit = submit;
        this.find = find;
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "putIndicatorValue", summary = "Report a value for the own unit, once", description = """
                    Whoever is named in `attestedBy` stands for the figures being true and exact. It goes to the statistics \
                    officer, who finds it right or returns it, and to the committee office, which publishes it.""")
    @APIResponseSchema(value = ValueView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid ValueForm form) {
        return authority
                .caller()
                .chain(caller -> submit.submit(id, form, caller))
                .map(Answers::stored);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getIndicatorValue", summary = "One value with all that was done to it")
    @APIResponseSchema(ValueView.class)
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> find.one(id, caller)).map(Answers::current);
    }

    @GET
    @Operation(
            operationId = "listIndicatorValues",
            summary = "Values that were reported, in the order of area and indicator",
            description = """
                    With `status=SUBMITTED` what waits for review, with `status=REVIEWED` what waits for publication. A liaison \
                    sees those of the own unit, offices those of their areas.""")
    public Uni<Page<ValueView>> list(
            @QueryParam("period") @Nullable UUID period,
            @QueryParam("status") @Nullable ValueStatus status,
            @QueryParam("area") @Parameter(description = "Where the indicator is measured") @Nullable AreaCode area,
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("unit") @Nullable UUID unit,
            @BeanParam @Valid PageQuery page) {
        return authority
                .caller()
                .chain(caller -> find.list(new Wanted(period, status, area, indicator, unit), page, caller))
                .map(Answers::value);
    }
}
