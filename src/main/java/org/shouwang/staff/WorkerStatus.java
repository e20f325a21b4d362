package org.shouwang.staff;

/** Whether somebody may sign in at all. */
enum WorkerStatus {
    ACTIVE,
    INACTIVE
}
