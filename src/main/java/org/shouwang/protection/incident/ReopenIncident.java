package org.shouwang.protection.incident;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.Post;
import org.shouwang.protection.incident.IncidentLedger.Act;
import org.shouwang.protection.incident.IncidentLedger.By;
import org.shouwang.protection.incident.ReportIncident.Report;
import org.shouwang.staff.Posts.Holder;

/**
 * Opens a closed case anew because of danger that is said of it, in the session of a use case: nobody has taken it, and the alarm
 * begins again. That no person decides this is on purpose: a child waits for none.
 */
@Singleton
class ReopenIncident {

    private final IncidentRepository incidents;
    private final IncidentLedger ledger;
    private final Alarms alarms;
    private final FollowUps followUps;
    private final Clock clock;

    ReopenIncident(
            IncidentRepository incidents, IncidentLedger ledger, Alarms alarms, FollowUps followUps, Clock clock) {
        this.incidents = incidents;
        this.ledger = ledger;
        this.alarms = alarms;
        this.followUps = followUps;
        this.clock = clock;
    }

    Uni<Void> reopen(Incident incident, Report report, Post acting) {
        UUID worker = report.caller().workerId();
        return alarms.steps(incident.areaCode).chain(steps -> opened(incident, steps, acting)
                .chain(() -> ledger.write(
                        incident.id,
                        Act.reached(Stage.FOLLOW_UP, clock.instant(), report.hash()),
                        new By(worker, acting.appointmentId())))
                .chain(() -> alarms.beginAnew(incident, steps))
                .chain(() -> alarms.tell(incident, steps, 0, worker))
                .chain(() -> followUps.first(incident, report.caller(), acting)));
    }

    /** Who answered for it may have left since. */
    private Uni<Void> opened(Incident incident, List<List<Holder>> steps, Post acting) {
        incident.stage = Stage.FOLLOW_UP;
        incident.takenAt = null;
        incident.takenBy = null;
        incident.responsibleAppointmentId = Alarm.nearest(steps)
                .map(holder -> holder.post().appointmentId())
                .orElse(acting.appointmentId());
        return incidents.write(incident);
    }
}
