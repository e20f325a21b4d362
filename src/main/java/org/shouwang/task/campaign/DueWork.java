package org.shouwang.task.campaign;

import java.time.Instant;
import java.util.UUID;

/**
 * Work of which the next page is due.
 *
 * @param afterArea with {@code afterId} where the last page ended
 */
record DueWork(UUID campaignId, CampaignWork work, Instant dueAt, long afterArea, UUID afterId) {

    /** The page that begins after this child. */
    DueWork after(Candidate one) {
        return new DueWork(campaignId, work, dueAt, one.area().value(), one.childId());
    }
}
