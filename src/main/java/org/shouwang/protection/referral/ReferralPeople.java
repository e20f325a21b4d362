package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.protection.incident.OpenIncidents;
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
            where a.organisation_id = $2 and\s""" + ReferralRow.IN_OFFICE + "order by a.id";

    private static final String SENDER_AREA = "select post_area($1)";

    private final PostsInOffice posts;
    private final OpenIncidents incidents;
    private final Clock clock;

    ReferralPeople(PostsInOffice posts, OpenIncidents incidents, Clock clock) {
        this.posts = posts;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** Who is in office there and receives referrals. */
    Uni<List<InOffice>> officers(UUID organisation) {
        return SessionSql.rows(OFFICERS, LocalDays.today(clock), organisation)
                .map(rows -> rows.stream().map(ReferralPeople::inOffice).toList());
    }

    private static InOffice inOffice(@Nullable Object[] row) {
        return new InOffice((UUID) Objects.requireNonNull(row[0]), (UUID) Objects.requireNonNull(row[1]), (Long)
                Objects.requireNonNull(row[2]));
    }

    /** The coordinators are those of the post that asks, wherever the child has moved; the lead is that of where it lives. */
    Uni<People> of(Referral referral) {
        return officers(referral.toOrganisationId)
                .chain(officers -> sender(referral).chain(sender -> coordinators(referral)
                        .chain(coordinators -> leads(referral.areaCode, referral.leadOffice)
                                .map(leads -> new People(officers, sender, coordinators, leads)))));
    }

    /** Nobody of a village is told of what follows an incident that is closed to villages. */
    private Uni<List<InOffice>> sender(Referral referral) {
        return closedToVillages(referral).chain(closed -> posts.role(referral.senderAppointmentId)
                .chain(role -> closed && OpenIncidents.isVillages(role)
                        ? Uni.createFrom().item(List.of())
                        : posts.kept(List.of(referral.senderAppointmentId))
                                .map(sender -> List.copyOf(sender.values()))));
    }

    /** Whether it follows an incident that is closed to villages. */
    Uni<Boolean> closedToVillages(Referral referral) {
        UUID incident = referral.incidentId;
        return incident == null ? Uni.createFrom().item(false) : incidents.isClosedToVillages(incident);
    }

    private Uni<List<InOffice>> coordinators(Referral referral) {
        return SessionSql.rows(SENDER_AREA, referral.senderAppointmentId)
                .chain(found -> posts.at(
                        new AreaCode((Long) Objects.requireNonNull(found.get(0)[0])),
                        Set.of(RoleCode.TOWNSHIP_COORDINATOR)))
                .map(holders -> holders.stream().map(InOffice::of).toList());
    }

    Uni<List<InOffice>> leads(AreaCode place, LeadOffice office) {
        return posts.at(place, Set.of(office.role)).map(ReferralPeople::nearestLeads);
    }

    /** Those of the smallest area that has any. */
    private static List<InOffice> nearestLeads(List<Holder> leads) {
        return leads.stream()
                .filter(holder ->
                        holder.post().areas().equals(leads.get(0).post().areas()))
                .map(InOffice::of)
                .toList();
    }
}
