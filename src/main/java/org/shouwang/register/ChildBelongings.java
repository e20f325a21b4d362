package org.shouwang.register;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
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

    /** Locked in the order of ids, so that no two statements over several files wait for each other in a ring. */
    private static final String MOVE = """
            with held as materialized (
                select id from child
                where responsible_appointment_id = :from and file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING')
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
                .chain(session -> session.createNativeQuery(MOVE, Object[].class)
                        .setParameter("from", succession.from())
                        .setParameter("to", succession.to().post().appointmentId())
                        .setParameter("at", succession.at())
                        .setParameter("worker", succession.confirmedBy())
                        .getResultList())
                .map(moved -> moved.stream()
                        .map(row -> new Subject("CHILD", (UUID) row[0], new AreaCode((Long) row[1])))
                        .toList());
    }
}
