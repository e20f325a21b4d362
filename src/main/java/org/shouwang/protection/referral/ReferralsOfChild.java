package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.register.move.GoesWithChild;

/**
 * Referrals go with whom they are about, so that the new place reads what is not restricted and its county lead answers for all.
 * Whoever asked stays the sender: the answer comes back to the village that asked (未成年人保护法 art. 11 §3).
 */
@Singleton
class ReferralsOfChild implements GoesWithChild {

    /** In the order of ids, as handovers lock them; members who went along live in the new place already. */
    private static final String MOVE = """
            with going as materialized (
                select r.id, m.household_id
                from referral r
                left join household_member m on m.id = r.person_ref
                left join household h on h.id = m.household_id
                where r.area_code = $1 and (r.child_id = any($2) or r.household_id = $3 or h.area_code = $4)
                order by r.id
                for no key update of r),
            moved as (
                update referral r
                set area_code = $4, household_id = coalesce(going.household_id, r.household_id), updated_at = $5, updated_by = $6
                from going where r.id = going.id
                returning r.id, r.status, r.lead_office),
            history as (
                insert into referral_act (id, referral_id, kind, on_behalf, appointment_id, request_hash, created_at, created_by)
                select gen_random_uuid(), id, 'MOVE', false, $7, $8, $5, $6 from moved)
            select id, lead_office from moved where status <> 'CLOSED' order by id
            """;

    /** An open referral that goes along, and which office leads it. */
    private record Along(UUID id, LeadOffice office) {

        static Along of(@Nullable Object[] row) {
            return new Along(
                    (UUID) Objects.requireNonNull(row[0]), LeadOffice.valueOf((String) Objects.requireNonNull(row[1])));
        }
    }

    private final ReferralPeople people;
    private final Notifications notifications;
    private final Trail trail;

    ReferralsOfChild(ReferralPeople people, Notifications notifications, Trail trail) {
        this.people = people;
        this.notifications = notifications;
        this.trail = trail;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public Uni<Void> follow(Moved moved) {
        return SessionSql.rows(
                        MOVE,
                        moved.from().value(),
                        moved.childIds().toArray(UUID[]::new),
                        moved.household().orElse(null),
                        moved.to().value(),
                        moved.at().atOffset(ZoneOffset.UTC),
                        moved.caller().workerId(),
                        moved.acting().appointmentId(),
                        Buffer.buffer(moved.request().bytes()))
                .map(rows -> rows.stream().map(Along::of).toList())
                .call(open -> written(open, moved))
                .chain(open -> tellNewLeads(open, moved));
    }

    private Uni<Void> written(List<Along> open, Moved moved) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Along along : open) {
            Subject subject = new Subject(MoveReferral.SUBJECT, along.id(), moved.to());
            done = done.chain(() -> trail.changed(moved.caller(), moved.acting(), "referral.move", subject));
        }
        return done;
    }

    /** One notice of all, to an office of the county that did not lead them before. */
    private Uni<Void> tellNewLeads(List<Along> open, Moved moved) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (LeadOffice office : open.stream().map(Along::office).distinct().toList()) {
            told = told.chain(() -> people.leads(moved.from(), office)).chain(before -> people.leads(moved.to(), office)
                    .chain(leads -> notifications.tell(leads.stream()
                            .filter(lead -> !before.contains(lead))
                            .map(lead -> ReferralNotices.cameAlong(moved.moveId(), lead))
                            .toList())));
        }
        return told;
    }
}
