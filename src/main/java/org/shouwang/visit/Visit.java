package org.shouwang.visit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.ClientRecord;
import org.shouwang.visit.VisitCodes.Purpose;
import org.shouwang.visit.VisitCodes.VerifyStatus;

/**
 * One visit to one household; what was found of each child stands in {@link VisitChild}. Its texts live in memory only;
 * {@link VisitTexts} fills the columns.
 */
@Entity
@DynamicUpdate
class Visit extends ClientRecord {

    UUID householdId;

    /** No foreign key: a task lost in a restore never refuses a visit. */
    @Nullable
    UUID taskId;

    UUID visitorAppointmentId;

    @Enumerated(EnumType.STRING)
    VisitMethod method;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    Instant startedAt;

    @Nullable
    Instant endedAt;

    @Enumerated(EnumType.STRING)
    VisitOutcome outcome;

    @Nullable
    String interviewee;

    @Nullable
    String intervieweeRelation;

    @Enumerated(EnumType.STRING)
    VisitCodes.@Nullable LivingEnv livingEnv;

    String @Nullable [] hazards;
    String @Nullable [] safetyTopics;

    @Transient
    @Nullable
    String findings;

    @Column(name = "findings")
    @Nullable
    String clearFindings;

    byte @Nullable [] findingsCipher;

    String @Nullable [] actionsTaken;

    @Transient
    @Nullable
    String actionsNote;

    @Column(name = "actions_note")
    @Nullable
    String clearActionsNote;

    byte @Nullable [] actionsNoteCipher;

    String @Nullable [] companions;

    /** JSON, see {@link MaterialColumn}. */
    @Nullable
    String materials;

    UUID @Nullable [] photoIds;

    @Nullable
    UUID signatureFileId;

    @Nullable
    BigDecimal geoLat;

    @Nullable
    BigDecimal geoLng;

    @Column(name = "geo_accuracy_m")
    @Nullable
    Integer geoAccuracyM;

    boolean timeUncertain;

    @Enumerated(EnumType.STRING)
    VerifyStatus verifyStatus;

    @Nullable
    UUID verifiedBy;

    @Nullable
    Instant verifiedAt;

    @Transient
    @Nullable
    String verifyComment;

    byte @Nullable [] verifyCommentCipher;

    /** The last return; kept when the visit is pending again. */
    @Nullable
    Instant returnedAt;

    Instant receivedAt;

    protected Visit() {}

    Visit(Birth birth, VisitForm form, UUID visitorAppointmentId) {
        super(birth, micros(form.clientTime()), form.deviceId());
        this.householdId = form.householdId();
        this.visitorAppointmentId = visitorAppointmentId;
        this.verifyStatus = VerifyStatus.PENDING;
        this.receivedAt = birth.at();
        answer(form);
    }

    /** Takes over what the visitor says, at first or after second thoughts. Whose home it was does not change. */
    final void answer(VisitForm form) {
        this.taskId = form.taskId();
        this.method = form.method();
        this.purpose = form.purpose();
        this.startedAt = form.startedAt().truncatedTo(ChronoUnit.MICROS);
        this.endedAt = micros(form.endedAt());
        this.outcome = form.outcome();
        this.interviewee = form.interviewee();
        this.intervieweeRelation = form.intervieweeRelation();
        this.livingEnv = form.livingEnv();
        this.hazards = CodeColumn.of(form.hazards());
        this.safetyTopics = CodeColumn.of(form.safetyTopics());
        this.findings = form.findings();
        this.actionsTaken = CodeColumn.of(form.actionsTaken());
        this.actionsNote = form.actionsNote();
        this.companions = texts(form.companions());
        this.materials = MaterialColumn.of(form.materials());
        List<UUID> photos = form.photoIds();
        this.photoIds = photos == null || photos.isEmpty() ? null : photos.toArray(UUID[]::new);
        this.signatureFileId = form.signatureFileId();
        this.geoLat = VisitPosition.kept(form.geoLat());
        this.geoLng = VisitPosition.kept(form.geoLng());
        this.geoAccuracyM = form.geoAccuracyM();
        this.timeUncertain = form.lostItsTime();
    }

    /** What was found of the visit before is not said of it any more. */
    void beginVerification() {
        this.verifyStatus = VerifyStatus.PENDING;
        this.verifiedBy = null;
        this.verifiedAt = null;
        this.verifyComment = null;
    }

    void verified(VisitCodes.Verdict verdict, UUID appointmentId, @Nullable String comment, Instant at) {
        this.verifyStatus = verdict.status();
        this.verifiedBy = appointmentId;
        this.verifiedAt = at;
        this.verifyComment = comment;
        if (verdict == VisitCodes.Verdict.RETURNED) {
            this.returnedAt = at;
        }
    }

    /** What the form says, in the columns of a visit that nobody stores. */
    Visit saying(VisitForm form) {
        Visit said = new Visit();
        said.householdId = form.householdId();
        said.clientTime = clientTime;
        said.deviceId = deviceId;
        said.answer(form);
        return said;
    }

    /** This visit as it was before: where it belongs is what it is now. */
    Visit as(VisitBody body, int itsVersion) {
        Visit earlier = new Visit();
        earlier.id = id;
        earlier.version = itsVersion;
        earlier.areaCode = areaCode;
        earlier.recordedAreaCode = recordedAreaCode;
        earlier.householdId = householdId;
        earlier.visitorAppointmentId = visitorAppointmentId;
        earlier.receivedAt = receivedAt;
        earlier.createdAt = createdAt;
        earlier.createdBy = createdBy;
        earlier.clientTime = clientTime;
        earlier.deviceId = deviceId;
        earlier.touch(body.updatedAt(), body.updatedBy());
        earlier.answer(body.form());
        earlier.verifyStatus = body.verified().verifyStatus();
        earlier.verifiedBy = body.verified().verifiedBy();
        earlier.verifiedAt = body.verified().verifiedAt();
        earlier.verifyComment = body.verified().verifyComment();
        return earlier;
    }

    /** When the visit was, for whatever is decided by it: a time that could not be corrected decides nothing. */
    Instant happenedAt() {
        return timeUncertain ? receivedAt : startedAt;
    }

    private static String @Nullable [] texts(@Nullable List<String> texts) {
        return texts == null || texts.isEmpty() ? null : texts.toArray(String[]::new);
    }

    /** PostgreSQL keeps microseconds; the first answer shows what every later one will. */
    private static @Nullable Instant micros(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
    }
}
