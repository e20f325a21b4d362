package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.PostsInOffice;
import org.shouwang.staff.PostsInOffice.InOffice;

/** Finds whom a referral concerns, in the session of a use case or of the sweep. */
@Singleton
class ReferralPeople {

    /** By appointment_organisation. */
    private static final String OFFICERS = """
            select a.id, w.id, w.number
            from appointment a join worker w on w.id = a.worker_id
            where a.organisation_id = $1 and a.role_code = 'AGENCY_OFFICER' and a.status <> 'ENDED' and a.appointed_on <= $2
              and w.status = 'ACTIVE'
            order by a.id
            """;

    private static final Set<RoleCode> ABOVE =
            Set.of(RoleCode.TOWNSHIP_COORDINATOR, RoleCode.COUNTY_CIVIL_AFFAIRS, RoleCode.COUNTY_WOMENS_FEDERATION);

    private final PostsInOffice posts;
    private final Clock clock;

    ReferralPeople(PostsInOffice posts, Clock clock) {
        this.posts = posts;
        this.clock = clock;
    }

    /** Who is in office there and receives referrals. */
    Uni<List<InOffice>> officers(UUID organisation) {
        return SessionSql.rows(OFFICERS, organisation, LocalDays.today(clock))
                .map(rows -> rows.stream().map(ReferralPeople::inOffice).toList());
    }

    private static InOffice inOffice(@Nullable Object[] row) {
        return new InOffice((UUID) Objects.requireNonNull(row[0]), (UUID) Objects.requireNonNull(row[1]), (Long)
                Objects.requireNonNull(row[2]));
    }

    Uni<People> of(Referral referral) {
        return officers(referral.toOrganisationId).chain(officers -> posts.kept(List.of(referral.senderAppointmentId))
                .chain(sender -> posts.at(referral.areaCode, ABOVE)
                        .map(above -> new People(
                                officers,
                                List.copyOf(sender.values()),
                                of(RoleCode.TOWNSHIP_COORDINATOR, above),
                                nearestLeads(referral.leadOffice, above)))));
    }

    private static List<InOffice> of(RoleCode role, List<Holder> holders) {
        return holders.stream()
                .filter(holder -> holder.post().role() == role)
                .map(InOffice::of)
                .toList();
    }

    /** Those of the office in the smallest area that has any. */
    private static List<InOffice> nearestLeads(LeadOffice office, List<Holder> above) {
        List<Holder> leads = above.stream()
                .filter(holder -> holder.post().role() == office.role)
                .toList();
        return leads.stream()
                .filter(holder ->
                        holder.post().areas().equals(leads.get(0).post().areas()))
                .map(InOffice::of)
                .toList();
    }
}
