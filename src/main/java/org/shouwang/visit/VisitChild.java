package org.shouwang.visit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.register.child.RiskLevel;

/** What one visit says of one child. Null means not asked. {@link VisitTexts} fills the columns of its texts. */
@Entity
@DynamicUpdate
@IdClass(VisitChild.Key.class)
class VisitChild {

    @Id
    UUID visitId;

    @Id
    UUID childId;

    /** Where the child lives now: it moves with the child. */
    AreaCode areaCode;

    boolean met;

    @Nullable
    UUID actualCaregiverId;

    @Enumerated(EnumType.STRING)
    VisitCodes.@Nullable CareQuality careQuality;

    @Nullable
    LocalDate nextVisitOn;

    @Enumerated(EnumType.STRING)
    VisitCodes.@Nullable Unattended unattended;

    @Nullable
    Boolean parentContactLastWeek;

    @Enumerated(EnumType.STRING)
    VisitCodes.@Nullable PhysicalToday physicalToday;

    @Transient
    @Nullable
    String injuryArea;

    @Column(name = "injury_area")
    @Nullable
    String clearInjuryArea;

    byte @Nullable [] injuryAreaCipher;

    @Transient
    @Nullable
    String injuryCause;

    @Column(name = "injury_cause")
    @Nullable
    String clearInjuryCause;

    byte @Nullable [] injuryCauseCipher;

    @Nullable
    Boolean suspiciousInjury;

    String @Nullable [] psychSigns;

    @Enumerated(EnumType.STRING)
    VisitCodes.@Nullable SchoolAttendance schoolAttendance;

    String @Nullable [] needs;

    @Enumerated(EnumType.STRING)
    @Nullable
    RiskLevel suggestedRiskLevel;

    @Transient
    @Nullable
    String findings;

    @Column(name = "findings")
    @Nullable
    String clearFindings;

    byte @Nullable [] findingsCipher;

    /** Posts that are shown the red flags since these opened a case; null where none was opened. See {@link FlagReaders}. */
    @Formula("(select f.posts from visit_flags_shown f where f.visit_id = visit_id and f.child_id = child_id)")
    UUID @Nullable [] flagsShownTo;

    protected VisitChild() {}

    VisitChild(UUID visitId, ChildAnswers answers, AreaCode areaCode) {
        this.visitId = visitId;
        this.childId = answers.childId();
        this.areaCode = areaCode;
        answer(answers);
    }

    /** Takes over what the visitor says of this child, at first or after second thoughts. */
    final void answer(ChildAnswers answers) {
        this.met = answers.met();
        this.actualCaregiverId = answers.actualCaregiverId();
        this.careQuality = answers.careQuality();
        this.nextVisitOn = answers.nextVisitOn();
        this.unattended = answers.unattended();
        this.parentContactLastWeek = answers.parentContactLastWeek();
        this.physicalToday = answers.physicalToday();
        InjuryDetail injury = answers.injuryDetail();
        this.injuryArea = injury == null ? null : injury.area();
        this.injuryCause = injury == null ? null : injury.cause();
        this.suspiciousInjury = answers.suspiciousInjury();
        this.psychSigns = CodeColumn.of(answers.psychSigns());
        this.schoolAttendance = answers.schoolAttendance();
        this.needs = CodeColumn.of(answers.needs());
        this.suggestedRiskLevel = answers.suggestedRiskLevel();
        this.findings = answers.findings();
    }

    @Nullable
    InjuryDetail injury() {
        String area = injuryArea;
        String cause = injuryCause;
        return area == null || cause == null ? null : new InjuryDetail(area, cause);
    }

    /** The same answers in an object that nobody stores. */
    VisitChild copy() {
        VisitChild copy = new VisitChild();
        copy.visitId = visitId;
        copy.childId = childId;
        copy.areaCode = areaCode;
        copy.met = met;
        copy.actualCaregiverId = actualCaregiverId;
        copy.careQuality = careQuality;
        copy.nextVisitOn = nextVisitOn;
        copy.unattended = unattended;
        copy.parentContactLastWeek = parentContactLastWeek;
        copy.physicalToday = physicalToday;
        copy.injuryArea = injuryArea;
        copy.injuryCause = injuryCause;
        copy.suspiciousInjury = suspiciousInjury;
        copy.psychSigns = psychSigns;
        copy.schoolAttendance = schoolAttendance;
        copy.needs = needs;
        copy.suggestedRiskLevel = suggestedRiskLevel;
        copy.findings = findings;
        return copy;
    }

    /** Whether the red flags are kept from this caller: they are a case, and it is not open to the caller. */
    boolean hidesFlagsFrom(Caller caller) {
        UUID[] shownTo = flagsShownTo;
        return shownTo != null
                && Stream.of(shownTo).noneMatch(caller::holds)
                && !caller.may(Right.INCIDENT_LEAD, areaCode);
    }

    /** Whether the red flags are a case that is open to this caller. */
    boolean opensFlagsTo(Caller caller) {
        return flagsShownTo != null && !hidesFlagsFrom(caller);
    }

    /** Where the right holds, or to whom the child's file was opened. */
    boolean isShownTo(Caller caller, Right right) {
        return caller.may(right, areaCode) || caller.granted(childId).isPresent();
    }

    /** Key of one child's answers. */
    record Key(UUID visitId, UUID childId) implements Serializable {}
}
