package org.shouwang.staff;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.RoleCode;

/** Who holds which post today, for rooms that assign work or tell somebody. Runs on the reactive pool. */
@Singleton
public class Posts {

    private final AppointmentRows appointments;
    private final AccessTable access;
    private final Clock clock;

    Posts(AppointmentRows appointments, AccessTable access, Clock clock) {
        this.appointments = appointments;
        this.access = access;
        this.clock = clock;
    }

    /** A worker in a post. */
    public record Holder(UUID workerId, long workerNumber, Post post) {}

    /** Holders of any of these roles whose post holds at this place, the smallest area first; hosts included (托管). */
    public Uni<List<Holder>> at(AreaCode place, Set<RoleCode> roles) {
        return at(List.of(place), roles).map(found -> found.getOrDefault(place, List.of()));
    }

    /** The same of each of several places, in one statement however many they are. */
    public Uni<Map<AreaCode, List<Holder>>> at(Collection<AreaCode> places, Set<RoleCode> roles) {
        Set<AreaCode> all = Set.copyOf(places);
        return appointments
                .ofRolesAbove(roles.toArray(RoleCode[]::new), all, LocalDays.today(clock))
                .map(rows -> all.stream().collect(Collectors.toMap(Function.identity(), place -> rows.stream()
                        .filter(row -> row.areas().contains(place))
                        .map(this::holder)
                        .toList())));
    }

    /** Those of the appointments that are in force today. */
    public Uni<Map<UUID, Holder>> inForce(Collection<UUID> appointmentIds) {
        return appointments
                .byId(appointmentIds.toArray(UUID[]::new), LocalDays.today(clock))
                .map(rows -> rows.stream()
                        .map(this::holder)
                        .collect(Collectors.toMap(holder -> holder.post().appointmentId(), Function.identity())));
    }

    private Holder holder(AppointmentRows.InForce row) {
        return holder(row, access);
    }

    static Holder holder(AppointmentRows.InForce row, AccessTable access) {
        return new Holder(row.workerId(), row.workerNumber(), post(row, access));
    }

    static Post post(AppointmentRows.InForce row, AccessTable access) {
        return new Post(row.id(), row.role(), row.areas(), access.of(row.role()));
    }
}
