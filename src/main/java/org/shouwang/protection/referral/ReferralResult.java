package org.shouwang.protection.referral;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of it (结果; data dictionary, 13). */
@Schema(name = "ReferralResult")
enum ReferralResult {
    SOLVED,
    PARTLY,
    NOT_SOLVED,
    /** The receiver has handed it to another office. */
    TRANSFERRED_ON,
    /** The sender asks no more. */
    WITHDRAWN
}
