package org.shouwang.devtools;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/** Takes what a webhook for SMS would get, prints the code, and shows the last ones. */
@Path("/dev/sms")
@PermitAll
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class SmsStandIn {

    private static final Logger LOG = Logger.getLogger(SmsStandIn.class);
    private static final int KEPT = 100;

    private final Deque<Sms> messages = new ArrayDeque<>();

    record Sms(String phone, String code, String kind) {}

    record Listing(List<Sms> messages) {}

    @POST
    @Operation(hidden = true)
    public void send(Sms sms) {
        LOG.infof("SMS to %s: code %s", sms.phone(), sms.code());
        synchronized (messages) {
            messages.addLast(sms);
            if (messages.size() > KEPT) {
                messages.removeFirst();
            }
        }
    }

    @GET
    @Operation(hidden = true)
    public Listing list() {
        synchronized (messages) {
            return new Listing(List.copyOf(messages));
        }
    }
}
