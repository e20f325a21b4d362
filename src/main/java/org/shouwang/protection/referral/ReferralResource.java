package org.shouwang.protection.referral;

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
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.record.Races;
import org.shouwang.protection.referral.ReferralRows.Wanted;

@Path("/api/v1/referrals")
@Authenticated
@Tag(name = "referrals", description = "转介")
class ReferralResource {

    private final Authority authority;
    private final SendReferral send;
    private final FindReferrals find;

    ReferralResource(Authority authority, SendReferral send, FindReferrals find) {
        this.authority = authority;
        this.send = send;
        this.find = find;
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "sendReferral",
            summary = "Ask an organisation of the directory to help a child or a member of a household")
    @APIResponseSchema(value = ReferralView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid ReferralForm form) {
        return authority
                .caller()
                .chain(caller -> Races.again(() -> send.send(id, form, caller)))
                .map(Answers::stored);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getReferral",
            summary =
                    "One referral; the receiver is shown what the kind of service needs of the person. The look is logged")
    @APIResponseSchema(value = ReferralView.class, responseCode = "200")
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> find.one(id, caller)).map(Answers::current);
    }

    @GET
    @Operation(
            operationId = "listReferrals",
            summary =
                    "The referrals that are there for the caller, the newest first; those received the first due first")
    public Uni<Page<ReferralView>> list(
            @QueryParam("box") @Parameter(description = "All that are there for the caller without it") @Nullable
                    Box box,
            @QueryParam("status") @Nullable ReferralStatus status,
            @QueryParam("area") @Nullable AreaCode area,
            @QueryParam("childId") @Parameter(description = "Those about this child") @Nullable UUID childId,
            @BeanParam @Valid PageQuery page) {
        Wanted wanted = new Wanted(box, status, area, childId);
        return authority
                .caller()
                .chain(caller -> find.list(wanted, caller, page.after(2), page.limit()))
                .map(Answers::value)
                .map(rows -> Page.of(rows, page.limit(), last -> after(wanted, last)));
    }

    private static Cursor after(Wanted wanted, ReferralView last) {
        if (!wanted.isDueFirst()) {
            return Cursor.of(last.sentAt(), last.id());
        }
        return Cursor.of(last.dueAt() == null ? ReferralRows.LAST : last.dueAt(), last.id());
    }
}
