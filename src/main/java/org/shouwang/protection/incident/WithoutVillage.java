package org.shouwang.protection.incident;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.protection.incident.IncidentGrants.How;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.PostsInOffice;
import org.shouwang.staff.PostsInOffice.InOffice;

/**
 * Cuts the village out of a case whose suspect is its cadre, in the session of a use case: of what it sees, what it answers for
 * and the task that follows.
 */
@Singleton
class WithoutVillage {

    private final IncidentRepository incidents;
    private final IncidentGrants grants;
    private final Alarms alarms;
    private final FollowUps followUps;
    private final PostsInOffice posts;
    private final Notifications notifications;
    private final List<VillageCutListener> listeners;

    WithoutVillage(
            IncidentRepository incidents,
            IncidentGrants grants,
            Alarms alarms,
            FollowUps followUps,
            PostsInOffice posts,
            Notifications notifications,
            @All List<VillageCutListener> listeners) {
        this.incidents = incidents;
        this.grants = grants;
        this.alarms = alarms;
        this.followUps = followUps;
        this.posts = posts;
        this.notifications = notifications;
        this.listeners = listeners;
    }

    Uni<Void> cut(Incident incident, Caller caller, Post acting) {
        return alarms.steps(incident.areaCode).map(Alarm::nearest).chain(above -> answers(incident)
                .chain(village ->
                        village ? passUp(incident, above) : Uni.createFrom().voidItem())
                .chain(() -> grants.cutVillage(incident))
                .chain(() -> followUps.give(incident, caller.workerId(), acting))
                .chain(() -> followed(incident, above, caller)));
    }

    private Uni<Void> followed(Incident incident, Optional<Holder> above, Caller caller) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (VillageCutListener listener : listeners) {
            done = done.chain(() -> listener.cut(incident.id, above, caller));
        }
        return done;
    }

    /** Whether a post of a village answers for a case that is closed to villages. */
    Uni<Boolean> answers(Incident incident) {
        return incident.villageCut
                ? posts.role(incident.responsibleAppointmentId).map(Standing.VILLAGE::contains)
                : Uni.createFrom().item(false);
    }

    /** While nobody stands above the village, its post answers on, and sees nothing: somebody always answers. */
    private Uni<Void> passUp(Incident incident, Optional<Holder> above) {
        return above.map(holder -> passUp(incident, holder))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> passUp(Incident incident, Holder holder) {
        incident.responsibleAppointmentId = holder.post().appointmentId();
        return incidents
                .write(incident)
                .chain(() -> grants.give(incident, List.of(incident.responsibleAppointmentId), How.TOLD))
                .chain(() -> notifications.tell(
                        IncidentNotices.given(incident, InOffice.of(holder), "cut/" + incident.version)));
    }
}
