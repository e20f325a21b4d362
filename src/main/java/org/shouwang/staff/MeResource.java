package org.shouwang.staff;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.staff.AppointmentRows.InForce;
import org.shouwang.staff.MeView.AppointmentView;

@Path("/api/v1/me")
@Authenticated
@Tag(name = "auth")
class MeResource {

    private final Authority authority;
    private final AppointmentRows appointments;
    private final WorkerRows workers;
    private final OrganisationRows organisations;
    private final AccessTable access;
    private final Clock clock;

    MeResource(
            Authority authority,
            AppointmentRows appointments,
            WorkerRows workers,
            OrganisationRows organisations,
            AccessTable access,
            Clock clock) {
        this.authority = authority;
        this.appointments = appointments;
        this.workers = workers;
        this.organisations = organisations;
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
                .chain(rows -> names(rows).map(names -> new MeView(worker, views(rows, names)))));
    }

    private Uni<Map<UUID, String>> names(List<InForce> rows) {
        List<UUID> ids = rows.stream()
                .map(InForce::organisationId)
                .filter(Objects::nonNull)
                .toList();
        return ids.isEmpty() ? Uni.createFrom().item(Map.of()) : organisations.names(ids);
    }

    private List<AppointmentView> views(List<InForce> rows, Map<UUID, String> names) {
        return rows.stream()
                .map(row -> new AppointmentView(
                        row.id(),
                        row.role(),
                        row.area(),
                        row.organisationId(),
                        row.organisationId() == null ? null : names.get(row.organisationId()),
                        access.of(row.role()).keySet()))
                .toList();
    }
}
