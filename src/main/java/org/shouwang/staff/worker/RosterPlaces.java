package org.shouwang.staff.worker;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.problem.Result;
import org.shouwang.staff.organisation.OrganisationStatus;
import org.shouwang.staff.worker.RosterFacts.Organisation;

/** The place that a line of a list means. A cell left blank never means the whole instance. */
final class RosterPlaces {

    private RosterPlaces() {}

    /** Refused as {@code INVALID}, with the rule that the place breaks. */
    static Result<PostPlace> of(RosterEntry entry, RosterFacts facts) {
        UUID organisation = entry.organisationId();
        AreaCode area = entry.area();
        if (organisation != null) {
            return organisation(facts.organisations().get(organisation), area);
        }
        if (area != null) {
            PostPlace found = facts.areas().get(area);
            return found == null ? Result.invalid(RosterColumn.AREA.field(), "area-exists") : Result.ok(found);
        }
        return Result.invalid(RosterColumn.AREA.field(), "cell-needed");
    }

    private static Result<PostPlace> organisation(@Nullable Organisation found, @Nullable AreaCode area) {
        if (found == null) {
            return Result.invalid(RosterColumn.ORGANISATION.field(), "organisation-known");
        }
        if (found.status() == OrganisationStatus.CLOSED) {
            return Result.invalid(RosterColumn.ORGANISATION.field(), "organisation-closed");
        }
        return area == null || area.equals(found.place().seat())
                ? Result.ok(found.place())
                : Result.invalid(RosterColumn.AREA.field(), "area-of-organisation");
    }
}
