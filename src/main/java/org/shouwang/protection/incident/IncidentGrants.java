package org.shouwang.protection.incident;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.visit.FlagReaders;

/** To which posts an incident is open, in the session of a use case. The answers of a visit that opened it go along. */
@Singleton
class IncidentGrants {

    private static final String OPEN = """
            select appointment_id, police from incident_grant
            where incident_id = :incident and revoked_at is null
            """;
    /** What was revoked is open again only by a new act. */
    private static final String GIVE = """
            insert into incident_grant (incident_id, appointment_id, how, police, granted_at)
            select :incident, a.id, :how,
                   a.role_code = 'AGENCY_OFFICER' and coalesce(o.kind = 'POLICE', false), :at
            from appointment a left join organisation o on o.id = a.organisation_id
            where a.id = any(cast(:appointments as uuid[]))
            order by a.id
            on conflict (incident_id, appointment_id) do
            """;

    private static final String TELL = GIVE + "nothing";
    private static final String RENEW = GIVE + "update set how = excluded.how, revoked_at = null";
    private static final String REVOKE = """
            update incident_grant g
            set revoked_at = :at
            from appointment a
            where a.id = g.appointment_id and g.incident_id = :incident and g.revoked_at is null
              and a.role_code = any(cast(:roles as text[]))
            """;

    private final FlagReaders flags;
    private final Clock clock;

    IncidentGrants(FlagReaders flags, Clock clock) {
        this.flags = flags;
        this.clock = clock;
    }

    /** Why a post sees an incident. */
    enum How {
        REPORTER,
        TOLD,
        GIVEN
    }

    Uni<Standing> standing(Incident incident, Caller caller) {
        return open(incident.id).map(rows -> {
            List<UUID> readers = rows.stream().map(Open::appointmentId).toList();
            List<UUID> police =
                    rows.stream().filter(Open::police).map(Open::appointmentId).toList();
            return Standing.of(
                    caller,
                    new Standing.Access(incident.areaCode, incident.createdBy, incident.villageCut, readers, police));
        });
    }

    /** The posts to which it is open. */
    Uni<List<UUID>> readers(Incident incident) {
        return open(incident.id)
                .map(rows -> rows.stream().map(Open::appointmentId).toList());
    }

    /** A post to which it is open, and whether that is a police liaison. */
    private record Open(UUID appointmentId, boolean police) {}

    private static Uni<List<Open>> open(UUID incident) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OPEN, Object[].class)
                        .setParameter("incident", incident)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Open((UUID) row[0], (Boolean) row[1]))
                        .toList());
    }

    /** Opens it to these posts; to whom it was closed again, it stays so unless somebody gives it. */
    Uni<Void> give(Incident incident, Collection<UUID> appointments, How how) {
        if (appointments.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(how == How.GIVEN ? RENEW : TELL)
                        .setParameter("incident", incident.id)
                        .setParameter("how", how.name())
                        .setParameter("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .setParameter("appointments", appointments.toArray(UUID[]::new))
                        .executeUpdate())
                .chain(() -> showFlags(incident));
    }

    /** Closes it to all posts of villages. */
    Uni<Void> cutVillage(Incident incident) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REVOKE)
                        .setParameter("incident", incident.id)
                        .setParameter("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .setParameter(
                                "roles",
                                Standing.VILLAGE.stream().map(Enum::name).toArray(String[]::new))
                        .executeUpdate())
                .chain(() -> showFlags(incident));
    }

    /** Shows what the visit says of danger to those to whom the incident is open, and to nobody else. */
    Uni<Void> showFlags(Incident incident) {
        UUID visit = incident.visitId;
        UUID child = incident.childId;
        if (visit == null || child == null) {
            return Uni.createFrom().voidItem();
        }
        return readers(incident).chain(posts -> flags.show(visit, child, incident.createdBy, posts));
    }
}
