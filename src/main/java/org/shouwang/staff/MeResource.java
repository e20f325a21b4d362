package org.shouwang.staff;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.Caller;

@Path("/api/v1/me")
@Authenticated
@Tag(name = "auth")
class MeResource {

    private final Authority authority;
    private final WorkerRows workers;
    private final OwnPosts posts;

    MeResource(Authority authority, WorkerRows workers, OwnPosts posts) {
        this.authority = authority;
        this.workers = workers;
        this.posts = posts;
    }

    @GET
    @Operation(operationId = "getMe", summary = "Who is signed in, in which posts")
    public Uni<MeView> me() {
        return authority.caller().chain(caller -> me(caller));
    }

    private Uni<MeView> me(Caller caller) {
        return workers.view(caller.workerId())
                .chain(worker -> posts.of(caller.workerId()).map(held -> new MeView(worker, held)));
    }
}
