package org.shouwang.protection.incident;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Trail;
import org.shouwang.protection.incident.IncidentLedger.Act;
import org.shouwang.protection.incident.IncidentLedger.By;
import org.shouwang.protection.incident.ReportIncident.Report;

/** Adds to an incident what is said of it later, in the session of a use case. */
@Singleton
class AmendIncident {

    private final IncidentRepository incidents;
    private final IncidentLedger ledger;
    private final WithoutVillage withoutVillage;
    private final ReopenIncident reopen;
    private final Alarms alarms;
    private final Trail trail;
    private final Clock clock;

    AmendIncident(
            IncidentRepository incidents,
            IncidentLedger ledger,
            WithoutVillage withoutVillage,
            ReopenIncident reopen,
            Alarms alarms,
            Trail trail,
            Clock clock) {
        this.incidents = incidents;
        this.ledger = ledger;
        this.withoutVillage = withoutVillage;
        this.reopen = reopen;
        this.alarms = alarms;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The incident has its new version afterwards. A visit that is another incident's already stays with that one: the body
     * keeps what was said.
     */
    Uni<Void> amend(Incident incident, Report report, Post acting) {
        IncidentForm form = report.form();
        UUID visit = form.visitId() == null ? incident.visitId : form.visitId();
        UUID child = form.childId() == null ? incident.childId : form.childId();
        return incidents
                .isAnothers(visit, child, incident)
                .chain(anothers -> amend(incident, report, acting, anothers));
    }

    private Uni<Void> amend(Incident incident, Report report, Post acting, boolean visitIsAnothers) {
        Caller caller = report.caller();
        AreaCode area = incident.areaCode;
        Known before = Known.of(incident);
        boolean reported = incident.stage != Stage.DISCOVERED;
        boolean cut = incident.villageCut;
        boolean lackedPolice = incident.lacksPolice();
        incident.say(report.reading());
        if (visitIsAnothers) {
            incident.visitId = null;
        }
        AreaCode place = report.place();
        if (place != null) {
            incident.areaCode = place;
        }
        incident.villageCut |= Boolean.TRUE.equals(report.form().suspectIsVillageCadre());
        boolean reportedNow = !reported && incident.isReported();
        if (reportedNow) {
            incident.stage = Stage.REPORTED;
        }
        incident.touch(clock.instant(), caller.workerId());
        return incidents
                .write(incident)
                .chain(() -> incident.villageCut && !cut ? withoutVillage.cut(incident, caller, acting) : nothing())
                .chain(() -> reportedNow ? reported(incident, report, acting) : nothing())
                .chain(() -> !lackedPolice && incident.lacksPolice() ? alarms.awaitReport(incident) : nothing())
                .chain(() -> area.equals(incident.areaCode) ? nothing() : alarms.moved(incident, caller.workerId()))
                .chain(() -> before.isOutdoneBy(
                                Known.of(incident),
                                Boolean.TRUE.equals(report.form().ongoingDanger()))
                        ? graver(incident, report, acting)
                        : nothing())
                .chain(() -> trail.changed(caller, acting, "incident.amend", OpenIncident.subject(incident)));
    }

    private Uni<Void> reported(Incident incident, Report report, Post acting) {
        Instant at = incident.reportedAt == null ? clock.instant() : incident.reportedAt;
        By by = new By(report.caller().workerId(), acting.appointmentId());
        return ledger.write(incident.id, Act.reached(Stage.REPORTED, at, report.hash()), by)
                .chain(() -> alarms.reported(incident));
    }

    private Uni<Void> graver(Incident incident, Report report, Post acting) {
        return incident.stage.isOpen()
                ? alarms.danger(incident, report.caller().workerId())
                : reopen.reopen(incident, report, acting);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
