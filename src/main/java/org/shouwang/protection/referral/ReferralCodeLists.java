package org.shouwang.protection.referral;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.feed.CodeLists;

/** The codes of referrals; the types are the directory's. */
@Singleton
class ReferralCodeLists implements CodeLists {

    @Override
    public List<Class<? extends Enum<?>>> lists() {
        return List.of(
                ReferralStatus.class, Urgency.class, ConsentStatus.class, LegalGround.class, ReferralResult.class);
    }
}
