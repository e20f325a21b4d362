package org.shouwang.task.campaign;

import org.shouwang.task.SubjectType;

/** What each task is about. */
enum CampaignSubject {
    CHILD,
    /** One task for all matching children of a household: one visit meets them all. */
    HOUSEHOLD;

    SubjectType type() {
        return this == CHILD ? SubjectType.CHILD : SubjectType.HOUSEHOLD;
    }
}
