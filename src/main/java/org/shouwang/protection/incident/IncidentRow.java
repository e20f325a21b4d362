package org.shouwang.protection.incident;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.protection.incident.IncidentCodes.Discovery;
import org.shouwang.protection.incident.IncidentCodes.Placement;
import org.shouwang.protection.incident.IncidentCodes.ReportChannel;
import org.shouwang.protection.incident.IncidentCodes.SuspectRelation;

/**
 * An incident as the reactive pool reads it; its texts are still closed.
 *
 * @param readers posts to which it is open
 * @param police those of them that are police liaisons
 */
record IncidentRow(
        Incident incident, List<UUID> readers, List<UUID> police, List<UUID> followUps, List<Reached> stages) {

    /** Columns of the incident {@code i}. */
    static final String COLUMNS = """
            select i.*,
                   (select coalesce(array_agg(g.appointment_id order by g.appointment_id), '{}') from incident_grant g
                    where g.incident_id = i.id and g.revoked_at is null) as readers,
                   (select coalesce(array_agg(g.appointment_id), '{}') from incident_grant g
                    where g.incident_id = i.id and g.revoked_at is null and g.police) as police,
                   (select coalesce(array_agg(f.task_id order by f.task_id), '{}') from incident_follow_up f
                    where f.incident_id = i.id) as follow_ups
            """;

    Standing standing(Caller caller) {
        return Standing.of(
                caller,
                new Standing.Access(incident.areaCode, incident.createdBy, incident.villageCut, readers, police));
    }

    /** A stage, and the worker who says so. */
    record Reached(StageView stage, UUID workerId) {

        /** Whoever reported may hold several posts, and somebody else may hold the reporter's since: neither is shown. */
        StageView withoutReporter(Incident incident) {
            boolean shows =
                    workerId.equals(incident.createdBy) || incident.reporterAppointmentId.equals(stage.appointmentId());
            return shows ? stage.withoutPost() : stage;
        }
    }

    IncidentRow with(List<Reached> reached) {
        return new IncidentRow(incident, readers, police, followUps, reached);
    }

    static IncidentRow of(Row row) {
        return new IncidentRow(
                incident(row),
                List.of(row.getArrayOfUUIDs("readers")),
                List.of(row.getArrayOfUUIDs("police")),
                List.of(row.getArrayOfUUIDs("follow_ups")),
                List.of());
    }

    private static Incident incident(Row row) {
        Incident incident = said(new Incident(), row);
        incident.id = row.getUUID("id");
        incident.version = row.getInteger("version");
        incident.areaCode = new AreaCode(row.getLong("area_code"));
        incident.visitId = row.getUUID("visit_id");
        incident.reporterAppointmentId = row.getUUID("reporter_appointment_id");
        incident.responsibleAppointmentId = row.getUUID("responsible_appointment_id");
        incident.stage = Stage.valueOf(row.getString("stage"));
        incident.villageCut = row.getBoolean("village_cut");
        incident.takenAt = instant(row, "taken_at");
        incident.takenBy = row.getUUID("taken_by");
        incident.timeUncertain = row.getBoolean("time_uncertain");
        incident.clockFrom = row.getOffsetDateTime("clock_from").toInstant();
        incident.receivedAt = row.getOffsetDateTime("received_at").toInstant();
        incident.createdBy = row.getUUID("created_by");
        incident.updatedAt = row.getOffsetDateTime("updated_at").toInstant();
        return incident;
    }

    private static Incident said(Incident incident, Row row) {
        incident.situationCodes = row.getArrayOfStrings("situation_codes");
        incident.discoveredAt = instant(row, "discovered_at");
        incident.occurredAt = instant(row, "occurred_at");
        incident.discovery = code(Discovery.class, row, "discovery");
        incident.childId = row.getUUID("child_id");
        incident.unknownChildDescCipher = bytes(row, "unknown_child_desc_cipher");
        incident.suspectRelation = code(SuspectRelation.class, row, "suspect_relation");
        incident.suspectIsVillageCadre = row.getBoolean("suspect_is_village_cadre");
        incident.ongoingDanger = row.getBoolean("ongoing_danger");
        incident.reportedTo = row.getArrayOfStrings("reported_to");
        incident.reportedAt = instant(row, "reported_at");
        incident.reportChannel = code(ReportChannel.class, row, "report_channel");
        incident.policeCaseNoCipher = bytes(row, "police_case_no_cipher");
        incident.policeContactCipher = bytes(row, "police_contact_cipher");
        incident.evidenceFileIds = row.getArrayOfUUIDs("evidence_file_ids");
        incident.placement = code(Placement.class, row, "placement");
        incident.unusable = row.getArrayOfStrings("unusable");
        return incident;
    }

    private static <E extends Enum<E>> @Nullable E code(Class<E> type, Row row, String column) {
        String code = row.getString(column);
        return code == null ? null : Enum.valueOf(type, code);
    }

    static byte @Nullable [] bytes(Row row, String column) {
        Buffer bytes = row.getBuffer(column);
        return bytes == null ? null : bytes.getBytes();
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime moment = row.getOffsetDateTime(column);
        return moment == null ? null : moment.toInstant();
    }
}
