package org.shouwang.staff.worker;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.problem.Violation;

/**
 * What becomes of one line.
 *
 * @param workerId whom it is about, where that is certain
 * @param rules why not, or what is noted
 */
record LineOutcome(int line, Kind kind, Optional<UUID> workerId, List<Violation> rules) {

    enum Kind {
        /** A new person with a first post. */
        CREATED,
        /** A new post for somebody known. */
        APPOINTED,
        /** All of it is known already. */
        UNCHANGED,
        /** Perhaps somebody known: a person decides, nothing is written. */
        QUESTION,
        /** The line is wrong, or not the sender's to decide. */
        REFUSED
    }

    static LineOutcome about(int line, Kind kind, UUID workerId) {
        return new LineOutcome(line, kind, Optional.of(workerId), List.of());
    }

    static LineOutcome without(int line, Kind kind, String field, String rule) {
        return new LineOutcome(line, kind, Optional.empty(), List.of(Violation.of(field, rule)));
    }
}
