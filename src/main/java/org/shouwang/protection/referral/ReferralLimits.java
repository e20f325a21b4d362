package org.shouwang.protection.referral;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.KnownLimits;
import org.shouwang.platform.Limit;

/** What a referral keeps to. */
@Singleton
class ReferralLimits implements KnownLimits {

    private final Deadlines deadlines;

    ReferralLimits(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public List<Limit> limits() {
        return List.of(
                new Limit("referralSummaryCharacters", ReferralRules.SUMMARY, "Characters of `summary`"),
                answer("Normal", Urgency.NORMAL),
                answer("Urgent", Urgency.URGENT),
                answer("Immediate", Urgency.IMMEDIATE));
    }

    private Limit answer(String name, Urgency urgency) {
        return Limit.seconds(
                "referralAnswer" + name,
                deadlines.answer(urgency),
                "After a referral of urgency " + urgency + " was sent: until then its receiver answers");
    }
}
