package org.shouwang.staff;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.staff.MeView.AppointmentView;

@Path("/api/v1/me")
@Authenticated
@Tag(name = "auth")
class MeResource {

    private final Authority authority;
    private final AppointmentRows appointments;
    private final WorkerRows workers;
    private final AccessTable access;
    private final Clock clock;

    MeResource(Authority authority, AppointmentRows appointments, WorkerRows workers, AccessTable access, Clock clock) {
        this.authority = authority;
        this.appointments = appointments;
        this.workers = workers;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "getMe", summary = "Who is signed in, in which posts")
    public Uni<MeView> me() {
        return authority.caller().chain(caller -> me(caller));
    }

    private Uni<MeView> me(Caller caller) {
        return workers.view(caller.workerId()).chain(worker -> appointments
                .ofWorker(caller.workerId(), LocalDays.today(clock))
                .map(rows -> new MeView(worker, views(rows))));
    }

    private List<AppointmentView> views(List<AppointmentRows.InForce> rows) {
        return rows.stream()
                .map(row -> new AppointmentView(
                        row.id(),
                        row.role(),
                        row.area(),
                        row.organisationId(),
                        access.of(row.role()).keySet()))
                .toList();
    }
}
