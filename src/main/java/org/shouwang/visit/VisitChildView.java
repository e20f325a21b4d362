package org.shouwang.visit;

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

/** What a visit says of one child. An answer that is absent was not asked, or is not for this caller. */
@Schema(name = "VisitChild")
record VisitChildView(
        UUID childId,
        boolean met,
        @Nullable UUID actualCaregiverId,
        @Nullable CareQuality careQuality,
        @Nullable LocalDate nextVisitOn,
        @Nullable Unattended unattended,
        @Nullable Boolean parentContactLastWeek,
        @Nullable PhysicalToday physicalToday,
        @Nullable InjuryDetail injuryDetail,

        @Schema(description = "Class R: only for the child's director, coordinator and county, and for the author")
        @Nullable
        Boolean suspiciousInjury,

        @Nullable List<PsychSign> psychSigns,
        @Nullable SchoolAttendance schoolAttendance,
        @Nullable List<Need> needs,
        @Nullable RiskLevel suggestedRiskLevel,
        @Nullable String findings,

        @Schema(description = "Questions of the form to which there is no answer")
        List<String> notAsked) {

    static VisitChildView of(Visit visit, VisitChild child, boolean withClassR) {
        return new VisitChildView(
                child.childId,
                child.met,
                child.actualCaregiverId,
                child.careQuality,
                child.nextVisitOn,
                child.unattended,
                child.parentContactLastWeek,
                child.physicalToday,
                child.injury(),
                withClassR ? child.suspiciousInjury : null,
                CodeColumn.read(PsychSign.class, child.psychSigns),
                child.schoolAttendance,
                CodeColumn.read(Need.class, child.needs),
                child.suggestedRiskLevel,
                child.findings,
                NotAsked.ofChild(visit, child, withClassR));
    }

    @Override
    public String toString() {
        return "***";
    }
}
