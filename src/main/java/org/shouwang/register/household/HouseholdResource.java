package org.shouwang.register.household;

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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.register.Position;

@Path("/api/v1/households")
@Authenticated
@Tag(name = "households", description = "家庭")
class HouseholdResource {

    private final Authority authority;
    private final RecordHousehold recordHousehold;
    private final LookAtHousehold lookAtHousehold;
    private final ListHouseholds listHouseholds;

    HouseholdResource(
            Authority authority,
            RecordHousehold recordHousehold,
            LookAtHousehold lookAtHousehold,
            ListHouseholds listHouseholds) {
        this.authority = authority;
        this.recordHousehold = recordHousehold;
        this.lookAtHousehold = lookAtHousehold;
        this.listHouseholds = listHouseholds;
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "putHousehold", summary = "Record a household with its members, once")
    @APIResponseSchema(value = HouseholdView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid HouseholdForm form) {
        return authority
                .caller()
                .chain(caller -> recordHousehold.record(id, form, caller))
                .map(Answers::stored);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getHousehold", summary = "One household with its members; the look is logged")
    @APIResponseSchema(HouseholdView.class)
    public Uni<Response> get(UUID id) {
        return authority
                .caller()
                .chain(caller -> lookAtHousehold.look(id, caller))
                .map(Answers::current);
    }

    @GET
    @Operation(operationId = "listHouseholds", summary = "Households in the caller's scope, by area")
    public Uni<Page<HouseholdSummary>> list(
            @QueryParam("area") @Nullable AreaCode area, @BeanParam @Valid PageQuery page) {
        Position after = page.after(Position.PARTS).map(Position::of).orElse(Position.START);
        return authority
                .caller()
                .chain(caller -> listHouseholds.list(caller, Optional.ofNullable(area), after, page.limit()))
                .map(Answers::value)
                .map(rows -> Page.of(rows, page.limit(), last -> Cursor.of(last.areaCode(), last.id())));
    }
}
