package org.shouwang.task.campaign;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.background.Batches;
import org.shouwang.staff.Posts;
import org.shouwang.staff.PostsInOffice;
import org.shouwang.task.CampaignTasks;
import org.shouwang.task.CampaignTasks.Cancelling;
import org.shouwang.task.CampaignTasks.Wish;
import org.shouwang.task.Carers;
import org.shouwang.task.SubjectType;
import org.shouwang.task.TaskType;
import org.shouwang.visit.HomeVisits;
import org.shouwang.visit.RecordedVisit;

/** Makes the tasks of a campaign, a page of children at a time; each morning again, for those who came since. */
@Singleton
class MakeTasks {

    private static final Logger LOG = Logger.getLogger(MakeTasks.class);

    private static final int PAGE = 100;

    /** Why the task of a household ends of which no child has an open file. */
    private static final String DESERTED = "该户已无在册儿童";

    private final CandidateRows candidates;
    private final WorkRows work;
    private final CampaignTasks tasks;
    private final HomeVisits visits;
    private final Posts posts;
    private final PostsInOffice inOffice;

    MakeTasks(
            CandidateRows candidates,
            WorkRows work,
            CampaignTasks tasks,
            HomeVisits visits,
            Posts posts,
            PostsInOffice inOffice) {
        this.candidates = candidates;
        this.work = work;
        this.tasks = tasks;
        this.visits = visits;
        this.posts = posts;
        this.inOffice = inOffice;
    }

    /** What is done in one transaction, and whether nobody comes after. */
    private record Step(DueWork due, List<Candidate> page, boolean last) {}

    /** Where a page fails, it is done child by child: who fails alone is passed over until the next morning. */
    Uni<Void> page(StoredCampaign campaign, DueWork due, Instant now) {
        return candidates.page(due, LocalDays.of(now), PAGE).chain(page -> carers(page)
                .chain(carers -> step(campaign, new Step(due, page, page.size() < PAGE), carers, now)
                        .onFailure(cause -> !page.isEmpty())
                        .recoverWithUni(() -> Batches.oneByOne(
                                        singly(due, page),
                                        one -> step(campaign, one, carers, now).replaceWith(1),
                                        (one, cause) -> passOver(campaign, one, now, cause))
                                .replaceWithVoid())));
    }

    private static List<Step> singly(DueWork due, List<Candidate> page) {
        List<Step> steps = new ArrayList<>();
        DueWork next = due;
        for (int i = 0; i < page.size(); i++) {
            Candidate one = page.get(i);
            steps.add(new Step(next, List.of(one), i == page.size() - 1 && page.size() < PAGE));
            next = next.after(one);
        }
        return steps;
    }

    /**
     * Who works where is read before the transaction takes its connection. Posts are held first, before files and tasks, as whoever
     * ends one holds them; one that has ended since gets nothing.
     */
    private Uni<Void> step(StoredCampaign campaign, Step step, Carers carers, Instant now) {
        return Panache.withTransaction(() -> inOffice.kept(carers.posts())
                .map(kept -> carers.keeping(kept.keySet()))
                .chain(still -> work.claim(step.due()).chain(mine -> {
                    if (!mine) {
                        return Uni.createFrom().voidItem();
                    }
                    Asking asking = Asking.of(step.page(), still);
                    return make(campaign, asking.missing(), still, now)
                            .chain(() -> tasks.give(asking.given()))
                            .chain(() -> next(campaign, step, now));
                })));
    }

    private Uni<Void> passOver(StoredCampaign campaign, Step step, Instant now, Throwable cause) {
        LOG.errorf(
                "A task of campaign %s cannot be made (%s): it is tried again the next morning",
                campaign.id(), FailureKind.of(cause));
        return Panache.withTransaction(() -> work.claim(step.due())
                .chain(mine ->
                        mine ? next(campaign, step, now) : Uni.createFrom().voidItem()));
    }

    private Uni<Carers> carers(List<Candidate> page) {
        Set<AreaCode> places = page.stream()
                .filter(one -> one.taskId() == null || one.waits())
                .map(Candidate::area)
                .collect(Collectors.toSet());
        Set<UUID> responsible = page.stream()
                .flatMap(one -> Stream.ofNullable(one.responsible()))
                .collect(Collectors.toSet());
        return posts.at(places, Carers.ROLES)
                .chain(there -> posts.inForce(responsible).map(held -> new Carers(there, held)));
    }

    private Uni<Void> make(StoredCampaign campaign, List<Candidate> missing, Carers carers, Instant now) {
        if (missing.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return candidates.hold(missing).chain(held -> {
            List<Candidate> there =
                    missing.stream().filter(one -> held.contains(one.childId())).toList();
            return met(campaign, there)
                    .chain(met -> tasks.make(
                            campaign.order(),
                            there.stream()
                                    .map(one -> wish(campaign, one, carers, now))
                                    .toList(),
                            met));
        });
    }

    private static Wish wish(StoredCampaign campaign, Candidate one, Carers carers, Instant now) {
        return new Wish(
                one.subjectType(),
                one.subjectId(),
                one.area(),
                carers.of(one.responsible(), one.area())
                        .map(holder -> holder.post().appointmentId())
                        .orElse(null),
                campaign.days().dueOn(LocalDays.of(now)));
    }

    /** The visits since the first day that may have met what is asked for. */
    private Uni<List<RecordedVisit>> met(StoredCampaign campaign, Collection<Candidate> there) {
        if (campaign.facts().taskTemplate().type() != TaskType.VISIT) {
            return Uni.createFrom().item(List.of());
        }
        List<UUID> children = there.stream().map(Candidate::childId).toList();
        List<UUID> households = there.stream()
                .filter(one -> one.subjectType() == SubjectType.HOUSEHOLD)
                .map(Candidate::subjectId)
                .toList();
        Instant begin = LocalDays.at(campaign.facts().startOn(), LocalTime.MIDNIGHT);
        return candidates
                .holdHouseholds(households)
                .chain(siblings -> visits.since(
                        begin,
                        Stream.concat(children.stream(), siblings.stream()).collect(Collectors.toSet())));
    }

    /** After the last page workers are told, and all are looked through again the next morning. */
    private Uni<Void> next(StoredCampaign campaign, Step step, Instant now) {
        DueWork due = step.due();
        if (!step.last()) {
            Candidate last = step.page().get(step.page().size() - 1);
            return work.goOn(due, last.area().value(), last.childId());
        }
        Instant again = campaign.days().looksAgain(now);
        return candidates
                .deserted(campaign.id(), PAGE)
                .chain(deserted -> tasks.cancel(deserted, new Cancelling(DESERTED, campaign.createdBy())))
                .chain(() -> candidates.made(campaign.id(), now.atOffset(ZoneOffset.UTC)))
                .chain(() -> work.begin(
                        campaign.id(), CampaignWork.TELL, campaign.days().tells(now)))
                .chain(() -> again == null ? work.end(due) : work.begin(campaign.id(), CampaignWork.MAKE, again));
    }
}
