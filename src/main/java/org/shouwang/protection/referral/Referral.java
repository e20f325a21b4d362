package org.shouwang.protection.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.record.ClientRecord;
import org.shouwang.protection.directory.ReferralType;

/** A referral (转介). Its texts live in memory only; {@link ReferralTexts} fills their columns. */
@Entity
@Table(name = "referral")
@DynamicUpdate
class Referral extends ClientRecord {

    @Nullable
    UUID childId;

    @Nullable
    UUID personRef;

    /** Of the member. */
    @Nullable
    UUID householdId;

    @Enumerated(EnumType.STRING)
    ReferralType referralType;

    UUID toOrganisationId;

    @Enumerated(EnumType.STRING)
    Urgency urgency;

    @Transient
    String summary;

    byte[] summaryCipher;

    @Enumerated(EnumType.STRING)
    ConsentStatus consentStatus;

    @Enumerated(EnumType.STRING)
    @Nullable
    LegalGround legalGround;

    @Nullable
    UUID incidentId;

    @Nullable
    UUID reopens;

    boolean confidential;
    boolean restricted;

    @Enumerated(EnumType.STRING)
    LeadOffice leadOffice;

    @Enumerated(EnumType.STRING)
    ReferralStatus status;

    UUID senderAppointmentId;

    @Enumerated(EnumType.STRING)
    RoleCode senderRole;

    Instant sentAt;

    @Nullable
    Instant dueAt;

    @Nullable
    Instant acceptedAt;

    @Nullable
    Instant rejectedAt;

    @Transient
    @Nullable
    String rejectReason;

    byte @Nullable [] rejectReasonCipher;

    @Nullable
    Instant doneAt;

    @Nullable
    Instant feedbackAt;

    @Transient
    @Nullable
    String feedback;

    byte @Nullable [] feedbackCipher;

    @Enumerated(EnumType.STRING)
    @Nullable
    ReferralResult resultCode;

    @Nullable
    Instant closedAt;

    boolean onBehalf;

    protected Referral() {}

    /**
     * One that nobody has seen.
     *
     * @param household where the person is a member of one
     */
    Referral(Birth birth, Sending asked, @Nullable UUID household, UUID sender, RoleCode senderRole) {
        super(birth, micros(asked.clientTime()), asked.deviceId());
        this.childId = asked.childId();
        this.personRef = asked.personRef();
        this.householdId = household;
        this.referralType = asked.type();
        this.toOrganisationId = asked.toOrganisationId();
        this.urgency = asked.urgency();
        this.summary = asked.summary().strip();
        this.consentStatus = asked.consent();
        this.legalGround = asked.ground();
        this.reopens = asked.reopens();
        this.confidential = asked.confidential();
        this.restricted = asked.isRestricted();
        this.leadOffice = asked.lead();
        this.status = ReferralStatus.SENT;
        this.senderAppointmentId = sender;
        this.senderRole = senderRole;
        this.sentAt = birth.at();
    }

    /** Asked again, it is seen by nobody who did not see the earlier one. */
    void keepSecretAs(Referral earlier) {
        incidentId = incidentId == null ? earlier.incidentId : incidentId;
        confidential = confidential || earlier.confidential;
        restricted = restricted || earlier.restricted;
        leadOffice = earlier.leadOffice;
    }

    /** Writes down what an act says and when; what is awaited next is not its own to know. */
    void follow(ReferralAct act, ReferralStatus next, Instant at) {
        status = next;
        if (act instanceof ReferralAct.Accept) {
            acceptedAt = at;
        } else if (act instanceof ReferralAct.Reject reject) {
            rejectedAt = at;
            rejectReason = reject.reason().strip();
        } else if (act instanceof ReferralAct.Feedback told) {
            feedbackAt = at;
            feedback = told.feedback().strip();
            resultCode = told.resultCode();
            Instant done = micros(told.doneAt());
            doneAt = done == null || done.isAfter(at) ? at : done;
        } else {
            closedAt = at;
            resultCode = act instanceof ReferralAct.Withdraw ? ReferralResult.WITHDRAWN : resultCode;
        }
    }

    /** PostgreSQL keeps microseconds; the first answer shows what every later one will. */
    private static @Nullable Instant micros(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
    }
}
