package org.shouwang.task;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1/children/{id}/follow-up")
@Authenticated
@Tag(name = "children")
class FollowUpDatesResource {

    private final Authority authority;
    private final ShowFollowUpDates dates;

    FollowUpDatesResource(Authority authority, ShowFollowUpDates dates) {
        this.authority = authority;
        this.dates = dates;
    }

    @GET
    @Operation(
            operationId = "getFollowUpDates",
            summary = "When somebody should call a child's family next, where that is no task; the look is logged")
    public Uni<FollowUpDates> get(UUID id) {
        return authority.caller().chain(caller -> dates.of(id, caller)).map(Answers::value);
    }
}
