package org.shouwang.protection.incident;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.protection.DoneBefore;
import org.shouwang.protection.incident.Case.Step;
import org.shouwang.protection.incident.IncidentLedger.Act;
import org.shouwang.protection.incident.IncidentLedger.By;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.PostsInOffice;

/** Takes an incident, leads it through its stages, opens it, passes it on or cuts the village out; repeated, it is done once. */
@Singleton
class ActOnIncident {

    private final IncidentRepository incidents;
    private final IncidentLedger ledger;
    private final IncidentGrants grants;
    private final FollowUps followUps;
    private final PostsInOffice posts;
    private final CarryOut carryOut;
    private final FindIncidents find;
    private final Trail trail;
    private final Clock clock;

    ActOnIncident(
            IncidentRepository incidents,
            IncidentLedger ledger,
            IncidentGrants grants,
            FollowUps followUps,
            PostsInOffice posts,
            CarryOut carryOut,
            FindIncidents find,
            Trail trail,
            Clock clock) {
        this.incidents = incidents;
        this.ledger = ledger;
        this.grants = grants;
        this.followUps = followUps;
        this.posts = posts;
        this.carryOut = carryOut;
        this.find = find;
        this.trail = trail;
        this.clock = clock;
    }

    Uni<Result<Stored<IncidentView>>> act(UUID id, IncidentAct act, Caller caller) {
        return caller.with(Right.INCIDENT_READ).then(able -> Panache.withTransaction(() -> acted(id, act, able))
                .chain(result -> result.thenDo(stored -> find.stored(stored, able))));
    }

    private Uni<Result<Stored<Incident>>> acted(UUID id, IncidentAct act, Caller caller) {
        return followUps
                .hold(id)
                .chain(() -> incidents.knownAs(id))
                .chain(found -> found == null
                        ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                        : grants.standing(found, caller)
                                .chain(standing -> ledger.done(act.id()).chain(before -> before.map(done ->
                                                Uni.createFrom().item(repeated(found, act, done, standing, caller)))
                                        .orElseGet(() -> decided(found, act, standing, caller)))));
    }

    private static Result<Stored<Incident>> repeated(
            Incident found, IncidentAct act, DoneBefore before, Standing standing, Caller caller) {
        if (before.isRepeatedBy(act.kind(), RequestHash.of(act), found.id, caller.workerId())) {
            return Result.ok(Stored.repeated(found, found));
        }
        return Result.refused(standing.sees() ? Problem.ID_REUSED : Problem.NOT_FOUND);
    }

    private Uni<Result<Stored<Incident>>> decided(
            Incident incident, IncidentAct act, Standing standing, Caller caller) {
        return posts.role(incident.responsibleAppointmentId)
                .map(role -> new Case(
                        incident.areaCode,
                        incident.stage,
                        incident.responsibleAppointmentId,
                        role,
                        incident.takenBy,
                        incident.villageCut))
                .chain(before -> about(act)
                        .map(about -> before.after(act, standing, about.map(Holder::post)))
                        .chain(decision -> decision.thenDo(step -> write(incident, act, step, caller)
                                .replaceWith(() -> Stored.repeated(incident, incident)))));
    }

    private Uni<Optional<Holder>> about(IncidentAct act) {
        UUID about = act.about();
        return about == null
                ? Uni.createFrom().item(Optional.empty())
                : posts.holders(List.of(about)).map(found -> Optional.ofNullable(found.get(about)));
    }

    private Uni<Void> write(Incident incident, IncidentAct act, Step step, Caller caller) {
        Post acting = step.acting();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Case next = step.next();
        incident.stage = next.stage();
        incident.responsibleAppointmentId = next.responsible();
        incident.villageCut = next.villageCut();
        if (next.takenBy() != null && incident.takenBy == null) {
            incident.takenBy = next.takenBy();
            incident.takenAt = now;
        }
        incident.touch(now, caller.workerId());
        String action = "incident." + act.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return incidents
                .write(incident)
                .chain(() -> ledger.write(
                        incident.id, entry(act, incident, now), new By(caller.workerId(), acting.appointmentId())))
                .chain(() -> carryOut.carryOut(incident, act, caller, acting))
                .chain(() -> trail.changed(caller, acting, action, OpenIncident.subject(incident)));
    }

    private static Act entry(IncidentAct act, Incident incident, Instant now) {
        @Nullable Stage stage = act instanceof IncidentAct.Reach ? incident.stage : null;
        Instant at = act instanceof IncidentAct.Reach reach
                        && reach.at() != null
                        && reach.at().isBefore(now)
                ? reach.at()
                : now;
        return new Act(act.id(), act.kind(), stage, at, act.note(), act.about(), RequestHash.of(act));
    }
}
