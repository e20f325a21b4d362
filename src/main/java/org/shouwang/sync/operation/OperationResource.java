package org.shouwang.sync.operation;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Messages;

@Path("/api/v1/sync/operations")
@Authenticated
@Tag(name = "sync")
class OperationResource {

    private final Authority authority;
    private final PushOperations push;

    OperationResource(Authority authority, PushOperations push) {
        this.authority = authority;
        this.push = push;
    }

    @POST
    @Operation(
            operationId = "pushOperations",
            summary = "What was done offline, in order; each operation is done once, or visible as not accepted")
    public Uni<ResultsView> push(@NotNull @Valid OperationsForm batch, @Context HttpHeaders headers) {
        return authority
                .signedIn()
                .chain(sender -> push.push(batch, sender, Messages.preferred(headers.getAcceptableLanguages())))
                .map(Answers::value);
    }
}
