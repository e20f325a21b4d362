package org.shouwang.protection.referral;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.RoleCode;
import org.shouwang.protection.directory.ReferralType;

/**
 * A referral as the reactive pool reads it; its texts and the sender's phone are still closed.
 *
 * @param officers posts of the organisation's officers in office
 * @param closedToVillages whether it follows an incident whose suspect is a village's cadre
 * @param earlier the one that it reopens
 */
record ReferralRow(
        Referral referral,
        String organisationName,
        List<UUID> officers,
        Sender sender,
        boolean closedToVillages,
        Optional<Earlier> earlier) {

    /** Whether the appointment {@code a} of the worker {@code w} receives referrals on the day $1. */
    static final String IN_OFFICE =
            " a.role_code = 'AGENCY_OFFICER' and a.status <> 'ENDED' and a.appointed_on <= $1 and w.status = 'ACTIVE'\n";

    /** Columns of the referral {@code r}; the day is $1. By appointment_organisation. */
    static final String COLUMNS = """
            select r.*, o.name as organisation_name, s.role_code as sender_role_now, post_area(s.id) as sender_area,
                   sw.id as sender_worker, sw.full_name as sender_name, sw.phone_cipher as sender_phone_cipher,
                   (select coalesce(array_agg(a.id order by a.id), '{}')
                    from appointment a join worker w on w.id = a.worker_id
                    where a.organisation_id = r.to_organisation_id and\s""" + IN_OFFICE + """
                   ) as officers,
                   (select coalesce(bool_or(village_cut), false) from incident
                    where id in (r.incident_id, e.incident_id)) as closed_to_villages,
                   e.area_code as earlier_area, e.restricted as earlier_restricted, e.sender_appointment_id as earlier_sender
            from referral r
            left join referral e on e.id = r.reopens
            join organisation o on o.id = r.to_organisation_id
            join appointment s on s.id = r.sender_appointment_id
            join worker sw on sw.id = s.worker_id
            """;

    /** The post that asks, and its holder. */
    record Sender(RoleCode role, AreaCode area, UUID workerId, String fullName, Buffer phoneCipher) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /** What decides who sees the one that is reopened, beside what both share. */
    record Earlier(AreaCode area, boolean restricted, UUID sender) {}

    Standing standing(Caller caller) {
        return standing(
                caller, new Earlier(referral.areaCode, referral.restricted, referral.senderAppointmentId), officers);
    }

    /** Whether the caller sees the one that it reopens, as somebody other than a receiver. */
    boolean seesEarlier(Caller caller) {
        return earlier.map(one -> standing(caller, one, List.of()).sees()).orElse(false);
    }

    private Standing standing(Caller caller, Earlier one, List<UUID> answering) {
        return Standing.of(
                caller,
                new Standing.Access(
                        one.area(),
                        referral.childId != null,
                        one.restricted(),
                        one.sender(),
                        closedToVillages,
                        answering,
                        referral.leadOffice));
    }

    /** Whether it follows a danger: neither who asks nor who cares for the child is named. */
    boolean isGuarded() {
        return referral.confidential || referral.incidentId != null;
    }

    static ReferralRow of(Row row) {
        return new ReferralRow(
                done(asked(new Referral(), row), row),
                row.getString("organisation_name"),
                List.of(row.getArrayOfUUIDs("officers")),
                new Sender(
                        RoleCode.valueOf(row.getString("sender_role_now")),
                        new AreaCode(row.getLong("sender_area")),
                        row.getUUID("sender_worker"),
                        row.getString("sender_name"),
                        row.getBuffer("sender_phone_cipher")),
                row.getBoolean("closed_to_villages"),
                Optional.ofNullable(row.getUUID("earlier_sender"))
                        .map(sender -> new Earlier(
                                new AreaCode(row.getLong("earlier_area")),
                                row.getBoolean("earlier_restricted"),
                                sender)));
    }

    private static Referral asked(Referral referral, Row row) {
        referral.id = row.getUUID("id");
        referral.version = row.getInteger("version");
        referral.areaCode = new AreaCode(row.getLong("area_code"));
        referral.recordedAreaCode = new AreaCode(row.getLong("recorded_area_code"));
        referral.childId = row.getUUID("child_id");
        referral.personRef = row.getUUID("person_ref");
        referral.referralType = ReferralType.valueOf(row.getString("referral_type"));
        referral.toOrganisationId = row.getUUID("to_organisation_id");
        referral.urgency = Urgency.valueOf(row.getString("urgency"));
        referral.summaryCipher = Objects.requireNonNull(bytes(row, "summary_cipher"));
        referral.consentStatus = ConsentStatus.valueOf(row.getString("consent_status"));
        referral.legalGround = code(LegalGround.class, row, "legal_ground");
        referral.incidentId = row.getUUID("incident_id");
        referral.reopens = row.getUUID("reopens");
        referral.confidential = row.getBoolean("confidential");
        referral.restricted = row.getBoolean("restricted");
        referral.leadOffice = LeadOffice.valueOf(row.getString("lead_office"));
        referral.senderAppointmentId = row.getUUID("sender_appointment_id");
        referral.sentAt = row.getOffsetDateTime("sent_at").toInstant();
        return referral;
    }

    private static Referral done(Referral referral, Row row) {
        referral.status = ReferralStatus.valueOf(row.getString("status"));
        referral.dueAt = instant(row, "due_at");
        referral.acceptedAt = instant(row, "accepted_at");
        referral.rejectedAt = instant(row, "rejected_at");
        referral.rejectReasonCipher = bytes(row, "reject_reason_cipher");
        referral.doneAt = instant(row, "done_at");
        referral.feedbackAt = instant(row, "feedback_at");
        referral.feedbackCipher = bytes(row, "feedback_cipher");
        referral.resultCode = code(ReferralResult.class, row, "result_code");
        referral.closedAt = instant(row, "closed_at");
        referral.onBehalf = row.getBoolean("on_behalf");
        referral.createdBy = row.getUUID("created_by");
        referral.updatedAt = row.getOffsetDateTime("updated_at").toInstant();
        return referral;
    }

    private static <E extends Enum<E>> @Nullable E code(Class<E> type, Row row, String column) {
        String code = row.getString(column);
        return code == null ? null : Enum.valueOf(type, code);
    }

    private static byte @Nullable [] bytes(Row row, String column) {
        Buffer bytes = row.getBuffer(column);
        return bytes == null ? null : bytes.getBytes();
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime moment = row.getOffsetDateTime(column);
        return moment == null ? null : moment.toInstant();
    }
}
