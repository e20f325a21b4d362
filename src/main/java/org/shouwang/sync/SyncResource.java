package org.shouwang.sync;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1/sync")
@Authenticated
@Tag(name = "sync", description = "离线同步")
class SyncResource {

    private final Authority authority;
    private final PullChanges pull;

    SyncResource(Authority authority, PullChanges pull) {
        this.authority = authority;
        this.pull = pull;
    }

    @GET
    @Path("/changes")
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
                .caller()
                .chain(caller -> pull.pull(cursor, limit, caller))
                .map(Answers::value);
    }
}
