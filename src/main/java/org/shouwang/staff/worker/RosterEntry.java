package org.shouwang.staff.worker;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.PhoneNumber;

/**
 * A line of a list of workers that could be read: a person and a post.
 *
 * @param namesakeChecked whether somebody made sure that this is not the known person of the same name
 */
record RosterEntry(
        String fullName,
        PhoneNumber phone,
        RoleCode role,
        @Nullable AreaCode area,
        @Nullable UUID organisationId,
        LocalDate appointedOn,
        @Nullable LocalDate termEndOn,
        String sexCode,
        @Nullable String appointedDoc,
        boolean namesakeChecked) {

    /** A place as the appointment names it: an organisation, else an area, else neither. */
    record Seat(@Nullable AreaCode area, @Nullable UUID organisationId) {}

    /** An organisation wins: the area beside it only says where that is. */
    Seat seat() {
        return organisationId == null ? new Seat(area, null) : new Seat(null, organisationId);
    }

    @Override
    public String toString() {
        return "***";
    }
}
