package org.shouwang.task.campaign;

/** Where a campaign stands on a day (专项状态). Only that it was closed is stored. */
enum CampaignStatus {
    /** Its first day is to come; its tasks are on phones some days before. */
    PLANNED,
    RUNNING,
    /** Its last day is over; what is open stays open until somebody extends or closes it. */
    ENDED,
    CLOSED
}
