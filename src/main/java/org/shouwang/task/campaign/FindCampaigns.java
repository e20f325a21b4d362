package org.shouwang.task.campaign;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.problem.Result;
import org.shouwang.staff.RunAreas;
import org.shouwang.task.CampaignCounts;
import org.shouwang.task.CampaignCounts.AtArea;
import org.shouwang.task.CampaignCounts.Totals;

/** Shows campaigns to whoever works where they hold. */
@Singleton
class FindCampaigns {

    private final CampaignRows rows;
    private final CampaignCounts counts;
    private final RunAreas run;
    private final Pool pool;
    private final Clock clock;

    FindCampaigns(CampaignRows rows, CampaignCounts counts, RunAreas run, Pool pool, Clock clock) {
        this.rows = rows;
        this.counts = counts;
        this.run = run;
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Result<CampaignView>> one(UUID id, Caller caller) {
        return caller.with(Right.CAMPAIGN_READ)
                .then(able -> rows.visible(pool, id, able.where(Right.CAMPAIGN_READ)))
                .chain(found -> found.thenDo(campaign -> totals(id, caller)
                        .map(totals -> CampaignView.of(campaign, totals.orElse(null), LocalDays.today(clock)))));
    }

    /** Empty where they would show the figures of a single village to whoever reaches none. */
    private Uni<Optional<Totals>> totals(UUID id, Caller caller) {
        LocalDate today = LocalDays.today(clock);
        return counts.byArea(id, today).chain(all -> {
            ProgressParts parts = new ProgressParts(all, code -> caller.sees(Right.CAMPAIGN_READ, FieldClass.P, code));
            return rows.ranges(pool, id)
                    .chain(ranges -> run.townshipsAndVillages(ranges, today))
                    .map(areas -> parts.hides(areas) ? Optional.empty() : Optional.of(parts.totals()));
        });
    }

    Uni<Result<Page<CampaignView>>> list(CampaignQuery query, Caller caller) {
        return caller.with(Right.CAMPAIGN_LIST)
                .thenDo(able -> rows.list(pool, able.where(Right.CAMPAIGN_LIST), query.wanted(), LocalDays.today(clock))
                        .map(found -> found.stream()
                                .map(campaign -> CampaignView.of(campaign, null, LocalDays.today(clock)))
                                .toList())
                        .map(views -> Page.of(views, query.limit(), CampaignQuery::key)));
    }

    /** How far it is, by township and village. */
    Uni<Result<CampaignProgress>> progress(UUID id, Caller caller) {
        return caller.with(Right.CAMPAIGN_LIST)
                .then(able -> rows.visible(pool, id, able.where(Right.CAMPAIGN_LIST)))
                .chain(found -> found.thenDo(campaign -> progress(campaign, caller)));
    }

    private Uni<CampaignProgress> progress(StoredCampaign campaign, Caller caller) {
        AreaRanges scope = caller.where(Right.CAMPAIGN_LIST);
        return counts.byArea(campaign.id(), LocalDays.today(clock)).chain(all -> {
            Map<AreaCode, AtArea> ours = all.entrySet().stream()
                    .filter(area -> scope.contains(area.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            ProgressParts parts = new ProgressParts(ours, code -> caller.sees(Right.CAMPAIGN_LIST, FieldClass.P, code));
            return run.townshipsAndVillages(scope, LocalDays.today(clock))
                    .map(areas -> new CampaignProgress(
                            campaign.id(),
                            clock.instant(),
                            campaign.tasksMadeAt(),
                            parts.total(areas),
                            parts.townships(areas)));
        });
    }
}
