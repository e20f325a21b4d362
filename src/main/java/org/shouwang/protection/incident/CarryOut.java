package org.shouwang.protection.incident;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.protection.incident.IncidentGrants.How;
import org.shouwang.staff.PostsInOffice;

/** What an act entails beside the incident itself: alarms, grants, tasks, notices. In the session of the use case. */
@Singleton
class CarryOut {

    private final IncidentGrants grants;
    private final Alarms alarms;
    private final FollowUps followUps;
    private final WithoutVillage withoutVillage;
    private final PostsInOffice posts;
    private final Notifications notifications;

    CarryOut(
            IncidentGrants grants,
            Alarms alarms,
            FollowUps followUps,
            WithoutVillage withoutVillage,
            PostsInOffice posts,
            Notifications notifications) {
        this.grants = grants;
        this.alarms = alarms;
        this.followUps = followUps;
        this.withoutVillage = withoutVillage;
        this.posts = posts;
        this.notifications = notifications;
    }

    Uni<Void> carryOut(Incident incident, IncidentAct act, Caller caller, Post acting) {
        return switch (act.kind()) {
            case TAKE ->
                alarms.taken(incident)
                        .chain(() -> grants.give(incident, List.of(acting.appointmentId()), How.TOLD))
                        .chain(() -> followUps.give(incident, caller.workerId(), acting));
            case STAGE -> staged(incident, caller, acting);
            case GRANT -> given(incident, act);
            case CUT_VILLAGE -> withoutVillage.cut(incident, caller, acting);
            case TRANSFER -> given(incident, act).chain(() -> followUps.give(incident, caller.workerId(), acting));
        };
    }

    private Uni<Void> staged(Incident incident, Caller caller, Post acting) {
        Uni<Void> reported =
                incident.stage == Stage.DISCOVERED ? Uni.createFrom().voidItem() : alarms.reported(incident);
        return incident.stage.isOpen()
                ? reported.chain(() -> followUps.keep(incident, caller, acting))
                : reported.chain(() -> alarms.taken(incident)).chain(() -> followUps.end(incident, caller, acting));
    }

    private Uni<Void> given(Incident incident, IncidentAct act) {
        UUID receiver = Objects.requireNonNull(act.about());
        return grants.give(incident, List.of(receiver), How.GIVEN)
                .chain(() -> posts.kept(List.of(receiver)))
                .chain(kept -> notifications.tell(kept.values().stream()
                        .map(one ->
                                IncidentNotices.given(incident, one, act.id().toString()))
                        .toList()));
    }
}
