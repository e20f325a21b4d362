package org.shouwang.protection.violence;

import org.shouwang.protection.directory.ReferralType;

/** The stages of the chain (五阶段) in their order. */
enum ViolenceStage {
    /** 接警处置. */
    POLICE_RESPONSE(ReferralType.POLICE),
    /** 伤情鉴定. */
    INJURY_ASSESSMENT(ReferralType.INJURY_ASSESSMENT),
    /** 庇护服务. */
    SHELTER(ReferralType.SHELTER),
    /** 司法干预. */
    JUDICIAL(ReferralType.JUDICIAL),
    /** 心理疏导. */
    COUNSELLING(ReferralType.PSYCH);

    /** What an agency is asked for. */
    final ReferralType asks;

    ViolenceStage(ReferralType asks) {
        this.asks = asks;
    }
}
