package org.shouwang.task.campaign;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.shouwang.task.CampaignTasks;
import org.shouwang.task.CampaignTasks.Cancelling;

/** Lets the open tasks follow a campaign that was extended or closed, a page at a time. */
@Singleton
class FollowCampaign {

    private static final int PAGE = 100;

    private final WorkRows work;
    private final CampaignTasks tasks;

    FollowCampaign(WorkRows work, CampaignTasks tasks) {
        this.work = work;
        this.tasks = tasks;
    }

    Uni<Void> move(StoredCampaign campaign, DueWork due) {
        return Panache.withTransaction(() -> work.claim(due)
                .chain(mine -> mine
                        ? tasks.move(campaign.id(), due.afterId(), PAGE, campaign.days()::dueOn)
                                .chain(last ->
                                        last.map(id -> work.goOn(due, 0, id)).orElseGet(() -> work.end(due)))
                        : Uni.createFrom().voidItem()));
    }

    Uni<Void> cancel(StoredCampaign campaign, DueWork due) {
        String reason = Objects.requireNonNull(campaign.closeReason());
        return Panache.withTransaction(() -> work.claim(due)
                .chain(mine -> mine
                        ? tasks.cancel(
                                        campaign.id(),
                                        due.afterId(),
                                        PAGE,
                                        new Cancelling(reason, Objects.requireNonNull(campaign.closedBy())))
                                .chain(last ->
                                        last.map(id -> work.goOn(due, 0, id)).orElseGet(() -> work.end(due)))
                        : Uni.createFrom().voidItem()));
    }
}
