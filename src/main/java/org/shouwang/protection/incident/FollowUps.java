package org.shouwang.protection.incident;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.child.Children;
import org.shouwang.task.CaseOwner;
import org.shouwang.task.FollowUp;
import org.shouwang.task.FollowUpListener;
import org.shouwang.task.FollowUpTasks;
import org.shouwang.task.FollowUpTasks.Wish;

/** Keeps that an open incident has a task that follows it (roles and law, section 7): when one ends, the next one is asked for. */
@Singleton
class FollowUps implements FollowUpListener {

    /** Days until somebody has looked, at first and then again, as often as a child at the highest level is visited. */
    private static final int FIRST_DAYS = 1;

    private static final int NEXT_DAYS = 7;

    private static final String LINK =
            "insert into incident_follow_up (task_id, incident_id) values (:task, :incident)";
    private static final String TASKS = "select task_id from incident_follow_up where incident_id = :incident";
    private static final String TASKS_KNOWN_AS = """
            select f.task_id from incident_name n join incident_follow_up f on f.incident_id = n.incident_id where n.id = :id
            """;
    private static final String INCIDENTS = """
            select distinct f.incident_id from incident_follow_up f join incident i on i.id = f.incident_id
            where f.task_id = any(cast(:tasks as uuid[]))
            order by f.incident_id
            """;

    private final FollowUpTasks tasks;
    private final IncidentRepository incidents;
    private final Children children;
    private final Clock clock;

    FollowUps(FollowUpTasks tasks, IncidentRepository incidents, Children children, Clock clock) {
        this.tasks = tasks;
        this.incidents = incidents;
        this.children = children;
        this.clock = clock;
    }

    Uni<Void> first(Incident incident, Caller caller, Post acting) {
        return ask(incident, FIRST_DAYS, caller, acting);
    }

    /** Holds those of the incident before it is held itself: a visit holds the tasks that it ends, and then their incident. */
    Uni<Void> hold(UUID knownAs) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TASKS_KNOWN_AS, UUID.class)
                        .setParameter("id", knownAs)
                        .getResultList())
                .chain(tasks::open)
                .replaceWithVoid();
    }

    /** The one that it still has, or the next. */
    Uni<Void> keep(Incident incident, Caller caller, Post acting) {
        return of(incident)
                .chain(tasks::open)
                .chain(open -> open.isEmpty() && incident.stage.isOpen()
                        ? ask(incident, NEXT_DAYS, caller, acting)
                        : Uni.createFrom().voidItem());
    }

    Uni<Void> end(Incident incident, Caller caller, Post acting) {
        return of(incident).chain(all -> tasks.end(all, caller.workerId(), acting));
    }

    Uni<Void> give(Incident incident, UUID workerId, Post acting) {
        return of(incident).chain(all -> tasks.give(all, incident.responsibleAppointmentId, workerId, acting));
    }

    @Override
    public Uni<Void> ended(Collection<UUID> taskIds, Caller caller, Post acting) {
        return forEach(taskIds, incident -> keep(incident, caller, acting));
    }

    @Override
    public Uni<Void> reopened(Collection<UUID> taskIds, Caller caller, Post acting) {
        return forEach(
                taskIds,
                incident -> incident.stage.isOpen()
                        ? give(incident, caller.workerId(), acting)
                        : end(incident, caller, acting));
    }

    private Uni<Void> forEach(Collection<UUID> taskIds, Function<Incident, Uni<Void>> work) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INCIDENTS, UUID.class)
                        .setParameter("tasks", taskIds.toArray(UUID[]::new))
                        .getResultList())
                .chain(found -> {
                    Uni<Void> done = Uni.createFrom().voidItem();
                    for (UUID incident : found) {
                        done = done.chain(() -> incidents.locked(incident))
                                .chain(held -> work.apply(Objects.requireNonNull(held)));
                    }
                    return done;
                });
    }

    private static Uni<List<UUID>> of(Incident incident) {
        return Panache.getSession().chain(session -> session.createNativeQuery(TASKS, UUID.class)
                .setParameter("incident", incident.id)
                .getResultList());
    }

    /** What was seen before the report arrived, the visit that saw the danger foremost, is no look at what became of it. */
    private Uni<Void> ask(Incident incident, int days, Caller caller, Post acting) {
        return visited(incident)
                .chain(child -> tasks.ask(
                        new Wish(
                                CaseOwner.INCIDENT,
                                incident.id,
                                FollowUp.INCIDENT,
                                Ids.next().toString(),
                                child,
                                incident.areaCode,
                                incident.responsibleAppointmentId,
                                incident.responsibleAppointmentId,
                                incident.receivedAt,
                                LocalDays.today(clock).plusDays(days)),
                        caller.workerId(),
                        acting))
                .chain(task -> Panache.getSession().chain(session -> session.createNativeQuery(LINK)
                        .setParameter("task", task)
                        .setParameter("incident", incident.id)
                        .executeUpdate()))
                .replaceWithVoid();
    }

    /** The child whose home can be visited: one with a file, where the incident is. */
    private Uni<@Nullable UUID> visited(Incident incident) {
        UUID child = incident.childId;
        return child == null
                ? Uni.createFrom().nullItem()
                : children.look(Set.of(child)).map(found -> {
                    ChildFacts facts = found.get(child);
                    return facts != null && facts.areaCode().equals(incident.areaCode) ? child : null;
                });
    }
}
