package org.shouwang.register.assessment;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Page;

@Path("/api/v1/assessments")
@Authenticated
@Tag(name = "assessments")
class WaitingResource {

    private final Authority authority;
    private final ListWaiting listWaiting;

    WaitingResource(Authority authority, ListWaiting listWaiting) {
        this.authority = authority;
        this.listWaiting = listWaiting;
    }

    @GET
    @Operation(
            operationId = "listWaitingAssessments",
            summary = "Assessments in the caller's areas whose lower level waits for a word, the longest first")
    public Uni<Page<WaitingView>> list(@BeanParam @Valid WaitingQuery query) {
        return authority
                .caller()
                .chain(caller -> listWaiting.list(query, caller))
                .map(Answers::value);
    }
}
