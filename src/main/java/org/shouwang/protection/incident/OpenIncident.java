package org.shouwang.protection.incident;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.Stored;
import org.shouwang.protection.incident.IncidentGrants.How;
import org.shouwang.protection.incident.IncidentLedger.Act;
import org.shouwang.protection.incident.IncidentLedger.By;
import org.shouwang.protection.incident.ReportIncident.Report;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.child.Children;
import org.shouwang.staff.Posts.Holder;

/** Writes a new incident with all that begins with it, in the session of a use case: who sees it, who is told, what follows. */
@Singleton
class OpenIncident {

    static final String SUBJECT = "Incident";

    private final IncidentRepository incidents;
    private final IncidentLedger ledger;
    private final IncidentGrants grants;
    private final Alarms alarms;
    private final FollowUps followUps;
    private final Children children;
    private final Trail trail;
    private final Clock clock;

    OpenIncident(
            IncidentRepository incidents,
            IncidentLedger ledger,
            IncidentGrants grants,
            Alarms alarms,
            FollowUps followUps,
            Children children,
            Trail trail,
            Clock clock) {
        this.incidents = incidents;
        this.ledger = ledger;
        this.grants = grants;
        this.alarms = alarms;
        this.followUps = followUps;
        this.children = children;
        this.trail = trail;
        this.clock = clock;
    }

    Uni<Stored<Incident>> open(Report report) {
        return child(report.form().childId(), report.caller()).chain(child -> {
            AreaCode home = report.place() == null ? child.orElse(null) : report.place();
            Post acting = Reporting.post(report.caller(), home);
            return area(home, acting).chain(area -> open(report, area, acting));
        });
    }

    /** Where the child lives, for who may know it: to all others there is no such child. */
    private Uni<Optional<AreaCode>> child(@Nullable UUID id, Caller caller) {
        return id == null
                ? Uni.createFrom().item(Optional.empty())
                : children.look(Set.of(id)).map(found -> Optional.ofNullable(found.get(id))
                        .map(ChildFacts::areaCode)
                        .filter(home -> caller.may(Right.CHILD_READ, home)));
    }

    private Uni<AreaCode> area(@Nullable AreaCode home, Post acting) {
        return home == null
                ? ledger.seat(acting.appointmentId())
                : Uni.createFrom().item(home);
    }

    /** The same of a danger that was not reported by itself, at a place that is known. */
    Uni<Stored<Incident>> open(Report report, AreaCode area, Post acting) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Caller caller = report.caller();
        Birth birth = new Birth(report.id(), area, report.hash(), now, caller.workerId());
        return alarms.steps(area).chain(steps -> {
            UUID responsible = Alarm.nearest(steps)
                    .map(holder -> holder.post().appointmentId())
                    // Of the village that is suspected only while nobody stands above it: the sweep looks for somebody.
                    .orElse(acting.appointmentId());
            Incident incident = new Incident(birth, report.reading(), acting.appointmentId(), responsible);
            incident.villageCut = Boolean.TRUE.equals(incident.suspectIsVillageCadre);
            if (incident.isReported()) {
                incident.stage = Stage.REPORTED;
            }
            return incidents
                    .write(incident)
                    .chain(() -> records(incident, report, acting))
                    .chain(() -> tell(incident, steps, acting, caller))
                    .chain(() -> followUps.first(incident, caller, acting))
                    .chain(() -> trail.changed(caller, acting, "incident.report", subject(incident)))
                    .replaceWith(() -> Stored.created(incident, incident));
        });
    }

    private Uni<Void> records(Incident incident, Report report, Post acting) {
        By by = new By(report.caller().workerId(), acting.appointmentId());
        Uni<Void> written = ledger.name(incident.id, incident.id)
                .chain(() -> ledger.keep(incident.id, report.body(), report.hash(), by))
                .chain(() -> ledger.write(
                        incident.id, Act.reached(Stage.DISCOVERED, incident.clockFrom, report.hash()), by));
        Instant reportedAt = incident.reportedAt;
        return incident.stage == Stage.REPORTED && reportedAt != null
                ? written.chain(
                        () -> ledger.write(incident.id, Act.reached(Stage.REPORTED, reportedAt, report.hash()), by))
                : written;
    }

    /** A reporter of the village whose cadre is suspected keeps nothing but the acknowledgement. */
    private Uni<Void> tell(Incident incident, List<List<Holder>> steps, Post acting, Caller caller) {
        boolean cut = incident.villageCut && Standing.VILLAGE.contains(acting.role());
        return grants.give(incident, cut ? List.of() : List.of(acting.appointmentId()), How.REPORTER)
                .chain(() -> alarms.begin(incident, steps))
                .chain(() -> alarms.tell(incident, steps, 0, caller.workerId()));
    }

    static Subject subject(Incident incident) {
        return new Subject(SUBJECT, incident.id, incident.areaCode);
    }
}
