package org.shouwang.staff;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.shouwang.platform.LocalDays;
import org.shouwang.staff.AppointmentRows.InForce;
import org.shouwang.staff.MeView.AppointmentView;
import org.shouwang.staff.organisation.OrganisationRows;

/** The posts that a worker holds today, as the worker sees them. Runs on the reactive pool. */
@Singleton
class OwnPosts {

    private final AppointmentRows appointments;
    private final OrganisationRows organisations;
    private final AccessTable access;
    private final Clock clock;

    OwnPosts(AppointmentRows appointments, OrganisationRows organisations, AccessTable access, Clock clock) {
        this.appointments = appointments;
        this.organisations = organisations;
        this.access = access;
        this.clock = clock;
    }

    Uni<List<AppointmentView>> of(UUID workerId) {
        return appointments.ofWorker(workerId, LocalDays.today(clock)).chain(rows -> names(rows)
                .map(names -> views(rows, names)));
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
                        new TreeSet<>(access.of(row.role()).keySet())))
                .toList();
    }
}
