package org.shouwang.protection.referral;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a receiver has to answer, and from then on to say what came of it. */
@ConfigMapping(prefix = "shouwang.referrals")
interface ReferralConfig {

    @WithDefault("P7D")
    Duration answerNormal();

    @WithDefault("PT24H")
    Duration answerUrgent();

    @WithDefault("PT2H")
    Duration answerImmediate();

    @WithDefault("P30D")
    Duration feedbackNormal();

    @WithDefault("P7D")
    Duration feedbackUrgent();

    @WithDefault("P3D")
    Duration feedbackImmediate();
}
