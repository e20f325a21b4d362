package org.shouwang.task.campaign;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.staff.Posts;
import org.shouwang.task.CampaignTasks;
import org.shouwang.task.CampaignTasks.Wish;
import org.shouwang.task.Carers;
import org.shouwang.task.SubjectType;
import org.shouwang.task.TaskType;
import org.shouwang.visit.HomeVisits;
import org.shouwang.visit.RecordedVisit;

/** Makes the tasks of a campaign, a page of children at a time; each morning again, for those who came since. */
@Singleton
class MakeTasks {

    private static final int PAGE = 100;

    private final CandidateRows candidates;
    private final WorkRows work;
    private final CampaignTasks tasks;
    private final HomeVisits visits;
    private final Posts posts;

    MakeTasks(CandidateRows candidates, WorkRows work, CampaignTasks tasks, HomeVisits visits, Posts posts) {
        this.candidates = candidates;
        this.work = work;
        this.tasks = tasks;
        this.visits = visits;
        this.posts = posts;
    }

    /** Who works where is read before the transaction takes its connection; a post that ends meanwhile fails it. */
    Uni<Void> page(StoredCampaign campaign, DueWork due, Instant now) {
        LocalDate today = LocalDays.of(now);
        return candidates.page(due, today, PAGE).chain(page -> carers(page).chain(carers -> {
            Asking asking = Asking.of(page, carers);
            return Panache.withTransaction(() -> work.claim(due)
                    .chain(mine -> mine
                            ? make(campaign, asking.missing(), carers, now)
                                    .chain(() -> tasks.give(asking.given()))
                                    .chain(() -> next(campaign, due, page, now))
                            : Uni.createFrom().voidItem()));
        }));
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
    private Uni<Void> next(StoredCampaign campaign, DueWork due, List<Candidate> page, Instant now) {
        if (page.size() == PAGE) {
            Candidate last = page.get(PAGE - 1);
            return work.goOn(due, last.area().value(), last.childId());
        }
        Instant again = campaign.days().looksAgain(now);
        return candidates
                .made(campaign.id(), now.atOffset(ZoneOffset.UTC))
                .chain(() -> work.begin(
                        campaign.id(), CampaignWork.TELL, campaign.days().tells(now)))
                .chain(() -> again == null ? work.end(due) : work.begin(campaign.id(), CampaignWork.MAKE, again));
    }
}
