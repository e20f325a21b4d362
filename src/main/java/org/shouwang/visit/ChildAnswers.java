package org.shouwang.visit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.visit.VisitCodes.CareQuality;
import org.shouwang.visit.VisitCodes.Need;
import org.shouwang.visit.VisitCodes.PhysicalToday;
import org.shouwang.visit.VisitCodes.PsychSign;
import org.shouwang.visit.VisitCodes.SchoolAttendance;
import org.shouwang.visit.VisitCodes.Unattended;

/** The answers for one child: siblings differ in health, mood, schooling and risk. An answer left out was not asked. */
@Schema(name = "VisitChildForm")
record ChildAnswers(
        @NotNull UUID childId,

        @NotNull @Schema(description = "Whether this child was seen")
        Boolean met,

        @Schema(description = "The member of the household who really looks after the child") @Nullable
        UUID actualCaregiverId,

        @Nullable CareQuality careQuality,
        @Nullable LocalDate nextVisitOn,
        @Nullable Unattended unattended,
        @Nullable Boolean parentContactLastWeek,
        @Nullable PhysicalToday physicalToday,

        @Schema(description = "Needed when the child is INJURED") @Valid @Nullable
        InjuryDetail injuryDetail,

        @Schema(description = "Class R: not shown to every reader of the visit") @Nullable
        Boolean suspiciousInjury,

        @Size(max = 20) @Nullable List<@NotNull PsychSign> psychSigns,

        @Nullable SchoolAttendance schoolAttendance,

        @Size(max = 20) @Nullable List<@NotNull Need> needs,

        @Nullable RiskLevel suggestedRiskLevel,

        @Size(max = 1000) @Nullable String findings) {

    /** The answers that are stored of a child. */
    static ChildAnswers of(VisitChild child) {
        return new ChildAnswers(
                child.childId,
                child.met,
                child.actualCaregiverId,
                child.careQuality,
                child.nextVisitOn,
                child.unattended,
                child.parentContactLastWeek,
                child.physicalToday,
                child.injury(),
                child.suspiciousInjury,
                CodeColumn.read(PsychSign.class, child.psychSigns),
                child.schoolAttendance,
                CodeColumn.read(Need.class, child.needs),
                child.suggestedRiskLevel,
                child.findings);
    }

    @Override
    public String toString() {
        return "***";
    }
}
