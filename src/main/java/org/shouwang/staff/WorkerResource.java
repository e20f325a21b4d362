package org.shouwang.staff;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.staff.ColleagueView.Numbered;

@Path("/api/v1/workers")
@Authenticated
@Tag(name = "workers", description = "人员与任职")
class WorkerResource {

    private final Authority authority;
    private final ListWorkers listWorkers;

    WorkerResource(Authority authority, ListWorkers listWorkers) {
        this.authority = authority;
        this.listWorkers = listWorkers;
    }

    @GET
    @Operation(operationId = "listWorkers", summary = "The workers of an area, with the appointments they hold there")
    public Uni<Page<ColleagueView>> list(
            @QueryParam("area") @Nullable AreaCode area,
            @QueryParam("roleCode") @Nullable RoleCode role,
            @BeanParam @Valid PageQuery page) {
        long after = page.after(1).map(cursor -> cursor.number(0)).orElse(0L);
        ListWorkers.Query query =
                new ListWorkers.Query(Optional.ofNullable(area), Optional.ofNullable(role), after, page.limit() + 1);
        return authority
                .caller()
                .chain(caller -> listWorkers.list(query, caller))
                .map(Answers::value)
                .map(rows -> page(rows, page.limit()));
    }

    private static Page<ColleagueView> page(List<Numbered> rows, int limit) {
        Page<Numbered> numbered = Page.of(rows, limit, last -> Cursor.of(last.number()));
        return new Page<>(numbered.items().stream().map(Numbered::view).toList(), numbered.next());
    }
}
