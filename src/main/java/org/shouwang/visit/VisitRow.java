package org.shouwang.visit;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.visit.VisitCodes.CareQuality;
import org.shouwang.visit.VisitCodes.LivingEnv;
import org.shouwang.visit.VisitCodes.PhysicalToday;
import org.shouwang.visit.VisitCodes.Purpose;
import org.shouwang.visit.VisitCodes.SchoolAttendance;
import org.shouwang.visit.VisitCodes.Unattended;
import org.shouwang.visit.VisitCodes.VerifyStatus;

/** Reads rows of the reactive pool as the same objects that a session gives; their texts are still closed. */
final class VisitRow {

    private VisitRow() {}

    static Visit visit(Row row) {
        Visit visit = new Visit();
        visit.id = row.getUUID("id");
        visit.version = row.getInteger("version");
        visit.areaCode = new AreaCode(row.getLong("area_code"));
        visit.recordedAreaCode = new AreaCode(row.getLong("recorded_area_code"));
        visit.householdId = row.getUUID("household_id");
        visit.taskId = row.getUUID("task_id");
        visit.visitorAppointmentId = row.getUUID("visitor_appointment_id");
        visit.method = VisitMethod.valueOf(row.getString("method"));
        visit.purpose = Purpose.valueOf(row.getString("purpose"));
        visit.startedAt = instant(row, "started_at");
        visit.endedAt = instantOrNull(row, "ended_at");
        visit.outcome = VisitOutcome.valueOf(row.getString("outcome"));
        visit.interviewee = row.getString("interviewee");
        visit.intervieweeRelation = row.getString("interviewee_relation");
        visit.livingEnv = code(LivingEnv.class, row, "living_env");
        visit.hazards = row.getArrayOfStrings("hazards");
        visit.safetyTopics = row.getArrayOfStrings("safety_topics");
        visit.clearFindings = row.getString("findings");
        visit.findingsCipher = bytesOrNull(row, "findings_cipher");
        visit.actionsTaken = row.getArrayOfStrings("actions_taken");
        visit.clearActionsNote = row.getString("actions_note");
        visit.actionsNoteCipher = bytesOrNull(row, "actions_note_cipher");
        return written(withMore(visit, row), row);
    }

    private static Visit withMore(Visit visit, Row row) {
        visit.companions = row.getArrayOfStrings("companions");
        visit.materials = row.getString("materials");
        visit.photoIds = row.getArrayOfUUIDs("photo_ids");
        visit.signatureFileId = row.getUUID("signature_file_id");
        visit.geoLat = row.getBigDecimal("geo_lat");
        visit.geoLng = row.getBigDecimal("geo_lng");
        visit.geoAccuracyM = row.getInteger("geo_accuracy_m");
        visit.timeUncertain = row.getBoolean("time_uncertain");
        visit.verifyStatus = VerifyStatus.valueOf(row.getString("verify_status"));
        visit.verifiedBy = row.getUUID("verified_by");
        visit.verifiedAt = instantOrNull(row, "verified_at");
        visit.returnedAt = instantOrNull(row, "returned_at");
        visit.verifyCommentCipher = bytesOrNull(row, "verify_comment_cipher");
        return visit;
    }

    private static Visit written(Visit visit, Row row) {
        visit.receivedAt = instant(row, "received_at");
        visit.createdAt = instant(row, "created_at");
        visit.createdBy = row.getUUID("created_by");
        visit.updatedAt = instant(row, "updated_at");
        visit.updatedBy = row.getUUID("updated_by");
        visit.clientTime = instantOrNull(row, "client_time");
        visit.deviceId = row.getUUID("device_id");
        return visit;
    }

    static VisitChild child(Row row) {
        VisitChild child = new VisitChild();
        child.visitId = row.getUUID("visit_id");
        child.childId = row.getUUID("child_id");
        child.areaCode = new AreaCode(row.getLong("area_code"));
        child.met = row.getBoolean("met");
        child.actualCaregiverId = row.getUUID("actual_caregiver_id");
        child.careQuality = code(CareQuality.class, row, "care_quality");
        child.nextVisitOn = row.getLocalDate("next_visit_on");
        child.unattended = code(Unattended.class, row, "unattended");
        child.parentContactLastWeek = row.getBoolean("parent_contact_last_week");
        child.physicalToday = code(PhysicalToday.class, row, "physical_today");
        child.clearInjuryArea = row.getString("injury_area");
        child.injuryAreaCipher = bytesOrNull(row, "injury_area_cipher");
        child.clearInjuryCause = row.getString("injury_cause");
        child.injuryCauseCipher = bytesOrNull(row, "injury_cause_cipher");
        child.suspiciousInjury = row.getBoolean("suspicious_injury");
        child.psychSigns = row.getArrayOfStrings("psych_signs");
        child.schoolAttendance = code(SchoolAttendance.class, row, "school_attendance");
        child.needs = row.getArrayOfStrings("needs");
        child.suggestedRiskLevel = code(RiskLevel.class, row, "suggested_risk_level");
        child.clearFindings = row.getString("findings");
        child.findingsCipher = bytesOrNull(row, "findings_cipher");
        child.flagsShownTo = row.getArrayOfUUIDs("flags_shown_to");
        return child;
    }

    private static <E extends Enum<E>> @Nullable E code(Class<E> type, Row row, String column) {
        String code = row.getString(column);
        return code == null ? null : Enum.valueOf(type, code);
    }

    private static byte @Nullable [] bytesOrNull(Row row, String column) {
        Buffer bytes = row.getBuffer(column);
        return bytes == null ? null : bytes.getBytes();
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private static @Nullable Instant instantOrNull(Row row, String column) {
        OffsetDateTime moment = row.getOffsetDateTime(column);
        return moment == null ? null : moment.toInstant();
    }
}
