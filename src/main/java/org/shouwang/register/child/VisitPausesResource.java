package org.shouwang.register.child;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1/children/{id}/visit-pauses")
@Authenticated
@Tag(name = "children")
class VisitPausesResource {

    private final Authority authority;
    private final ListVisitPauses listVisitPauses;

    VisitPausesResource(Authority authority, ListVisitPauses listVisitPauses) {
        this.authority = authority;
        this.listVisitPauses = listVisitPauses;
    }

    @Schema(name = "VisitPauseList")
    record VisitPauses(List<VisitPauseView> items) {}

    @GET
    @Operation(
            operationId = "listVisitPauses",
            summary = "Until when visits to a child wait or waited (暂缓走访), the newest first; the look is logged")
    public Uni<VisitPauses> list(UUID id) {
        return authority
                .caller()
                .chain(caller -> listVisitPauses.of(id, caller))
                .map(found -> new VisitPauses(Answers.value(found)));
    }
}
