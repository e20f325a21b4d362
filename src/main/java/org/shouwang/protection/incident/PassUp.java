package org.shouwang.protection.incident;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.shouwang.platform.Ids;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.protection.incident.IncidentLedger.Act;
import org.shouwang.protection.incident.IncidentLedger.By;
import org.shouwang.protection.incident.IncidentLedger.Kind;
import org.shouwang.staff.Posts.Holder;

/** Passes a case with its task to who stands above it by now, in the transaction of the sweep. No worker asks for it. */
@Singleton
class PassUp {

    private final IncidentRepository incidents;
    private final IncidentLedger ledger;
    private final FollowUps followUps;
    private final Trail trail;

    PassUp(IncidentRepository incidents, IncidentLedger ledger, FollowUps followUps, Trail trail) {
        this.incidents = incidents;
        this.ledger = ledger;
        this.followUps = followUps;
        this.trail = trail;
    }

    /** The ledger names the receiver for the act, since an act has a post. */
    Uni<Void> to(Holder above, Incident incident, Instant now) {
        Post post = above.post();
        UUID receiver = post.appointmentId();
        incident.responsibleAppointmentId = receiver;
        incident.touch(now, above.workerId());
        UUID id = Ids.next();
        RequestHash hash = RequestHash.of(new IncidentAct.Transfer(id, receiver, null));
        Act act = new Act(id, Kind.TRANSFER, null, now, null, receiver, hash);
        return incidents
                .write(incident)
                .chain(() -> ledger.write(incident.id, act, new By(above.workerId(), receiver)))
                .chain(() -> followUps.give(incident, above.workerId(), post))
                .chain(() -> trail.changedByRule("incident.transfer", OpenIncident.subject(incident)));
    }
}
