package org.shouwang.visit.contact;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.record.Races;

@Path("/api/v1/contacts")
@Authenticated
@Tag(name = "contacts", description = "电话 / 微信联系")
class ContactResource {

    private final Authority authority;
    private final LogContact logContact;
    private final ListContacts listContacts;

    ContactResource(Authority authority, LogContact logContact, ListContacts listContacts) {
        this.authority = authority;
        this.logContact = logContact;
        this.listContacts = listContacts;
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "logContact",
            summary = "Note a call, a message or a talk; it settles no task, and may ask for a visit")
    @APIResponseSchema(value = ContactView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid ContactForm form) {
        return authority
                .caller()
                .chain(caller -> Races.again(() -> logContact.log(id, form, caller)))
                .map(Answers::stored);
    }

    @GET
    @Operation(operationId = "listContacts", summary = "The contacts of a child, or of an area, newest first")
    public Uni<Page<ContactView>> list(
            @QueryParam("childId") @Nullable UUID childId,
            @QueryParam("area") @Nullable AreaCode area,
            @BeanParam @Valid PageQuery page) {
        return authority
                .caller()
                .chain(caller ->
                        listContacts.list(childId, area, caller, page.after(ListContacts.CURSOR_PARTS), page.limit()))
                .map(Answers::value)
                .map(rows -> Page.of(rows, page.limit(), ListContacts::after));
    }
}
