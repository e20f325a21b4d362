package org.shouwang.task.campaign;

/** What a campaign is for (专项类别). */
enum CampaignKind {
    /** 摸底排查. */
    CENSUS,
    SEASONAL,
    /** 关爱行动, such as 把爱带回家. */
    CARE,
    PUBLICITY,
    OTHER
}
