package org.shouwang.devtools;

import com.fasterxml.jackson.annotation.JsonProperty;
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

/** Takes what is sent to JPush (REST v3), answers success, and shows the last requests. */
@Path("/dev/jpush")
@PermitAll
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class JPushStandIn {

    private final Clock clock;
    private final LastRequests requests = new LastRequests();

    JPushStandIn(Clock clock) {
        this.clock = clock;
    }

    record Accepted(String sendno, @JsonProperty("msg_id") String messageId) {}

    @POST
    @Path("/v3/push")
    @Operation(hidden = true)
    public Accepted send(JsonNode body) {
        requests.keep(new LastRequests.Received(clock.instant(), body));
        return new Accepted("0", UUID.randomUUID().toString());
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
