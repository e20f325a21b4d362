package org.shouwang.protection.referral;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How soon an answer is needed (紧急程度); {@link ReferralConfig} has the times (roles and law, 6.2). */
@Schema(name = "ReferralUrgency")
public enum Urgency {
    /** 一般: the receiver is told by day. */
    NORMAL,
    /** 紧急. */
    URGENT,
    /** 立即: the receiver is woken. */
    IMMEDIATE
}
