package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.audit.Subject;
import org.shouwang.staff.handover.Belongings;
import org.shouwang.staff.handover.Succession;

/** The open files of a director, which go to whoever follows. Phones learn it from the feed. */
@Singleton
class ChildBelongings implements Belongings {

    private static final String OPEN = """
            select id from child
            where responsible_appointment_id = :appointment and file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING')
            order by id
            """;

    private static final String ALL = "responsible_appointment_id = any(cast(:from as uuid[]))";

    private static final String HELD_FOR_A_POST = """
            (responsible_appointment_id is null or responsible_appointment_id = any(cast(:from as uuid[])))
                and exists (select 1 from unnest(cast(:lower as bigint[]), cast(:upper as bigint[])) as r(lower, upper)
                            where area_code >= r.lower and area_code < r.upper)
            """;

    /** Locked in the order of ids, so that no two statements over several files wait for each other in a ring. */
    private static final String MOVE = """
            with held as materialized (
                select id from child
                where %s and file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING')
                order by id
                for no key update),
            moved as (
                update child c
                set responsible_appointment_id = :to, updated_at = :at, updated_by = :worker
                from held where c.id = held.id
                returning c.id, c.area_code)
            select id, area_code from moved
            """;

    @Override
    public String kind() {
        return "child";
    }

    @Override
    public Uni<List<UUID>> open(UUID appointmentId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(OPEN, UUID.class)
                .setParameter("appointment", appointmentId)
                .getResultList());
    }

    @Override
    public Uni<List<Subject>> move(Succession succession) {
        return Panache.getSession()
                .chain(session -> query(session, succession)
                        .setParameter("from", succession.from().stream().toArray(UUID[]::new))
                        .setParameter("to", succession.to().post().appointmentId())
                        .setParameter("at", succession.at())
                        .setParameter("worker", succession.confirmedBy())
                        .getResultList())
                .map(moved -> moved.stream()
                        .map(row -> new Subject("CHILD", (UUID) row[0], new AreaCode((Long) row[1])))
                        .toList());
    }

    private static Mutiny.SelectionQuery<Object[]> query(Mutiny.Session session, Succession succession) {
        return succession
                .filledAgain()
                .map(areas -> session.createNativeQuery(MOVE.formatted(HELD_FOR_A_POST), Object[].class)
                        .setParameter("lower", areas.lower())
                        .setParameter("upper", areas.upper()))
                .orElseGet(() -> session.createNativeQuery(MOVE.formatted(ALL), Object[].class));
    }
}
