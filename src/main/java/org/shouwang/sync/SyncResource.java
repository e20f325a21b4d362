package org.shouwang.sync;

import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

/**
 * What phones pull. It is compressed, since many of them hang on a thin net. Lengths tell nobody anything (BREACH): tokens
 * travel in headers that no browser sends by itself, no answer says back what the request said, and a record comes once.
 */
@Path("/api/v1/sync")
@Authenticated
@Tag(name = "sync", description = "离线同步")
class SyncResource {

    private final Authority authority;
    private final PullAdmission admission;
    private final PullChanges pull;
    private final Holdings holdings;

    SyncResource(Authority authority, PullAdmission admission, PullChanges pull, Holdings holdings) {
        this.authority = authority;
        this.admission = admission;
        this.pull = pull;
        this.holdings = holdings;
    }

    @GET
    @Path("/changes")
    @Compressed
    @Operation(
            operationId = "pullChanges",
            summary = "What changed in the caller's scope since the cursor, each record once at its newest version")
    public Uni<ChangesView> changes(
            @QueryParam("cursor")
                    @Nullable
                    @Parameter(description = "From the page before; none to pull from the start")
                    String cursor,
            @QueryParam("limit")
                    @DefaultValue("500")
                    @Min(1)
                    @Max(PullChanges.MOST)
                    @Parameter(description = "At most this many changes")
                    int limit) {
        return authority
                .signedIn()
                .chain(sender -> admission.page(sender.workerId(), cursor, () -> authority
                        .caller()
                        .chain(caller -> pull.pull(cursor, limit, caller))))
                .map(Answers::value);
    }

    @POST
    @Path("/records")
    @Compressed
    @Operation(
            operationId = "fetchRecords",
            summary =
                    "Some records of a kind once more, as a pull brings them: those in which a phone's digest differs")
    public Uni<RecordsView> records(@NotNull @Valid RecordsForm form) {
        return authority
                .signedIn()
                .chain(sender -> admission.dear(
                        sender.workerId(), () -> authority.caller().chain(caller -> holdings.records(form, caller))))
                .map(Answers::value);
    }
}
