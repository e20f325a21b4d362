package org.shouwang.monitoring.breakdown;

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

@Path("/api/v1/responsibilities")
@Authenticated
@Tag(name = "responsibilities", description = "目标责任分解书")
class ResponsibilityResource {

    private final Authority authority;
    private final IssueResponsibility issue;
    private final ClaimResponsibility claim;
    private final WithdrawResponsibility withdraw;
    private final FindResponsibilities find;

    ResponsibilityResource(
            Authority authority,
            IssueResponsibility issue,
            ClaimResponsibility claim,
            WithdrawResponsibility withdraw,
            FindResponsibilities find) {
        this.authority = authority;
        this.issue = issue;
        this.claim = claim;
        this.withdraw = withdraw;
        this.find = find;
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "putResponsibility",
            summary = "Make a unit answer for an indicator in a year, once",
            description = """
                    Exactly one unit leads for an indicator, place and year: it reports the values. It is named before those \
                    that support it.""")
    @APIResponseSchema(value = ResponsibilityView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid ResponsibilityForm form) {
        return authority.caller().chain(caller -> issue.issue(id, form, caller)).map(Answers::stored);
    }

    @POST
    @Path("/{id}/claim")
    @Operation(
            operationId = "claimResponsibility",
            summary = "Say for the own unit that it answers for an indicator (认领); repeating it changes nothing")
    @APIResponseSchema(ResponsibilityView.class)
    public Uni<Response> claim(UUID id, @NotNull @Valid ClaimForm form) {
        return authority.caller().chain(caller -> claim.claim(id, form, caller)).map(Answers::current);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(
            operationId = "withdrawResponsibility",
            summary = "Take back a line that was issued by mistake; repeating it changes nothing")
    @APIResponseSchema(ResponsibilityView.class)
    public Uni<Response> withdraw(UUID id, @NotNull @Valid WithdrawalForm form) {
        return authority
                .caller()
                .chain(caller -> withdraw.withdraw(id, form, caller))
                .map(Answers::current);
    }

    @GET
    @Operation(
            operationId = "listResponsibilities",
            summary = "The book of a year, withdrawn lines too, in the order of indicator and area",
            description = "Offices see that of their areas, a liaison what the own unit answers for.")
    public Uni<Page<ResponsibilityView>> list(
            @QueryParam("year") @Parameter(description = "Without it this year") @Nullable Integer year,
            @QueryParam("area") @Parameter(description = "Where the indicator is measured") @Nullable AreaCode area,
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("unit") @Nullable UUID unit,
            @BeanParam @Valid PageQuery page) {
        return authority
                .caller()
                .chain(caller -> find.of(year, area, indicator, unit, page, caller))
                .map(Answers::value);
    }
}
