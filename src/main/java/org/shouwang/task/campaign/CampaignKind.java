package org.shouwang.task.campaign;

/** What a campaign is for (专项类别). */
enum CampaignKind {
    /** 摸底排查. */
    CENSUS("专项摸底任务"),
    SEASONAL("季节专项任务"),
    /** 关爱行动, such as 把爱带回家. */
    CARE("关爱行动任务"),
    PUBLICITY("宣传专项任务"),
    OTHER("专项行动任务");

    private final String title;

    CampaignKind(String title) {
        this.title = title;
    }

    /** A title for its tasks that names nobody. */
    String title() {
        return title;
    }
}
