package org.shouwang.staff.worker;

import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.AreaRanges;
import org.shouwang.staff.organisation.OrganisationKind;

/** Where a post stands: in an area, in an organisation, or in the whole instance. */
sealed interface PostPlace {

    /** Where it belongs to; empty for the whole instance. */
    Optional<AreaCode> area();

    /**
     * An area.
     *
     * @param county whether it is run as a county: a county, or a city that has none (东莞)
     */
    record InArea(AreaCode code, AreaLevel level, boolean county) implements PostPlace {

        @Override
        public Optional<AreaCode> area() {
            return Optional.of(code);
        }
    }

    /**
     * An organisation.
     *
     * @param seat the area where it has its seat
     * @param runs all that it runs for others (托管), also what begins later: where its posts hold
     */
    record InOrganisation(UUID id, OrganisationKind kind, AreaCode seat, AreaRanges runs) implements PostPlace {

        @Override
        public Optional<AreaCode> area() {
            return Optional.of(seat);
        }
    }

    /** Everything that this server holds: for administrators only. */
    record WholeInstance() implements PostPlace {

        @Override
        public Optional<AreaCode> area() {
            return Optional.empty();
        }
    }
}
