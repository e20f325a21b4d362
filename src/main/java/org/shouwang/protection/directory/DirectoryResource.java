package org.shouwang.protection.directory;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.shouwang.platform.problem.Result;
import org.shouwang.protection.directory.ResourceRows.Wanted;

@Path("/api/v1/resources")
@Authenticated
@Tag(name = "resources", description = "资源目录")
class DirectoryResource {

    private final Authority authority;
    private final RecordResource record;
    private final EditResource edit;
    private final FindResources find;

    DirectoryResource(Authority authority, RecordResource record, EditResource edit, FindResources find) {
        this.authority = authority;
        this.record = record;
        this.edit = edit;
        this.find = find;
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "putResource", summary = "Record an entry of the directory, once")
    @APIResponseSchema(value = ResourceView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid ResourceForm form) {
        return authority
                .caller()
                .chain(caller -> record.record(id, form, caller))
                .map(Answers::stored);
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            operationId = "editResource",
            summary = "Change facts of an entry, say that it was checked, suspend, close or reopen it",
            description =
                    "Whose entry it is stays. A change of `providerType` to one without contract drops the contract.")
    @APIResponseSchema(ResourceView.class)
    public Uni<Response> edit(UUID id, @BeanParam IfMatch match, @NotNull @Valid ResourcePatch patch) {
        return authority
                .caller()
                .chain(caller -> edit.edit(id, match.version(), patch, caller))
                .map(Answers::current);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getResource", summary = "One entry of the directory")
    @APIResponseSchema(ResourceView.class)
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> find.one(id, caller)).map(Answers::current);
    }

    @GET
    @Operation(
            operationId = "listResources",
            summary = "Who helps at a place, or the entries that the offices of an area keep",
            description = """
                    With `at` those that help there today: ACTIVE and within their contract, the nearest first (who serves \
                    the village before who serves the township, and so on up), then by category and name. Any place may be \
                    asked for. Without `at` all entries that the offices of an area keep, or of all areas of the caller: \
                    suspended, closed and stale ones too, in the order of area and id.""")
    public Uni<Page<ResourceView>> list(
            @QueryParam("at") @Parameter(description = "A place; not together with `area`") @Nullable AreaCode at,
            @QueryParam("area") @Parameter(description = "Whose entries") @Nullable AreaCode area,
            @QueryParam("category") @Nullable ResourceCategory category,
            @QueryParam("accepts") @Parameter(description = "Only who takes referrals of this type") @Nullable
                    ReferralType accepts,
            @BeanParam @Valid PageQuery page) {
        if (at != null && area != null) {
            return Answers.value(Result.invalid("area", "resource-at-or-area"));
        }
        Wanted wanted = new Wanted(category, accepts);
        return authority
                .caller()
                .chain(caller ->
                        at == null ? find.kept(area, wanted, page, caller) : find.serving(at, wanted, page, caller))
                .map(Answers::value);
    }
}
