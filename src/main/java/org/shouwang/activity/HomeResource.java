package org.shouwang.activity;

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
import org.shouwang.platform.record.Races;

@Path("/api/v1/homes")
@Authenticated
@Tag(name = "homes", description = "儿童之家")
class HomeResource {

    private final Authority authority;
    private final RecordHome record;
    private final EditHome edit;
    private final FindHomes find;
    private final CoverHomes cover;

    HomeResource(Authority authority, RecordHome record, EditHome edit, FindHomes find, CoverHomes cover) {
        this.authority = authority;
        this.record = record;
        this.edit = edit;
        this.find = find;
        this.cover = cover;
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "putHome", summary = "Registers a children's home; repeating it changes nothing")
    @APIResponseSchema(value = HomeView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid HomeForm form) {
        return authority
                .caller()
                .chain(caller -> Races.again(() -> record.record(id, form, caller)))
                .map(Answers::stored);
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            operationId = "editHome",
            summary = "Change facts of a children's home, its status among them; its place and its code stay")
    @APIResponseSchema(HomeView.class)
    public Uni<Response> edit(UUID id, @BeanParam IfMatch match, @NotNull @Valid HomePatch patch) {
        return authority
                .caller()
                .chain(caller -> edit.edit(id, match.version(), patch, caller))
                .map(Answers::current);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getHome", summary = "One children's home")
    @APIResponseSchema(value = HomeView.class, responseCode = "200")
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> find.one(id, caller)).map(Answers::current);
    }

    @GET
    @Path("/coverage")
    @Operation(
            operationId = "getHomeCoverage",
            summary =
                    "How many villages have a children's home that counts, by county and township, with the marks 30, 50"
                            + " and 70 %")
    @APIResponseSchema(value = HomeCoverageView.class, responseCode = "200")
    public Uni<HomeCoverageView> coverage(@QueryParam("area") @Nullable AreaCode area) {
        return authority.caller().chain(caller -> cover.of(area, caller)).map(Answers::value);
    }

    @GET
    @Operation(operationId = "listHomes", summary = "The children's homes of an area, in the order of area and id")
    public Uni<Page<HomeView>> list(@QueryParam("area") @Nullable AreaCode area, @BeanParam @Valid PageQuery page) {
        return authority
                .caller()
                .chain(caller -> find.inArea(area, page.after(2), page.limit() + 1, caller))
                .map(rows -> Page.of(Answers.value(rows), page.limit(), last -> Cursor.of(last.areaCode(), last.id())));
    }
}
