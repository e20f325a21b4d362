package org.shouwang.staff;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Authority;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.SignedIn;
import org.shouwang.platform.http.ProblemException;
import org.shouwang.platform.problem.Problem;

/** Reads the caller's posts from the database on each request: an ended appointment stops working at once. */
@RequestScoped
class Scope implements Authority {

    private static final String ACTING = "X-Appointment-Id";

    private final CurrentIdentityAssociation identity;
    private final AppointmentRows appointments;
    private final AccessTable access;
    private final LostDevices lost;
    private final RoutingContext request;
    private final Clock clock;

    Scope(
            CurrentIdentityAssociation identity,
            AppointmentRows appointments,
            AccessTable access,
            LostDevices lost,
            RoutingContext request,
            Clock clock) {
        this.identity = identity;
        this.appointments = appointments;
        this.access = access;
        this.lost = lost;
        this.request = request;
        this.clock = clock;
    }

    @Override
    public Uni<Caller> caller() {
        return signedIn().chain(sender -> caller(sender.workerId(), sender.deviceId()));
    }

    @Override
    public Uni<SignedIn> signedIn() {
        return identity.getDeferredIdentity()
                .map(SecurityIdentity::getPrincipal)
                .map(sender -> new SignedIn(UUID.fromString(sender.getName()), device(sender)));
    }

    private Uni<Caller> caller(UUID workerId, @Nullable UUID deviceId) {
        return appointments
                .ofCaller(workerId, deviceId, clock.instant())
                .chain(rows ->
                        rows.isEmpty() ? nobody(deviceId) : Uni.createFrom().item(caller(workerId, rows)));
    }

    /** Why there is no caller: the phone is lost, or the worker holds no post. */
    private Uni<Caller> nobody(@Nullable UUID deviceId) {
        Uni<Boolean> isLost = deviceId == null ? Uni.createFrom().item(false) : lost.contains(deviceId);
        return isLost.map(yes -> {
            throw new ProblemException(yes ? Problem.DEVICE_REVOKED : Problem.NOT_SIGNED_IN);
        });
    }

    private static @Nullable UUID device(Principal signedIn) {
        String device = signedIn instanceof JsonWebToken token ? token.getClaim(TokenClaims.DEVICE) : null;
        return device == null ? null : UUID.fromString(device);
    }

    private Caller caller(UUID workerId, List<AppointmentRows.Held> rows) {
        return new Caller(
                workerId,
                rows.get(0).post().workerNumber(),
                rows.stream().map(row -> Posts.post(row.post(), access)).toList(),
                named(),
                rows.stream()
                        .filter(row -> access.of(row.post().role()).containsKey(Right.BREAK_GLASS))
                        .flatMap(row -> row.grants().stream())
                        .toList());
    }

    private @Nullable UUID named() {
        String header = request.request().getHeader(ACTING);
        try {
            return header == null ? null : UUID.fromString(header);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.MALFORMED_REQUEST);
        }
    }
}
