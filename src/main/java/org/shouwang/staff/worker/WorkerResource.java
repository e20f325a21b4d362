package org.shouwang.staff.worker;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.IfMatch;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.staff.worker.ColleagueView.Numbered;

@Path("/api/v1/workers")
@Authenticated
@Tag(name = "workers", description = "人员与任职")
class WorkerResource {

    private final Authority authority;
    private final ListWorkers listWorkers;
    private final FindWorker findWorker;
    private final EditWorker editWorker;
    private final IssueCode issueCode;

    WorkerResource(
            Authority authority,
            ListWorkers listWorkers,
            FindWorker findWorker,
            EditWorker editWorker,
            IssueCode issueCode) {
        this.authority = authority;
        this.listWorkers = listWorkers;
        this.findWorker = findWorker;
        this.editWorker = editWorker;
        this.issueCode = issueCode;
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

    @GET
    @Path("/{id}")
    @Operation(operationId = "getWorker", summary = "One worker, with the appointments in the caller's areas")
    @APIResponseSchema(WorkerFileView.class)
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> findWorker.find(id, caller)).map(Answers::current);
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            operationId = "editWorker",
            summary = "Correct name, sex or phone of a worker, or deactivate one who is no longer in office")
    @APIResponseSchema(WorkerFileView.class)
    public Uni<Response> edit(UUID id, @BeanParam IfMatch match, @NotNull @Valid WorkerPatch patch) {
        return authority
                .caller()
                .chain(caller -> editWorker.edit(id, match.version(), patch, caller))
                .map(Answers::current);
    }

    @POST
    @Path("/{id}/activation-code")
    @Operation(
            operationId = "issueActivationCode",
            summary = "A new one-time code for a worker who has no password or forgot it; an older code is dead")
    public Uni<ActivationCodeView> issueCode(UUID id) {
        return authority.caller().chain(caller -> issueCode.issue(id, caller)).map(Answers::value);
    }

    private static Page<ColleagueView> page(List<Numbered> rows, int limit) {
        Page<Numbered> numbered = Page.of(rows, limit, last -> Cursor.of(last.number()));
        return new Page<>(numbered.items().stream().map(Numbered::view).toList(), numbered.next());
    }
}
