package org.shouwang.devtools;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes what the Firebase SDK sends to FCM (HTTP v1), answers success, and shows the last requests. */
@Path("/dev/fcm")
@PermitAll
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class FirebaseStandIn {

    private final Clock clock;
    private final LastRequests requests = new LastRequests();

    FirebaseStandIn(Clock clock) {
        this.clock = clock;
    }

    record Accepted(String name) {}

    @POST
    @Path("/v1/projects/{project}/messages:send")
    @Operation(hidden = true)
    public Accepted send(String project, JsonNode body) {
        requests.keep(new LastRequests.Received(clock.instant(), body));
        return new Accepted("projects/" + project + "/messages/" + UUID.randomUUID());
    }

    @GET
    @Operation(hidden = true)
    public LastRequests.Listing list() {
        return requests.list();
    }

    @DELETE
    @Operation(hidden = true)
    public void forget() {
        requests.forget();
    }
}
