package org.shouwang.visit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    @Enumerated(EnumType.STRING)
    VerifyStatus verifyStatus;

    Instant receivedAt;

    protected Visit() {}

    Visit(Birth birth, VisitForm form, UUID visitorAppointmentId) {
        super(birth, micros(form.clientTime()), form.deviceId());
        this.householdId = form.householdId();
        this.taskId = form.taskId();
        this.visitorAppointmentId = visitorAppointmentId;
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
        this.verifyStatus = VerifyStatus.PENDING;
        this.receivedAt = birth.at();
    }

    /** PostgreSQL keeps microseconds; the first answer shows what every later one will. */
    private static @Nullable Instant micros(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
    }
}
