package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.shouwang.platform.Caller;
import org.shouwang.protection.referral.Standing.Access;
import org.shouwang.staff.PostsInOffice.InOffice;

/** How a caller stands to a referral, asked in the session of a use case. */
@Singleton
class ReferralAccess {

    private final ReferralPeople people;

    ReferralAccess(ReferralPeople people) {
        this.people = people;
    }

    Uni<Standing> standing(Referral referral, Caller caller) {
        return people.officers(referral.toOrganisationId).chain(officers -> people.closedToVillages(referral)
                .map(closed -> Standing.of(
                        caller,
                        new Access(
                                referral.areaCode,
                                referral.childId != null,
                                referral.restricted,
                                referral.senderAppointmentId,
                                closed,
                                officers.stream().map(InOffice::appointmentId).toList(),
                                referral.leadOffice))));
    }
}
