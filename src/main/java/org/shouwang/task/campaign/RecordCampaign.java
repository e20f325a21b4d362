package org.shouwang.task.campaign;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.policy.RestrictedCodes;
import org.shouwang.register.child.Children;

/** Begins a campaign once; repeating it answers the campaign as it is now. Its tasks are made afterwards. */
@Singleton
class RecordCampaign {

    static final String SUBJECT = "CAMPAIGN";

    private final CampaignPlaces places;
    private final CampaignRows rows;
    private final WorkRows work;
    private final Children children;
    private final RestrictedCodes restricted;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    RecordCampaign(
            CampaignPlaces places,
            CampaignRows rows,
            WorkRows work,
            Children children,
            RestrictedCodes restricted,
            TrailRows trail,
            Pool pool,
            Clock clock) {
        this.places = places;
        this.rows = rows;
        this.work = work;
        this.children = children;
        this.restricted = restricted;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    /** Under which post it is begun, and where it holds then. */
    private record Begun(Post post, AreaRanges ranges) {}

    Uni<Result<Stored<CampaignView>>> record(UUID id, CampaignForm form, Caller caller) {
        return caller.with(Right.CAMPAIGN_WRITE)
                .then(able -> Races.again(() -> rows.find(pool, id)
                        .chain(found -> found.isPresent()
                                ? repeat(found.get(), form, caller)
                                : begun(form, caller).chain(begun -> begun.then(one -> make(id, form, one, caller))))));
    }

    private Uni<Result<Stored<CampaignView>>> repeat(StoredCampaign found, CampaignForm form, Caller caller) {
        return rows.visible(pool, found.id(), caller.where(Right.CAMPAIGN_READ)).map(seen -> Known.decide(
                        seen instanceof Result.Ok<StoredCampaign>,
                        RequestHash.of(form).matches(found.requestHash().getBytes()),
                        caller.workerId().equals(found.createdBy()))
                .map(known -> new Stored<>(
                        found.id(), found.version(), false, known == Known.REPEATED ? view(found) : null)));
    }

    /** An area that does not exist, or of which the post runs nothing, is refused as one that is not the caller's. */
    private Uni<Result<Begun>> begun(CampaignForm form, Caller caller) {
        Set<AreaCode> named = new HashSet<>(form.areaScope());
        return places.today(named).chain(today -> {
            if (today.size() < named.size()) {
                return Uni.createFrom().item(Result.refused(Problem.NOT_FOUND));
            }
            List<AreaCode> codes =
                    today.values().stream().map(Areas.Place::code).toList();
            return caller.acting(Right.CAMPAIGN_WRITE, codes).then(post -> places.ranges(today.values(), post)
                    .map(ranges ->
                            ranges.isEmpty() ? Result.refused(Problem.NOT_FOUND) : Result.ok(new Begun(post, ranges))));
        });
    }

    private Uni<Result<Stored<CampaignView>>> make(UUID id, CampaignForm form, Begun begun, Caller caller) {
        return violations(id, form, begun, caller)
                .map(found -> Result.unless(found, begun))
                .chain(valid -> valid.thenDo(
                        one -> pool.withTransaction(transaction -> insert(transaction, id, form, one, caller))));
    }

    private Uni<List<Violation>> violations(UUID id, CampaignForm form, Begun begun, Caller caller) {
        List<Violation> found =
                new ArrayList<>(CampaignRules.ofForm(form, LocalDays.today(clock), restricted.categories()));
        return organisation(form).chain(missing -> {
            found.addAll(missing);
            return found.isEmpty()
                    ? names(id, form, begun, caller)
                    : Uni.createFrom().item(found);
        });
    }

    /**
     * Asked last and noted, and only of posts that may read the children: the answer says whether a child of that name is there. What
     * others write is on no task.
     */
    private Uni<List<Violation>> names(UUID id, CampaignForm form, Begun begun, Caller caller) {
        if (!CampaignRules.readsNames(begun.post())) {
            return Uni.createFrom().item(List.of());
        }
        String text = form.name() + "\n" + form.taskTemplate().title();
        return children.anyNameWithin(begun.ranges(), text)
                .chain(named -> named
                        ? pool.withTransaction(transaction -> trail.changed(
                                        transaction,
                                        caller.workerId(),
                                        begun.post(),
                                        "campaign.names-child",
                                        List.of(new Subject(
                                                SUBJECT, id, form.areaScope().get(0)))))
                                .replaceWith(List.of(Violation.of("taskTemplate.title", "title-names-a-child")))
                        : Uni.createFrom().item(List.of()));
    }

    private Uni<List<Violation>> organisation(CampaignForm form) {
        UUID id = form.organisationId();
        return id == null
                ? Uni.createFrom().item(List.of())
                : rows.isOrganisation(pool, id)
                        .map(found ->
                                found ? List.of() : List.of(Violation.of("organisationId", "campaign-organisation")));
    }

    private Uni<Stored<CampaignView>> insert(
            SqlClient transaction, UUID id, CampaignForm form, Begun begun, Caller caller) {
        CampaignDays days = new CampaignDays(
                form.startOn(), form.endOn(), form.taskTemplate().days());
        return rows.insert(transaction, id, form, begun.ranges(), caller, begun.post())
                .chain(() -> work.begin(transaction, id, CampaignWork.MAKE, days.makes(clock.instant())))
                .chain(() -> work.begin(transaction, id, CampaignWork.LATE, days.late()))
                .chain(() -> trail.changed(
                        transaction,
                        caller.workerId(),
                        begun.post(),
                        "campaign.record",
                        List.of(new Subject(SUBJECT, id, form.areaScope().get(0)))))
                .chain(() -> rows.find(transaction, id))
                .map(Optional::orElseThrow)
                .map(stored -> new Stored<>(id, stored.version(), true, view(stored)));
    }

    private CampaignView view(StoredCampaign campaign) {
        return CampaignView.of(campaign, null, LocalDays.today(clock));
    }
}
