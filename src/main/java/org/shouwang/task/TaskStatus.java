package org.shouwang.task;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How far a task is (状态). That it is overdue is never stored. */
enum TaskStatus {
    NEW,
    ACCEPTED,
    IN_PROGRESS,
    DONE,
    CONFIRMED,
    CANCELLED;

    /** Where something is still to be done. */
    static final Set<TaskStatus> OPEN = Collections.unmodifiableSet(EnumSet.of(NEW, ACCEPTED, IN_PROGRESS));

    /** Whether something is still to be done. */
    boolean open() {
        return OPEN.contains(this);
    }
}
