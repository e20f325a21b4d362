package org.shouwang.protection.referral;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the person wants (当事人意愿). */
@Schema(name = "ReferralConsent")
public enum ConsentStatus {
    AGREED,
    /** A guardian agreed for a child, as under 14 years it must be (个人信息保护法 art. 31). */
    GUARDIAN_AGREED,
    /** Nobody was asked, since the law obliges to it. */
    NOT_NEEDED_LEGAL_DUTY,
    /** Refused, and the law obliges to it all the same. */
    REFUSED;

    /** Whether it goes without consent, for which a ground is named. */
    boolean needsGround() {
        return this == NOT_NEEDED_LEGAL_DUTY || this == REFUSED;
    }
}
