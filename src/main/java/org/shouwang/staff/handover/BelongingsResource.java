package org.shouwang.staff.handover;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1/appointments/{id}/belongings")
@Authenticated
@Tag(name = "handovers")
class BelongingsResource {

    private final Authority authority;
    private final ShowBelongings show;

    BelongingsResource(Authority authority, ShowBelongings show) {
        this.authority = authority;
        this.show = show;
    }

    @GET
    @Operation(operationId = "getBelongings", summary = "What a handover of this post would pass on now")
    public Uni<BelongingsView> get(UUID id) {
        return authority.caller().chain(caller -> show.of(id, caller)).map(Answers::value);
    }
}
