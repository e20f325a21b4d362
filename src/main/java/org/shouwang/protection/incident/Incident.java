package org.shouwang.protection.incident;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.ClientRecord;
import org.shouwang.protection.CodeArray;
import org.shouwang.protection.incident.IncidentCodes.Discovery;
import org.shouwang.protection.incident.IncidentCodes.Placement;
import org.shouwang.protection.incident.IncidentCodes.ReportChannel;
import org.shouwang.protection.incident.IncidentCodes.SuspectRelation;

/** A danger that was reported. Its texts live in memory only; {@link IncidentTexts} fills their columns. */
@Entity
@Table(name = "incident")
@DynamicUpdate
class Incident extends ClientRecord {

    String @Nullable [] situationCodes;

    @Nullable
    Instant discoveredAt;

    @Nullable
    Instant occurredAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    Discovery discovery;

    @Nullable
    UUID childId;

    @Transient
    @Nullable
    String unknownChildDesc;

    byte @Nullable [] unknownChildDescCipher;

    @Enumerated(EnumType.STRING)
    @Nullable
    SuspectRelation suspectRelation;

    @Nullable
    Boolean suspectIsVillageCadre;

    @Nullable
    Boolean ongoingDanger;

    String @Nullable [] reportedTo;

    @Nullable
    Instant reportedAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    ReportChannel reportChannel;

    @Transient
    @Nullable
    String policeCaseNo;

    byte @Nullable [] policeCaseNoCipher;

    @Transient
    @Nullable
    String policeContact;

    byte @Nullable [] policeContactCipher;

    UUID @Nullable [] evidenceFileIds;

    @Enumerated(EnumType.STRING)
    @Nullable
    Placement placement;

    String @Nullable [] unusable;

    @Nullable
    UUID visitId;

    UUID reporterAppointmentId;
    UUID responsibleAppointmentId;

    @Enumerated(EnumType.STRING)
    Stage stage;

    boolean villageCut;

    @Nullable
    Instant takenAt;

    @Nullable
    UUID takenBy;

    boolean timeUncertain;
    Instant clockFrom;
    Instant receivedAt;

    protected Incident() {}

    /**
     * A danger of which nobody knew.
     *
     * @param responsible who answers for it from now on: there is always somebody
     */
    Incident(Birth birth, ReadReport.Reading reading, UUID reporter, UUID responsible) {
        super(birth, micros(reading.form().clientTime()), reading.form().deviceId());
        this.reporterAppointmentId = reporter;
        this.responsibleAppointmentId = responsible;
        this.stage = Stage.DISCOVERED;
        this.receivedAt = birth.at();
        this.clockFrom = birth.at();
        say(reading);
    }

    /** Takes over what is said; what is not mentioned stays. */
    final void say(ReadReport.Reading reading) {
        IncidentForm form = reading.form();
        situationCodes = CodeArray.or(form.situationCodes(), situationCodes);
        discoveredAt = or(micros(form.discoveredAt()), discoveredAt);
        occurredAt = or(micros(form.occurredAt()), occurredAt);
        discovery = or(form.discovery(), discovery);
        childId = or(form.childId(), childId);
        unknownChildDesc = or(form.unknownChildDesc(), unknownChildDesc);
        suspectRelation = or(form.suspectRelation(), suspectRelation);
        suspectIsVillageCadre = or(form.suspectIsVillageCadre(), suspectIsVillageCadre);
        ongoingDanger = or(form.ongoingDanger(), ongoingDanger);
        reportedTo = CodeArray.or(form.reportedTo(), reportedTo);
        reportedAt = or(micros(form.reportedAt()), reportedAt);
        reportChannel = or(form.reportChannel(), reportChannel);
        policeCaseNo = or(form.policeCaseNo(), policeCaseNo);
        policeContact = or(form.policeContact(), policeContact);
        evidenceFileIds = form.evidenceFileIds() == null
                ? evidenceFileIds
                : form.evidenceFileIds().toArray(UUID[]::new);
        placement = or(form.placement(), placement);
        visitId = or(form.visitId(), visitId);
        if (form.discoveredAt() != null) {
            timeUncertain = form.lostItsTime();
        }
        clockFrom = ReportRules.clockFrom(discoveredAt, timeUncertain, receivedAt);
        unusable = unusableAfter(reading);
    }

    /** What was not readable before and is now, is no more missing. */
    private String @Nullable [] unusableAfter(ReadReport.Reading reading) {
        Set<String> still = new TreeSet<>(unusable == null ? Set.of() : Set.of(unusable));
        still.removeAll(reading.said());
        still.addAll(reading.unusable());
        return still.isEmpty() ? null : still.toArray(String[]::new);
    }

    boolean isReported() {
        return ReportRules.isReported(situationCodes, reportedTo, reportedAt);
    }

    boolean lacksPolice() {
        return ReportRules.lacksPolice(situationCodes, reportedTo);
    }

    private static <T extends @Nullable Object> T or(@Nullable T said, T before) {
        return said == null ? before : said;
    }

    /** PostgreSQL keeps microseconds; the first answer shows what every later one will. */
    private static @Nullable Instant micros(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
    }
}
