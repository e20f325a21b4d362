package org.shouwang.protection.incident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Ids;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.protection.DoneBefore;

/** What was sent of an incident and done about it, row by row, in the session of a use case. Nothing here is changed later. */
@Singleton
class IncidentLedger {

    private static final String NAME = "insert into incident_name (id, incident_id) values (:id, :incident)";
    private static final String SENT = """
            select 1
            from (select request_hash from incident_report
                  where incident_id = :incident and created_by = :worker
                  order by created_at desc, id desc
                  limit 1) last_sent
            where request_hash = :hash
            """;
    private static final String SEND = """
            insert into incident_report (id, incident_id, request_hash, body_cipher, appointment_id, created_at, created_by)
            values (:id, :incident, :hash, :body, :appointment, :at, :worker)
            """;
    private static final String ACT = """
            insert into incident_act (id, incident_id, kind, stage, at, note_cipher, about_appointment_id, appointment_id,
                                      request_hash, created_at, created_by)
            values (:id, :incident, :kind, cast(:stage as text), :at, cast(:note as bytea), cast(:about as uuid),
                    :appointment, :hash, :now, :worker)
            """;
    private static final String DONE =
            "select kind, encode(request_hash, 'hex'), incident_id, created_by from incident_act where id = $1";
    private static final String POST_AREA = "select post_area(:appointment)";

    private final IncidentTexts texts;
    private final Clock clock;

    IncidentLedger(IncidentTexts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** Who does something, under which post. */
    record By(UUID workerId, UUID appointmentId) {}

    /** Something that was done about an incident. */
    record Act(
            UUID id,
            Kind kind,
            @Nullable Stage stage,
            Instant at,
            @Nullable String note,
            @Nullable UUID about,
            RequestHash hash) {

        /** A stage that a report itself brought about. */
        static Act reached(Stage stage, Instant at, RequestHash hash) {
            return new Act(Ids.next(), Kind.STAGE, stage, at, null, null, hash);
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    enum Kind {
        STAGE,
        TAKE,
        GRANT,
        CUT_VILLAGE,
        TRANSFER
    }

    /** From now on the incident is also known under this id. */
    Uni<Void> name(UUID id, UUID incident) {
        return session()
                .chain(session -> session.createNativeQuery(NAME)
                        .setParameter("id", id)
                        .setParameter("incident", incident)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Whether this very body is the last that the worker sent. Another one between them makes it new: it is meant again. */
    Uni<Boolean> wasSent(UUID incident, RequestHash hash, UUID worker) {
        return session()
                .chain(session -> session.createNativeQuery(SENT, Integer.class)
                        .setParameter("incident", incident)
                        .setParameter("hash", hash.bytes())
                        .setParameter("worker", worker)
                        .getResultList())
                .map(found -> !found.isEmpty());
    }

    /** Keeps a body as it was sent, also what could not be read of it. */
    Uni<Void> keep(UUID incident, ObjectNode body, RequestHash hash, By by) {
        UUID id = Ids.next();
        return session()
                .chain(session -> session.createNativeQuery(SEND)
                        .setParameter("id", id)
                        .setParameter("incident", incident)
                        .setParameter("hash", hash.bytes())
                        .setParameter("body", texts.closed(IncidentSealed.BODY, id, body.toString()))
                        .setParameter("appointment", by.appointmentId())
                        .setParameter("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .setParameter("worker", by.workerId())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> write(UUID incident, Act act, By by) {
        Stage stage = act.stage();
        return session()
                .chain(session -> session.createNativeQuery(ACT)
                        .setParameter("id", act.id())
                        .setParameter("incident", incident)
                        .setParameter("kind", act.kind().name())
                        .setParameter("stage", stage == null ? null : stage.name())
                        .setParameter("at", act.at().atOffset(ZoneOffset.UTC))
                        .setParameter("note", texts.closed(IncidentSealed.NOTE, act.id(), act.note()))
                        .setParameter("about", act.about())
                        .setParameter("appointment", by.appointmentId())
                        .setParameter("hash", act.hash().bytes())
                        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .setParameter("worker", by.workerId())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Optional<DoneBefore>> done(UUID act) {
        return DoneBefore.read(DONE, act);
    }

    /** Where a post has its seat. */
    Uni<AreaCode> seat(UUID appointment) {
        return session()
                .chain(session -> session.createNativeQuery(POST_AREA, Long.class)
                        .setParameter("appointment", appointment)
                        .getSingleResult())
                .map(AreaCode::new);
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
