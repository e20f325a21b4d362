package org.shouwang.devtools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.sms.SmsSignature;

/**
 * Plays a bridge to a provider of text messages, and does what one must: refuses what is not signed, or too long ago; sends what it
 * has seen before once. It prints the text, and shows the last ones.
 */
@Path("/dev/sms")
@PermitAll
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class SmsStandIn {

    private static final Logger LOG = Logger.getLogger(SmsStandIn.class);
    private static final int KEPT = 1000;

    private final Map<UUID, Sms> messages = new LinkedHashMap<>();
    private final String secret;
    private final ObjectMapper json;
    private final Clock clock;

    SmsStandIn(@ConfigProperty(name = "shouwang.sms.webhook.secret") String secret, ObjectMapper json, Clock clock) {
        this.secret = secret;
        this.json = json;
        this.clock = clock;
    }

    record Sms(
            UUID id,
            String kind,
            String area,
            String phone,
            @Nullable String code,
            @Nullable String count,
            String text) {}

    record Listing(List<Sms> messages) {}

    @POST
    @Operation(hidden = true)
    public Response send(
            @HeaderParam(SmsSignature.TIMESTAMP) long timestamp,
            @HeaderParam(SmsSignature.SIGNATURE) String signature,
            String body)
            throws JsonProcessingException {
        boolean isNew = Math.abs(clock.instant().getEpochSecond() - timestamp) <= SmsSignature.WINDOW_SECONDS;
        if (!isNew || !SmsSignature.of(secret, timestamp, body).equals(signature)) {
            return Response.status(Response.Status.UNAUTHORIZED).build();
        }
        keep(json.readValue(body, Sms.class));
        return Response.accepted().build();
    }

    private synchronized void keep(Sms sms) {
        if (messages.putIfAbsent(sms.id(), sms) == null) {
            LOG.infof("SMS to %s: %s", sms.phone(), sms.text());
        }
        if (messages.size() > KEPT) {
            messages.remove(messages.keySet().iterator().next());
        }
    }

    @GET
    @Operation(hidden = true)
    public synchronized Listing list() {
        return new Listing(List.copyOf(messages.values()));
    }

    @DELETE
    @Operation(hidden = true)
    public synchronized void forget() {
        messages.clear();
    }
}
