package org.shouwang.staff;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.Posts.Holder;

/** Who still holds which post, for use cases that learn only inside their transaction whom they have to tell or ask. */
@Singleton
public class PostsInOffice {

    /** A post that is being ended is waited for, and is gone then; one that is found does not end before the transaction. */
    private static final String KEPT = """
            select a.id || '/' || w.id || '/' || w.number
            from appointment a join worker w on w.id = a.worker_id
            where a.id = any(cast(:appointments as uuid[])) and a.status <> 'ENDED' and w.status = 'ACTIVE'
            order by a.id
            for share of a
            """;

    private static final String BY_ID = inSession(AppointmentRows.BY_ID.replace("$2", "cast(:appointments as uuid[])"));

    private static final String OF_ROLES_ABOVE = inSession(AppointmentRows.OF_ROLES_ABOVE
            .replace("$2", "cast(:roles as text[])")
            .replace("$3", ":places"));

    private static final String ROLE = "select role_code from appointment where id = :appointment";

    private static final String SEAT = """
            select coalesce(a.area_code, o.area_code)
            from appointment a left join organisation o on o.id = a.organisation_id
            where a.id = :appointment
            """;

    private static final String NAME = "select full_name from worker where id = :worker";

    private final AccessTable access;
    private final Clock clock;

    PostsInOffice(AccessTable access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /** Each row as one text, since what a session reads knows no arrays. */
    private static String inSession(String sql) {
        return "select cast(row_to_json(held) as text) from (" + sql.replace("$1", "cast(:today as date)") + ") held";
    }

    /**
     * A post with its holder.
     *
     * @param workerNumber the worker's short number; its negative is the worker's own scope in the change feed
     */
    public record InOffice(UUID appointmentId, UUID workerId, long workerNumber) {

        public static InOffice of(Holder holder) {
            return new InOffice(holder.post().appointmentId(), holder.workerId(), holder.workerNumber());
        }

        private static InOffice read(String row) {
            String[] parts = row.split("/", -1);
            return new InOffice(UUID.fromString(parts[0]), UUID.fromString(parts[1]), Long.parseLong(parts[2]));
        }
    }

    /** Those of the appointments that have not ended, kept so until the end of the caller's transaction. */
    public Uni<Map<UUID, InOffice>> kept(Collection<UUID> appointmentIds) {
        if (appointmentIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEPT, String.class)
                        .setParameter("appointments", appointmentIds.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(InOffice::read)
                        .collect(Collectors.toMap(InOffice::appointmentId, Function.identity())));
    }

    /** Those of the appointments that are in force today, kept so until the end of the caller's transaction. */
    public Uni<Map<UUID, Holder>> holders(Collection<UUID> appointmentIds) {
        return kept(appointmentIds).chain(kept -> {
            if (kept.isEmpty()) {
                return Uni.createFrom().item(Map.of());
            }
            UUID[] ids = kept.keySet().toArray(UUID[]::new);
            return query(BY_ID, query -> query.setParameter("appointments", ids))
                    .map(found -> found.stream()
                            .collect(Collectors.toMap(holder -> holder.post().appointmentId(), Function.identity())));
        });
    }

    /** Holders of any of these roles whose post holds at this place, the smallest area first; hosts included (托管). */
    public Uni<List<Holder>> at(AreaCode place, Set<RoleCode> roles) {
        String[] names = roles.stream().map(RoleCode::name).toArray(String[]::new);
        return query(OF_ROLES_ABOVE, query -> query.setParameter("roles", names)
                        .setParameter("places", new Long[] {place.value()}))
                .map(found -> found.stream()
                        .filter(holder -> holder.post().areas().contains(place))
                        .toList());
    }

    /** The role of an appointment, also of one that has ended. */
    public Uni<RoleCode> role(UUID appointmentId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ROLE, String.class)
                        .setParameter("appointment", appointmentId)
                        .getSingleResult())
                .map(RoleCode::valueOf);
    }

    /** The area where a post stands, or its organisation does. */
    public Uni<AreaCode> seat(UUID appointmentId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SEAT, Long.class)
                        .setParameter("appointment", appointmentId)
                        .getSingleResult())
                .map(AreaCode::new);
    }

    /** What a worker is called. */
    public Uni<String> name(UUID workerId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(NAME, String.class)
                .setParameter("worker", workerId)
                .getSingleResult());
    }

    private Uni<List<Holder>> query(String sql, UnaryOperator<SelectionQuery<String>> arguments) {
        return Panache.getSession()
                .chain(session -> arguments
                        .apply(session.createNativeQuery(sql, String.class)
                                .setParameter("today", LocalDays.today(clock)))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> Posts.holder(AppointmentRows.inForce(new JsonObject(row)), access))
                        .toList());
    }
}
