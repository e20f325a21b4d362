package org.shouwang.platform;

/** What a post may allow within its area. Which role has which right is data: {@code access.csv}. */
public enum Right {
    AREA_WRITE,
    ORGANISATION_READ,
    ORGANISATION_WRITE,
    WORKER_READ,
    WORKER_WRITE,
    HANDOVER_WRITE,
    HOUSEHOLD_READ,
    HOUSEHOLD_WRITE,
    CHILD_READ,
    CHILD_FULL_LOOK,
    CHILD_WRITE,
    VISIT_READ,
    VISIT_WRITE,
    TASK_READ,
    TASK_ASSIGN,
    TASK_WORK,
    HOME_READ,
    HOME_WRITE,
    ACTIVITY_READ,
    ACTIVITY_WRITE,
    BREAK_GLASS,
    ACCESS_REVIEW,
    SYNC
}
