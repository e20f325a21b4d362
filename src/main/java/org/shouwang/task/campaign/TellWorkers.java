package org.shouwang.task.campaign;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToIntBiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.staff.Posts;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.task.CampaignCounts;
import org.shouwang.task.CampaignCounts.AtArea;
import org.shouwang.task.CampaignCounts.ToDo;
import org.shouwang.task.Carers;

/** Tells of a campaign: each worker who has something to do, those above of what nobody holds, and of what is open at the end. */
@Singleton
class TellWorkers {

    private static final int PAGE = 100;

    private final CampaignCounts counts;
    private final WorkRows work;
    private final Posts posts;
    private final Notifications notifications;

    TellWorkers(CampaignCounts counts, WorkRows work, Posts posts, Notifications notifications) {
        this.counts = counts;
        this.work = work;
        this.posts = posts;
        this.notifications = notifications;
    }

    /** The next posts that hold open tasks; with the last page, of what nobody holds. */
    Uni<Void> page(StoredCampaign campaign, DueWork due, Instant now) {
        return counts.holders(campaign.id(), due.afterId(), PAGE).chain(page -> {
            boolean last = page.size() < PAGE;
            return begun(campaign, page)
                    .chain(notices -> last
                            ? unassigned(campaign, due, now).map(more -> Stream.concat(notices.stream(), more.stream())
                                    .toList())
                            : Uni.createFrom().item(notices))
                    .chain(notices -> tell(
                            due,
                            notices,
                            () -> last
                                    ? work.end(due)
                                    : work.goOn(due, 0, page.get(PAGE - 1).holder())));
        });
    }

    private Uni<List<Notice>> begun(StoredCampaign campaign, List<ToDo> page) {
        return posts.inForce(page.stream().map(ToDo::holder).toList()).map(held -> page.stream()
                .flatMap(todo -> Stream.ofNullable(held.get(todo.holder()))
                        .map(holder -> CampaignNotices.begun(campaign.id(), todo, holder)))
                .toList());
    }

    /** Where something new was left since the day began of which is told, or since ever on the first. */
    private Uni<List<Notice>> unassigned(StoredCampaign campaign, DueWork due, Instant now) {
        LocalDate day = LocalDays.of(due.dueAt());
        Instant since = day.isAfter(campaign.facts().startOn()) ? LocalDays.at(day, LocalTime.MIDNIGHT) : Instant.EPOCH;
        return counts.leftSince(campaign.id(), since)
                .chain(left -> above(campaign, now, (area, tasks) -> left.contains(area) ? tasks.unassigned() : 0))
                .map(found -> found.entrySet().stream()
                        .map(one -> CampaignNotices.unassigned(campaign.id(), day, one.getKey(), one.getValue()))
                        .toList());
    }

    /** Those above, and whose post began the campaign, once each. */
    Uni<Void> late(StoredCampaign campaign, DueWork due, Instant now) {
        return above(campaign, now, (area, tasks) -> tasks.open())
                .chain(above -> posts.inForce(List.of(campaign.organiser())).map(organiser -> {
                    int all = above.values().stream().mapToInt(tasks -> tasks).sum();
                    Map<Holder, Integer> told = new LinkedHashMap<>(above);
                    organiser.values().stream().filter(one -> all > 0).forEach(one -> told.put(one, all));
                    return told.entrySet().stream()
                            .map(one -> CampaignNotices.late(
                                    campaign.id(), campaign.facts().endOn(), one.getKey(), one.getValue()))
                            .toList();
                }))
                .chain(notices -> tell(due, notices, () -> work.end(due)));
    }

    /** Who coordinates where, or else the county, each with how many tasks of this kind there are. */
    private Uni<Map<Holder, Integer>> above(
            StoredCampaign campaign, Instant now, ToIntBiFunction<AreaCode, AtArea> number) {
        return counts.byArea(campaign.id(), LocalDays.of(now)).chain(all -> {
            Map<AreaCode, Integer> some = all.entrySet().stream()
                    .filter(area -> number.applyAsInt(area.getKey(), area.getValue()) > 0)
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, area -> number.applyAsInt(area.getKey(), area.getValue())));
            return posts.at(some.keySet(), Carers.ROLES).map(there -> {
                Carers carers = new Carers(there, Map.of());
                Map<UUID, Holder> people = new LinkedHashMap<>();
                Map<UUID, Integer> sums = new LinkedHashMap<>();
                some.forEach((area, tasks) -> carers.above(area).forEach(holder -> {
                    people.put(holder.post().appointmentId(), holder);
                    sums.merge(holder.post().appointmentId(), tasks, Integer::sum);
                }));
                return sums.entrySet().stream()
                        .collect(Collectors.toMap(
                                one -> Objects.requireNonNull(people.get(one.getKey())), Map.Entry::getValue));
            });
        });
    }

    private Uni<Void> tell(DueWork due, List<Notice> notices, Supplier<Uni<Void>> next) {
        return Panache.withTransaction(() -> work.claim(due)
                .chain(mine -> mine
                        ? notifications.tell(notices).chain(() -> next.get())
                        : Uni.createFrom().voidItem()));
    }
}
