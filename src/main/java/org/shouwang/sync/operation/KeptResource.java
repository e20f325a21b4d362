package org.shouwang.sync.operation;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Messages;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

@Path("/api/v1/sync/operations")
@Authenticated
@Tag(name = "sync")
class KeptResource {

    private final Authority authority;
    private final ListKept listKept;
    private final SettleOperation settle;

    KeptResource(Authority authority, ListKept listKept, SettleOperation settle) {
        this.authority = authority;
        this.listKept = listKept;
        this.settle = settle;
    }

    @GET
    @Operation(
            operationId = "listKeptOperations",
            summary = "Operations not accepted (未通过) and not settled yet, oldest first; the look is logged")
    public Uni<Page<KeptOperationView>> list(
            @QueryParam("area") @Nullable AreaCode area,
            @BeanParam @Valid PageQuery page,
            @Context HttpHeaders headers) {
        return authority
                .caller()
                .chain(caller ->
                        listKept.list(area, caller, page.after(ListKept.CURSOR_PARTS), page.limit(), locale(headers)))
                .map(Answers::value)
                .map(rows -> Page.of(rows, page.limit(), ListKept::after));
    }

    @POST
    @Path("/{workerId}/{id}/accept")
    @Operation(
            operationId = "acceptOperation",
            summary = "Do it now, corrected where need be, as its author's work; what waited for it follows")
    public Uni<KeptOperationView> accept(
            UUID workerId, UUID id, @NotNull @Valid AcceptForm form, @Context HttpHeaders headers) {
        return authority
                .caller()
                .chain(caller -> settle.accept(workerId, id, form.body(), caller, locale(headers)))
                .map(Answers::value);
    }

    @POST
    @Path("/{workerId}/{id}/dismiss")
    @Operation(
            operationId = "dismissOperation",
            summary = "Let it go, with a reason that its author reads; what waited for it is judged for itself")
    public Uni<KeptOperationView> dismiss(
            UUID workerId, UUID id, @NotNull @Valid DismissForm form, @Context HttpHeaders headers) {
        return authority
                .caller()
                .chain(caller -> settle.dismiss(workerId, id, form.reason(), caller, locale(headers)))
                .map(Answers::value);
    }

    private static Locale locale(HttpHeaders headers) {
        return Messages.preferred(headers.getAcceptableLanguages());
    }
}
