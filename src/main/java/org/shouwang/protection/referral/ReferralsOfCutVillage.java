package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.Caller;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.protection.incident.OpenIncidents;
import org.shouwang.protection.incident.VillageCutListener;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.PostsInOffice.InOffice;

/** An incident that is closed to villages takes along what a village's post asked because of it: its answers go to the post above. */
@Singleton
class ReferralsOfCutVillage implements VillageCutListener {

    /** With the role of the post above: it goes back to no village when that post is filled again. What is over too leaves its phones. */
    private static final String PASS_UP = """
            with held as materialized (
                select r.id from referral r join appointment a on a.id = r.sender_appointment_id
                where r.incident_id = $1 and a.role_code = any($2)
                order by r.id
                for no key update of r),
            moved as (
                update referral r set sender_appointment_id = $3, sender_role = $4, updated_at = $5, updated_by = $6
                from held where r.id = held.id
                returning r.id)
            insert into referral_act (id, referral_id, kind, on_behalf, appointment_id, created_at, created_by)
            select gen_random_uuid(), id, 'CUT_VILLAGE', false, $3, $5, $6 from moved
            """;

    private final Notifications notifications;
    private final Clock clock;

    ReferralsOfCutVillage(Notifications notifications, Clock clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    /** While nobody stands above the village, its post stays the sender and sees nothing ({@link Standing}). */
    @Override
    public Uni<Void> cut(UUID incident, Optional<Holder> above, Caller caller) {
        return above.map(holder -> passUp(incident, holder, caller))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> passUp(UUID incident, Holder above, Caller caller) {
        return SessionSql.update(
                        PASS_UP,
                        incident,
                        OpenIncidents.villageRoles(),
                        above.post().appointmentId(),
                        above.post().role().name(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        caller.workerId())
                .chain(moved -> moved == 0
                        ? Uni.createFrom().voidItem()
                        : notifications.tell(ReferralNotices.passedUp(incident, InOffice.of(above))));
    }
}
