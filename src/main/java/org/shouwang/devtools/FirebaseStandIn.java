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
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes what the Firebase SDK sends to FCM (HTTP v1), answers success, and shows the last requests. */
@Path("/dev/fcm")
@PermitAll
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class FirebaseStandIn {

    private static final int KEPT = 1000;

    private final Clock clock;
    private final Deque<Received> requests = new ArrayDeque<>();

    FirebaseStandIn(Clock clock) {
        this.clock = clock;
    }

    record Received(Instant at, JsonNode body) {}

    record Listing(List<Received> requests) {}

    record Accepted(String name) {}

    @POST
    @Path("/v1/projects/{project}/messages:send")
    @Operation(hidden = true)
    public Accepted send(String project, JsonNode body) {
        synchronized (requests) {
            requests.addLast(new Received(clock.instant(), body));
            if (requests.size() > KEPT) {
                requests.removeFirst();
            }
        }
        return new Accepted("projects/" + project + "/messages/" + UUID.randomUUID());
    }

    @GET
    @Operation(hidden = true)
    public Listing list() {
        synchronized (requests) {
            return new Listing(List.copyOf(requests));
        }
    }

    @DELETE
    @Operation(hidden = true)
    public void forget() {
        synchronized (requests) {
            requests.clear();
        }
    }
}
