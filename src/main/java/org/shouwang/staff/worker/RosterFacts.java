package org.shouwang.staff.worker;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.staff.organisation.OrganisationStatus;
import org.shouwang.staff.worker.RosterEntry.Seat;

/**
 * What the database knows of a list's people and places.
 *
 * @param areas the areas of the list that exist today
 * @param organisations its organisations
 * @param people who has one of its phones
 * @param held the posts that these people hold or will hold
 * @param names who works or worked in one of its places under one of its names
 */
record RosterFacts(
        Map<AreaCode, PostPlace.InArea> areas,
        Map<UUID, Organisation> organisations,
        Map<PhoneNumber, Person> people,
        List<Held> held,
        Set<Named> names) {

    record Organisation(PostPlace.InOrganisation place, OrganisationStatus status) {}

    /** Somebody who has a phone. */
    record Person(UUID id, String fullName, boolean active) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /** A post that has not ended. */
    record Held(UUID workerId, RoleCode role, Seat seat, LocalDate appointedOn) {}

    /** A name in a place. */
    record Named(String fullName, Seat seat) {

        @Override
        public String toString() {
            return "***";
        }
    }
}
