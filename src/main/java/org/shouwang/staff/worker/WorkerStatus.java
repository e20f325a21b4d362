package org.shouwang.staff.worker;

/** Whether somebody may sign in at all. */
enum WorkerStatus {
    ACTIVE,
    INACTIVE
}
