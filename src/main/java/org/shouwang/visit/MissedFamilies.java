package org.shouwang.visit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notice.Push;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;
import org.shouwang.register.child.Children;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.staff.Posts;
import org.shouwang.staff.Posts.Holder;

/**
 * Tells the coordinator when two home visits in a row found nobody. Where that post is vacant the county hears, as on the
 * ladder of reminders. In a row is by the day of the visits, in whatever order they arrive; a third says nothing new.
 */
@Singleton
class MissedFamilies {

    private static final Set<RoleCode> ABOVE = Set.of(RoleCode.TOWNSHIP_COORDINATOR, RoleCode.COUNTY_CIVIL_AFFAIRS);

    /**
     * The children whose last home visits found nobody, this visit among them, twice or more; each with the last visit that
     * did find somebody, which names the row: whatever arrives late, it stays the same.
     */
    private static final String MISSED = """
            select cast(h.child as text) || '/' || coalesce(cast(r.id as text), 'never')
            from unnest(cast(:children as uuid[])) h(child)
            left join lateral (
                select v.id, case when v.time_uncertain then v.received_at else v.started_at end as at
                from visit_child c join visit v on v.id = c.visit_id
                where c.child_id = h.child and v.method = 'HOME' and v.outcome <> 'NO_ONE_HOME'
                order by at desc, v.id desc
                limit 1) r on true
            join visit_child c on c.child_id = h.child
            join visit v on v.id = c.visit_id and v.method = 'HOME' and v.outcome = 'NO_ONE_HOME'
                and (r.id is null
                     or (case when v.time_uncertain then v.received_at else v.started_at end, v.id) > (r.at, r.id))
            group by h.child, r.id
            having count(*) >= 2 and bool_or(v.id = :visit)
            order by h.child
            """;

    private final Posts posts;
    private final Children children;
    private final ChildTurns turns;
    private final Notifications notifications;

    MissedFamilies(Posts posts, Children children, ChildTurns turns, Notifications notifications) {
        this.posts = posts;
        this.children = children;
        this.turns = turns;
        this.notifications = notifications;
    }

    static boolean isAttempt(VisitMethod method, VisitOutcome outcome) {
        return method == VisitMethod.HOME && outcome == VisitOutcome.NO_ONE_HOME;
    }

    /** Who would be told of each child, read on the reactive pool before a session opens. */
    Uni<Map<UUID, List<Holder>>> whoHears(Collection<UUID> childIds) {
        return childIds.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : children.homes(childIds).chain(homes -> above(homes.values()).map(above -> homes.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, child -> above.getOrDefault(child.getValue(), List.of())))));
    }

    /** Asked once a village: siblings live in one. */
    private Uni<Map<AreaCode, List<Holder>>> above(Collection<AreaCode> homes) {
        Map<AreaCode, List<Holder>> above = new HashMap<>();
        Uni<Void> gathered = Uni.createFrom().voidItem();
        for (AreaCode home : Set.copyOf(homes)) {
            gathered = gathered.chain(() -> posts.at(home, ABOVE))
                    .invoke(holders -> above.put(home, lowest(holders)))
                    .replaceWithVoid();
        }
        return gathered.replaceWith(above);
    }

    private static List<Holder> lowest(List<Holder> holders) {
        List<Holder> coordinators = holders.stream()
                .filter(holder -> holder.post().role() == RoleCode.TOWNSHIP_COORDINATOR)
                .toList();
        return coordinators.isEmpty() ? holders : coordinators;
    }

    /** Tells what this visit adds up to, in its transaction; the visit is written already. */
    Uni<Void> tell(RecordedVisit visit, Map<UUID, List<Holder>> hearing) {
        if (!isAttempt(visit.method(), visit.outcome()) || visit.children().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<UUID, RiskLevel> levels = new HashMap<>();
        visit.children().forEach(child -> levels.put(child.childId(), child.level()));
        return turns.take(levels.keySet())
                .chain(() -> missed(visit.id(), levels.keySet()))
                .chain(rows -> notifications.tell(notices(visit, rows, levels, hearing)));
    }

    private static Uni<List<String>> missed(UUID visit, Set<UUID> childIds) {
        return Panache.getSession().chain(session -> session.createNativeQuery(MISSED, String.class)
                .setParameter("children", childIds.toArray(UUID[]::new))
                .setParameter("visit", visit)
                .getResultList());
    }

    private static List<Notice> notices(
            RecordedVisit visit, List<String> rows, Map<UUID, RiskLevel> levels, Map<UUID, List<Holder>> hearing) {
        List<Notice> notices = new ArrayList<>();
        for (String row : rows) {
            UUID child = UUID.fromString(row.substring(0, row.indexOf('/')));
            boolean critical = levels.get(child) == RiskLevel.CRITICAL;
            hearing.getOrDefault(child, List.of()).forEach(holder -> notices.add(notice(visit, row, critical, holder)));
        }
        return notices;
    }

    private static Notice notice(RecordedVisit visit, String occurrence, boolean critical, Holder holder) {
        Push push = critical ? Push.AT_ONCE : Push.DAYTIME;
        return new Notice(
                holder.workerId(),
                holder.workerNumber(),
                holder.post().appointmentId(),
                "visit-no-one-home-twice",
                occurrence,
                holder.post().role() == RoleCode.TOWNSHIP_COORDINATOR ? push : Push.SUMMARY,
                StoredVisit.NOTICE_SUBJECT,
                visit.id(),
                null);
    }
}
