package org.shouwang.register.child;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** An assessment of a child's risk; the only thing that sets a child's level. */
@Entity
@Table(name = "risk_assessment")
class RiskAssessment {

    /** Model of a level that a worker chose without a questionnaire: first entries and imports. */
    static final String MANUAL = "MANUAL-1";

    @Id
    UUID id;

    UUID childId;
    AreaCode areaCode;
    AreaCode recordedAreaCode;
    String modelVersion;

    @Enumerated(EnumType.STRING)
    RiskLevel riskLevel;

    LocalDate assessedOn;
    UUID assessorAppointmentId;

    /**
     * Whether it set the child's level, when it arrived or by the word of whoever confirmed it. Those that did not came too late, wait
     * or were refused; {@code register.assessment} writes them.
     */
    boolean setsLevel;

    /** Null for those of before there were models. */
    @Nullable
    Instant recordedAt;

    /** Null for a first entry, which set it before all others. */
    @Nullable
    Instant setAt;

    @Version
    int version;

    protected RiskAssessment() {}

    /** As a worker judged it at the first entry. */
    RiskAssessment(Child child, ChildForm.Assessment judged, UUID assessor) {
        this.id = judged.id();
        this.childId = child.id;
        this.areaCode = child.areaCode;
        this.recordedAreaCode = child.recordedAreaCode;
        this.modelVersion = MANUAL;
        this.riskLevel = judged.riskLevel();
        this.assessedOn = judged.assessedOn();
        this.assessorAppointmentId = assessor;
        this.setsLevel = true;
        this.recordedAt = child.updatedAt;
    }
}
