package org.shouwang.staff.worker;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Post;

/** What a list changes: an outcome for each line, and what is to be written for them. */
record RosterPlan(List<LineOutcome> outcomes, List<NewWorker> workers, List<NewAppointment> appointments) {

    /**
     * Somebody who is not known yet.
     *
     * @param area where the first post belongs to, for the trail
     * @param by the post that appoints
     */
    record NewWorker(UUID id, RosterEntry entry, @Nullable AreaCode area, Post by) {}

    /** A post for somebody. */
    record NewAppointment(
            UUID id,
            UUID workerId,
            RosterEntry entry,
            @Nullable AreaCode area,
            Post by) {}
}
