package org.shouwang.staff.organisation;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.IfMatch;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

@Path("/api/v1/organisations")
@Authenticated
@Tag(name = "organisations", description = "单位")
class OrganisationResource {

    private final Authority authority;
    private final RecordOrganisation record;
    private final EditOrganisation edit;
    private final FindOrganisations find;

    OrganisationResource(
            Authority authority, RecordOrganisation record, EditOrganisation edit, FindOrganisations find) {
        this.authority = authority;
        this.record = record;
        this.edit = edit;
        this.find = find;
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "putOrganisation", summary = "Record an organisation, once")
    @APIResponseSchema(value = OrganisationView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid OrganisationForm form) {
        return authority
                .caller()
                .chain(caller -> record.record(id, form, caller))
                .map(Answers::stored);
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            operationId = "editOrganisation",
            summary =
                    "Rename, reclassify, close or reopen an organisation; one with people in office or areas stays open")
    @APIResponseSchema(OrganisationView.class)
    public Uni<Response> edit(UUID id, @BeanParam IfMatch match, @NotNull @Valid OrganisationPatch patch) {
        return authority
                .caller()
                .chain(caller -> edit.edit(id, match.version(), patch, caller))
                .map(Answers::current);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getOrganisation", summary = "One organisation")
    @APIResponseSchema(OrganisationView.class)
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> find.one(id, caller)).map(Answers::current);
    }

    @GET
    @Operation(
            operationId = "listOrganisations",
            summary = "The organisations of an area, closed ones too, in the order of area and id")
    public Uni<Page<OrganisationView>> list(
            @QueryParam("area") @Nullable AreaCode area,
            @QueryParam("kind") @Nullable OrganisationKind kind,
            @BeanParam @Valid PageQuery page) {
        return authority
                .caller()
                .chain(caller -> find.inArea(area, kind, page.after(2), page.limit() + 1, caller))
                .map(rows -> Page.of(Answers.value(rows), page.limit(), last -> Cursor.of(last.areaCode(), last.id())));
    }
}
