package org.shouwang.protection.directory;

/** Whether an entry of the directory can be asked for help. */
enum ResourceStatus {
    ACTIVE,
    /** For a while nobody is there. */
    SUSPENDED,
    /** For good. */
    CLOSED
}
