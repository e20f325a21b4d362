package org.shouwang.task.campaign;

/** The season that asks for it (roles and law, section 6.3). */
enum CampaignSeason {
    SUMMER_DROWNING,
    SUMMER_HOLIDAY,
    WINTER_HOLIDAY,
    SPRING_FESTIVAL,
    FLOOD,
    NONE
}
