package org.shouwang.register.assessment;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.KnownLimits;
import org.shouwang.platform.Limit;

/** What an assessment keeps to. */
@Singleton
class AssessmentLimits implements KnownLimits {

    @Override
    public List<Limit> limits() {
        return List.of(new Limit(
                "riskModelGraceDays",
                RiskModel.GRACE_DAYS,
                "What was assessed offline by a model is taken for so many days after it was replaced"));
    }
}
