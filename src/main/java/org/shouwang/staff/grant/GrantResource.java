package org.shouwang.staff.grant;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.staff.grant.GrantRows.After;

@Path("/api/v1/grants")
@Authenticated
@Tag(name = "grants", description = "越权查阅授权")
class GrantResource {

    private final Authority authority;
    private final ReviewGrants reviewGrants;
    private final RevokeGrant revokeGrant;

    GrantResource(Authority authority, ReviewGrants reviewGrants, RevokeGrant revokeGrant) {
        this.authority = authority;
        this.reviewGrants = reviewGrants;
        this.revokeGrant = revokeGrant;
    }

    @GET
    @Operation(
            operationId = "listGrants",
            summary = "Files opened outside the reader's area, with the reason, newest first; the look is logged")
    public Uni<Page<ReviewedGrantView>> list(@BeanParam @Valid PageQuery page) {
        After after = page.after(2)
                .map(cursor -> new After(cursor.instant(0), cursor.uuid(1)))
                .orElse(After.START);
        return authority
                .caller()
                .chain(caller -> reviewGrants.list(caller, after, page.limit()))
                .map(Answers::value)
                .map(rows -> Page.of(rows, page.limit(), last -> Cursor.of(last.grantedAt(), last.grantId())));
    }

    @POST
    @Path("/{id}/revocation")
    @Operation(operationId = "revokeGrant", summary = "End a grant at once; repeating it changes nothing")
    @APIResponseSchema(ReviewedGrantView.class)
    public Uni<Response> revoke(UUID id) {
        return authority
                .caller()
                .chain(caller -> revokeGrant.revoke(id, caller))
                .map(Answers::current);
    }
}
