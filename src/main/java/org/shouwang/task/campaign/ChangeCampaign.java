package org.shouwang.task.campaign;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Races;
import org.shouwang.task.campaign.ActRows.Done;

/** Extends or closes a campaign; repeating it changes nothing. Its open tasks follow afterwards, a page at a time. */
@Singleton
class ChangeCampaign {

    private final CampaignPlaces places;
    private final CampaignRows rows;
    private final ActRows acts;
    private final WorkRows work;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    ChangeCampaign(
            CampaignPlaces places,
            CampaignRows rows,
            ActRows acts,
            WorkRows work,
            TrailRows trail,
            Pool pool,
            Clock clock) {
        this.places = places;
        this.rows = rows;
        this.acts = acts;
        this.work = work;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Result<CampaignView>> change(UUID id, CampaignAct act, Caller caller) {
        return caller.with(Right.CAMPAIGN_WRITE)
                .then(able -> rows.visible(pool, id, able.where(Right.CAMPAIGN_READ)))
                .chain(found -> found.then(seen -> acting(seen, caller)))
                .chain(post -> post.then(acting -> Races.again(
                        () -> pool.withTransaction(transaction -> changed(transaction, id, act, caller, acting)))))
                .map(done -> done.map(campaign -> CampaignView.of(campaign, null, LocalDays.today(clock))));
    }

    /** One post that has all its areas still, of an office that may change it. */
    private Uni<Result<Post>> acting(StoredCampaign campaign, Caller caller) {
        return places.today(campaign.facts().areaScope()).map(today -> {
            List<AreaCode> codes = campaign.facts().areaScope().stream()
                    .map(code -> today.containsKey(code) ? today.get(code).code() : code)
                    .toList();
            return caller.acting(Right.CAMPAIGN_WRITE, codes)
                    .flatMap(post -> CampaignRules.mayChange(post.role(), campaign.organiserRole())
                            ? Result.ok(post)
                            : Result.refused(Problem.ROLE_FORBIDDEN));
        });
    }

    private Uni<Result<StoredCampaign>> changed(
            SqlClient transaction, UUID id, CampaignAct act, Caller caller, Post acting) {
        return work.hold(transaction, id)
                .chain(() -> rows.locked(transaction, id))
                .map(Optional::orElseThrow)
                .chain(campaign -> acts.find(transaction, act.id())
                        .map(before -> decide(campaign, act, before, caller))
                        .chain(decided -> decided.thenDo(isNew -> isNew
                                ? write(transaction, campaign, act, caller, acting)
                                : Uni.createFrom().item(campaign))));
    }

    /** Whether there is something to do. */
    private Result<Boolean> decide(StoredCampaign campaign, CampaignAct act, Optional<Done> before, Caller caller) {
        if (before.isPresent()) {
            return before.get().repeats(act, campaign.id(), caller.workerId())
                    ? Result.ok(false)
                    : Result.refused(Problem.ID_REUSED);
        }
        if (campaign.isClosed()) {
            return Result.refused(Problem.STATE_CONFLICT);
        }
        return act instanceof CampaignAct.Extend extend
                ? Result.unless(
                        CampaignRules.ofExtension(campaign.days(), extend.endOn(), LocalDays.today(clock)), true)
                : Result.ok(true);
    }

    private Uni<StoredCampaign> write(
            SqlClient transaction, StoredCampaign campaign, CampaignAct act, Caller caller, Post acting) {
        String action = "campaign." + act.kind().name().toLowerCase(Locale.ROOT);
        Subject subject = new Subject(
                RecordCampaign.SUBJECT,
                campaign.id(),
                campaign.facts().areaScope().get(0));
        return acts.write(transaction, campaign.id(), act, caller, acting)
                .chain(() -> trail.changed(transaction, caller.workerId(), acting, action, List.of(subject)))
                .chain(() -> rows.find(transaction, campaign.id()))
                .map(Optional::orElseThrow)
                .call(now -> follow(transaction, now, act));
    }

    private Uni<Void> follow(SqlClient transaction, StoredCampaign campaign, CampaignAct act) {
        UUID id = campaign.id();
        Instant now = clock.instant();
        if (act.kind() == CampaignAct.Kind.CLOSE) {
            return work.endAll(transaction, id).chain(() -> work.begin(transaction, id, CampaignWork.CANCEL, now));
        }
        CampaignDays days = campaign.days();
        return work.begin(transaction, id, CampaignWork.MOVE, now)
                .chain(() -> work.begin(transaction, id, CampaignWork.MAKE, days.makes(now)))
                .chain(() -> work.begin(transaction, id, CampaignWork.LATE, days.late()));
    }
}
