package org.shouwang.visit;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.feed.CodeLists;

/** The codes of visits. */
@Singleton
class VisitCodeLists implements CodeLists {

    @Override
    public List<Class<? extends Enum<?>>> lists() {
        return List.of(
                VisitMethod.class,
                VisitOutcome.class,
                VisitCodes.Purpose.class,
                VisitCodes.VerifyStatus.class,
                VisitCodes.LivingEnv.class,
                VisitCodes.Hazard.class,
                VisitCodes.SafetyTopic.class,
                VisitCodes.ActionTaken.class,
                VisitCodes.CareQuality.class,
                VisitCodes.Unattended.class,
                VisitCodes.PhysicalToday.class,
                VisitCodes.PsychSign.class,
                VisitCodes.SchoolAttendance.class,
                VisitCodes.Need.class);
    }
}
