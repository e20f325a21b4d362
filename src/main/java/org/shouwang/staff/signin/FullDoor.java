package org.shouwang.staff.signin;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.shouwang.platform.http.EarlyRefusal;
import org.shouwang.platform.problem.Refusal;

/**
 * Turns sign-ins away at the edge while the {@link FrontDoor} is full: when a thousand come at once, even reading what they
 * send would take time from those who are signed in.
 */
@Singleton
class FullDoor {

    private static final Set<String> SIGN_INS =
            Set.of("/api/v1/auth/login", "/api/v1/auth/login/code", "/api/v1/auth/code", "/api/v1/auth/activate");

    private final FrontDoor door;
    private final EarlyRefusal refusals;

    FullDoor(FrontDoor door, EarlyRefusal refusals) {
        this.door = door;
        this.refusals = refusals;
    }

    void register(@Observes Router router) {
        SIGN_INS.forEach(path -> router.post(path).order(EarlyRefusal.ORDER).handler(this::letThroughOrRefuse));
    }

    private void letThroughOrRefuse(RoutingContext context) {
        Optional<Refusal> full = door.full();
        if (full.isEmpty()) {
            context.next();
        } else {
            refusals.refuse(context, full.get());
        }
    }
}
