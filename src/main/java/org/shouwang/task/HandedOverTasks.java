package org.shouwang.task;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.shouwang.platform.AreaCode;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.PostsInOffice;
import org.shouwang.staff.handover.Succession;

/** Tasks that change hands together, in the session of the handover and a few statements however many they are. */
@Singleton
class HandedOverTasks {

    private static final String OPEN = """
            select id from task
            where assignee_appointment_id = :appointment and status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')
            order by id
            """;

    private static final String ALL = "assignee_appointment_id = any(cast(:from as uuid[]))";

    /** The work of a village; checking it, and what follows a case, stays with the post above. */
    private static final String HELD_FOR_A_POST = ALL + """
             and task_type not in ('VERIFY', 'INCIDENT_FOLLOW') and rule not in ('CHILD_VIOLENCE', 'WOMAN_VIOLENCE')
                and exists (select 1 from unnest(cast(:lower as bigint[]), cast(:upper as bigint[])) as r(lower, upper)
                            where area_code >= r.lower and area_code < r.upper)
            """;

    /** In the order of their ids, as visits lock what they settle; each leaves a row in its history like a reassignment. */
    private static final String MOVE = """
            with held as materialized (
                select id from task
                where %s and status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')
                order by id
                for no key update),
            moved as (
                update task t
                set assignee_appointment_id = :to, status = 'NEW', updated_at = :at, updated_by = :worker
                from held where t.id = held.id
                returning t.id),
            history as (
                insert into task_action (id, task_id, action, request_hash, created_at, created_by, held_before)
                select gen_random_uuid(), id, 'REASSIGN', :request, :at, :worker, (cast(:from as uuid[]))[1] from moved)
            select id from moved
            """;

    private static final String BEGIN_LADDERS = """
            update task_ladder l
            set assignee_told_at = null, hand_overs = l.hand_overs + 1, next_alert_at = m.look,
                coordinator_told_at = case when :coordinator then null else l.coordinator_told_at end,
                county_told_at = case when :county then null else l.county_told_at end
            from jsonb_to_recordset(cast(cast(:looks as text) as jsonb)) as m(id uuid, look timestamptz)
            where l.task_id = m.id
            """;

    private final PostsInOffice posts;

    HandedOverTasks(PostsInOffice posts) {
        this.posts = posts;
    }

    Uni<List<UUID>> open(UUID appointmentId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(OPEN, UUID.class)
                .setParameter("appointment", appointmentId)
                .getResultList());
    }

    /** Answers the tasks that the receiver holds now. */
    Uni<List<UUID>> move(Succession succession) {
        return Panache.getSession().chain(session -> query(session, succession)
                .setParameter("from", succession.from().stream().toArray(UUID[]::new))
                .setParameter("to", succession.to().post().appointmentId())
                .setParameter("at", succession.at())
                .setParameter("worker", succession.confirmedBy())
                .setParameter("request", succession.request().bytes())
                .getResultList());
    }

    private static Mutiny.SelectionQuery<UUID> query(Mutiny.Session session, Succession succession) {
        return succession
                .filledAgain()
                .map(areas -> session.createNativeQuery(MOVE.formatted(HELD_FOR_A_POST), UUID.class)
                        .setParameter("lower", areas.lower())
                        .setParameter("upper", areas.upper()))
                .orElseGet(() -> session.createNativeQuery(MOVE.formatted(ALL), UUID.class));
    }

    /** Begins the ladders again at the bottom; whoever was told above knows of them. */
    Uni<Void> beginLadders(List<Task> tasks, Instant now) {
        return beginLadders(tasks, EnumSet.noneOf(LadderStep.class), now);
    }

    /** Begins the ladders again, up to those who stand above the new place and did not above the old one. */
    Uni<Void> beginLadders(List<Task> tasks, AreaCode from, AreaCode to, Instant now) {
        return posts.at(from, TaskPeople.ABOVE)
                .chain(before -> posts.at(to, TaskPeople.ABOVE).map(after -> strangers(before, after)))
                .chain(anew -> beginLadders(tasks, anew, now));
    }

    private static Set<LadderStep> strangers(List<Holder> before, List<Holder> after) {
        Set<UUID> known =
                before.stream().map(holder -> holder.post().appointmentId()).collect(Collectors.toSet());
        Set<LadderStep> strangers = EnumSet.of(LadderStep.COORDINATOR, LadderStep.COUNTY);
        strangers.removeIf(step -> TaskPeople.of(step, after).stream()
                .anyMatch(holder -> known.contains(holder.post().appointmentId())));
        return strangers;
    }

    private static Uni<Void> beginLadders(List<Task> tasks, Set<LadderStep> anew, Instant now) {
        JsonArray looks = new JsonArray();
        tasks.forEach(task -> looks.add(new JsonObject()
                .put("id", task.id.toString())
                .put(
                        "look",
                        Ladder.lookAfterHandover(task.dueOn, task.dueAt, now).toString())));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BEGIN_LADDERS)
                        .setParameter("looks", looks.encode())
                        .setParameter("coordinator", anew.contains(LadderStep.COORDINATOR))
                        .setParameter("county", anew.contains(LadderStep.COUNTY))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
