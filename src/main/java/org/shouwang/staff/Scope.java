package org.shouwang.staff;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Authority;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.ProblemException;
import org.shouwang.platform.problem.Problem;

/** Reads the caller's posts from the database on each request: an ended appointment stops working at once. */
@RequestScoped
class Scope implements Authority {

    private static final String ACTING = "X-Appointment-Id";

    private final CurrentIdentityAssociation identity;
    private final AppointmentRows appointments;
    private final AccessTable access;
    private final RoutingContext request;
    private final Clock clock;

    Scope(
            CurrentIdentityAssociation identity,
            AppointmentRows appointments,
            AccessTable access,
            RoutingContext request,
            Clock clock) {
        this.identity = identity;
        this.appointments = appointments;
        this.access = access;
        this.request = request;
        this.clock = clock;
    }

    @Override
    public Uni<Caller> caller() {
        return identity.getDeferredIdentity()
                .map(signedIn -> UUID.fromString(signedIn.getPrincipal().getName()))
                .chain(workerId ->
                        appointments.ofCaller(workerId, clock.instant()).map(rows -> caller(workerId, rows)));
    }

    private Caller caller(UUID workerId, List<AppointmentRows.Held> rows) {
        if (rows.isEmpty()) {
            throw new ProblemException(Problem.NOT_SIGNED_IN);
        }
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
