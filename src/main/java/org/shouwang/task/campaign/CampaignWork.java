package org.shouwang.task.campaign;

/** What is done for a campaign in the background. */
enum CampaignWork {
    /** Look through who matches, and make the tasks. */
    MAKE,
    /** Tell each worker once. */
    TELL,
    /** Move the last days of open tasks, since the campaign was extended. */
    MOVE,
    /** Cancel open tasks, since the campaign was closed. */
    CANCEL,
    /** Tell those above that the last day is over and something open. */
    LATE
}
