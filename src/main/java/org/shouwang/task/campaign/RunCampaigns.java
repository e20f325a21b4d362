package org.shouwang.task.campaign;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.background.Batches;
import org.shouwang.policy.FollowUpPolicies;

/**
 * Does what is due for campaigns, a page of one transaction at a time. A killed node loses its open page, which the next run of any
 * node takes again.
 */
@Singleton
class RunCampaigns implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(RunCampaigns.class);

    private static final Duration POSTPONED = Duration.ofMinutes(1);

    private final WorkRows work;
    private final CampaignRows campaigns;
    private final MakeTasks make;
    private final TellWorkers tell;
    private final FollowCampaign follow;
    private final FollowUpPolicies policies;
    private final Pool pool;
    private final Clock clock;

    RunCampaigns(
            WorkRows work,
            CampaignRows campaigns,
            MakeTasks make,
            TellWorkers tell,
            FollowCampaign follow,
            FollowUpPolicies policies,
            Pool pool,
            Clock clock) {
        this.work = work;
        this.campaigns = campaigns;
        this.make = make;
        this.tell = tell;
        this.follow = follow;
        this.policies = policies;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "run-campaigns";
    }

    /** After what the rules ask for by themselves, before who is told of what is late. */
    @Override
    public int order() {
        return 8;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    /** Answers how many pages were done. Ends when none is due, or when other nodes hold all that are. */
    @Override
    public Uni<Integer> runOnce() {
        return policies.refresh().chain(() -> Batches.untilNone(this::page));
    }

    /** The next page that is due; one that another node has taken meanwhile is left to it. */
    Uni<Integer> page() {
        Instant now = clock.instant();
        return work.due(now).chain(due -> due.map(one -> page(one, now).replaceWith(1))
                .orElseGet(() -> Uni.createFrom().item(0)));
    }

    private Uni<Void> page(DueWork due, Instant now) {
        return campaigns
                .find(pool, due.campaignId())
                .map(Optional::orElseThrow)
                .chain(campaign -> switch (due.work()) {
                    case MAKE -> make.page(campaign, due, now);
                    case TELL -> tell.page(campaign, due, now);
                    case MOVE -> follow.move(campaign, due);
                    case CANCEL -> follow.cancel(campaign, due);
                    case LATE -> tell.late(campaign, due, now);
                })
                .onFailure()
                .recoverWithUni(cause -> putOff(due, now, cause));
    }

    private Uni<Void> putOff(DueWork due, Instant now, Throwable cause) {
        LOG.errorf(
                "%s of campaign %s failed (%s): it waits for a minute",
                due.work(), due.campaignId(), FailureKind.of(cause));
        return work.postpone(due, now.plus(POSTPONED));
    }
}
