package org.shouwang.protection.referral;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which of the caller's referrals. */
@Schema(name = "ReferralBox")
enum Box {
    /** Those of the caller's posts. */
    SENT,
    /** Those that the caller's organisations are asked, what is due first first. */
    RECEIVED
}
