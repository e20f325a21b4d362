package org.shouwang.register.search;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.register.Position;
import org.shouwang.register.child.CategoryCode;
import org.shouwang.register.child.RiskLevel;

@Path("/api/v1/children")
@Authenticated
@Tag(name = "children", description = "儿童档案")
class ChildListResource {

    private final Authority authority;
    private final ListChildren listChildren;

    ChildListResource(Authority authority, ListChildren listChildren) {
        this.authority = authority;
        this.listChildren = listChildren;
    }

    @GET
    @Operation(
            operationId = "listChildren",
            summary = "Children in the caller's scope, by area, by a category that holds today, by level")
    public Uni<Page<ChildSummary>> list(
            @QueryParam("area") @Nullable AreaCode area,
            @QueryParam("category") @Nullable CategoryCode category,
            @QueryParam("riskLevel") @Nullable RiskLevel riskLevel,
            @BeanParam @Valid PageQuery page) {
        Position after = page.after(Position.PARTS).map(Position::of).orElse(Position.START);
        ChildFilter filter = new ChildFilter(
                Optional.ofNullable(area), Optional.ofNullable(category), Optional.ofNullable(riskLevel));
        return authority
                .caller()
                .chain(caller -> listChildren.list(caller, filter, after, page.limit()))
                .map(Answers::value)
                .map(rows -> Page.of(rows, page.limit(), last -> Cursor.of(last.residenceAreaCode(), last.id())));
    }
}
