package org.shouwang.monitoring.bulletin;

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
import org.shouwang.monitoring.bulletin.BulletinRows.Wanted;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.IfMatch;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

@Path("/api/v1/bulletins")
@Authenticated
@Tag(name = "bulletins", description = "通报")
class BulletinResource {

    private final Authority authority;
    private final DraftBulletin draft;
    private final ActOnBulletin act;
    private final FindBulletins find;

    BulletinResource(Authority authority, DraftBulletin draft, ActOnBulletin act, FindBulletins find) {
        this.authority = authority;
        this.draft = draft;
        this.act = act;
        this.find = find;
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "putBulletin",
            summary = "Draft the bulletin of a collection period; repeating it changes nothing",
            description = """
                    A period has one bulletin. Until it is issued another draft may take its place, with `If-Match`. A mistake in one \
                    that was issued is put right by another that `replaces` it.""")
    @APIResponseSchema(value = BulletinView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @BeanParam IfMatch match, @NotNull @Valid BulletinForm form) {
        return authority
                .caller()
                .chain(caller -> draft.draft(id, match.version(), form, caller))
                .map(Answers::stored);
    }

    @GET
    @Operation(
            operationId = "listBulletins",
            summary = "Bulletins, in the order of area and period",
            description =
                    "Offices see those of their areas, a liaison those that were issued and speak of the own unit.")
    public Uni<Page<BulletinView>> list(
            @QueryParam("area") @Parameter(description = "The county") @Nullable AreaCode area,
            @QueryParam("status") @Nullable BulletinStatus status,
            @QueryParam("period") @Nullable UUID period,
            @BeanParam @Valid PageQuery page) {
        return authority
                .caller()
                .chain(caller -> find.list(new Wanted(area, status, period), page, caller))
                .map(Answers::value);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getBulletin",
            summary = "One bulletin with its figures",
            description = "A draft is computed now; one that was issued says for ever what it said then.")
    @APIResponseSchema(BulletinView.class)
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> find.one(id, caller)).map(Answers::current);
    }

    @POST
    @Path("/{id}/issue")
    @Operation(
            operationId = "issueBulletin",
            summary = "Issue a bulletin under the next number of the year; repeating it changes nothing",
            description = "Its figures are stored as they are now, and the liaisons of its units are told.")
    @APIResponseSchema(BulletinView.class)
    public Uni<Response> issue(UUID id, @BeanParam IfMatch match, @NotNull @Valid BulletinActForm form) {
        return done(id, match, form, BulletinActKind.ISSUE);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(operationId = "withdrawBulletin", summary = "Give up a draft; repeating it changes nothing")
    @APIResponseSchema(BulletinView.class)
    public Uni<Response> withdraw(UUID id, @BeanParam IfMatch match, @NotNull @Valid BulletinActForm form) {
        return done(id, match, form, BulletinActKind.WITHDRAW);
    }

    private Uni<Response> done(UUID id, IfMatch match, BulletinActForm form, BulletinActKind kind) {
        return authority
                .caller()
                .chain(caller -> act.act(id, match.version(), form.id(), kind, caller))
                .map(Answers::current);
    }
}
