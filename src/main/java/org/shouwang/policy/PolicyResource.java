package org.shouwang.policy;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1/policies")
@Authenticated
@Tag(name = "policies", description = "随访标准")
class PolicyResource {

    private final Authority authority;
    private final RecordPolicy record;
    private final WithdrawPolicy withdraw;
    private final ShowPolicies show;

    PolicyResource(Authority authority, RecordPolicy record, WithdrawPolicy withdraw, ShowPolicies show) {
        this.authority = authority;
        this.record = record;
        this.withdraw = withdraw;
        this.show = show;
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "putPolicy",
            summary = "Record a version of the follow-up policy of an area, once",
            description = """
                    It begins tomorrow or later and holds in the area and below, where no nearer area has a version in force, \
                    until the next version of the area begins. A version that has begun is never changed: a new one follows it.""")
    @APIResponseSchema(value = PolicyVersionView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid PolicyForm form) {
        return authority
                .caller()
                .chain(caller -> record.record(id, form, caller))
                .map(Answers::stored);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(
            operationId = "withdrawPolicy",
            summary = "Take back a version that has not begun; repeating it changes nothing")
    @APIResponseSchema(PolicyVersionView.class)
    public Uni<Response> withdraw(UUID id, @NotNull @Valid WithdrawalForm form) {
        return authority
                .caller()
                .chain(caller -> withdraw.withdraw(id, form, caller))
                .map(Answers::current);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPolicy", summary = "One version of a follow-up policy")
    @APIResponseSchema(PolicyVersionView.class)
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> show.version(id)).map(Answers::current);
    }

    @GET
    @Operation(
            operationId = "getPolicyAt",
            summary = "What is in force at a place today, from which area it comes, and what comes next",
            description =
                    "Of the nearest area above that has a version in force, else the standard. Any place may be asked for.")
    public Uni<PolicyAtView> at(@QueryParam("at") @NotNull @Parameter(description = "A place") AreaCode at) {
        return authority.caller().chain(caller -> show.at(at)).map(Answers::value);
    }
}
