package org.shouwang.task.campaign;

/** What an activity or a campaign is about (活动主题). */
public enum ThemeCode {
    SAFETY,
    DROWNING,
    LAW,
    PSYCH,
    READING,
    STUDY_HELP,
    /** Traditional culture (传统文化). */
    CULTURE,
    PATRIOTIC,
    HEALTH,
    /** Sex education and protection from abuse (性教育 / 防性侵). */
    SEX_EDU,
    NETWORK,
    SPORT,
    HANDCRAFT,
    FAMILY_EDU,
    PARENT_CHILD,
    FESTIVAL,
    /** Bringing gifts and care (送温暖). */
    CARE_GIFT,
    SKILL_TRAIN,
    /** Cervical and breast cancer screening (两癌). */
    TWO_CANCER,
    /** Making the two development outlines known (两规划宣传). */
    PUBLICITY,
    OTHER
}
