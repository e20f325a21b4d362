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
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.staff.handover.Belongings;
import org.shouwang.staff.handover.Succession;

/** The open referrals of a post: whoever follows gets the answers, and is told once of all. */
@Singleton
class ReferralBelongings implements Belongings {

    private static final String OPEN =
            "select id from referral where sender_appointment_id = $1 and status <> 'CLOSED' order by id";

    /**
     * All, or what a post of the same role had sent from there: what the post above sent itself stays, restricted ones above all. In
     * the order of ids; each leaves a row in its history.
     */
    private static final String MOVE = """
            with held as materialized (
                select r.id from referral r
                where r.sender_appointment_id = any($1) and r.status <> 'CLOSED'
                  and ($2::text is null
                       or r.sender_role = $2
                          and exists (select 1 from unnest($3::bigint[], $4::bigint[]) as f(lower, upper)
                                      where r.recorded_area_code >= f.lower and r.recorded_area_code < f.upper))
                order by r.id
                for no key update),
            moved as (
                update referral r set sender_appointment_id = $5, updated_at = $6, updated_by = $7
                from held where r.id = held.id
                returning r.id, r.area_code),
            history as (
                insert into referral_act (id, referral_id, kind, on_behalf, appointment_id, request_hash, created_at, created_by)
                select gen_random_uuid(), id, 'HAND_OVER', false, $5, $8, $6, $7 from moved)
            select id, area_code from moved order by id
            """;

    private final Notifications notifications;

    ReferralBelongings(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public String kind() {
        return ReferralFeed.KIND;
    }

    @Override
    public Uni<List<UUID>> open(UUID appointmentId) {
        return SessionSql.rows(OPEN, appointmentId).map(rows -> rows.stream()
                .map(row -> (UUID) Objects.requireNonNull(row[0]))
                .toList());
    }

    @Override
    public Uni<List<Subject>> move(Succession succession) {
        AreaRanges again = succession.filledAgain().orElse(AreaRanges.NONE);
        String role = succession
                .filledAgain()
                .map(areas -> succession.to().post().role().name())
                .orElse(null);
        return SessionSql.rows(
                        MOVE,
                        succession.from().stream().toArray(UUID[]::new),
                        role,
                        again.lower(),
                        again.upper(),
                        succession.to().post().appointmentId(),
                        succession.at().atOffset(ZoneOffset.UTC),
                        succession.confirmedBy(),
                        Buffer.buffer(succession.request().bytes()))
                .map(rows -> rows.stream().map(ReferralBelongings::subject).toList())
                .call(moved -> moved.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : notifications.tell(ReferralNotices.handedOver(succession)));
    }

    private static Subject subject(@Nullable Object[] row) {
        return new Subject(MoveReferral.SUBJECT, (UUID) Objects.requireNonNull(row[0]), new AreaCode((Long)
                Objects.requireNonNull(row[1])));
    }
}
