package org.shouwang.protection.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shouwang.platform.problem.Violation;

/**
 * What becomes of one line of a list of entries.
 *
 * @param rules why not
 */
record ResourceOutcome(int line, Kind kind, Optional<UUID> resourceId, List<Violation> rules) {

    @Schema(name = "ResourceImportOutcome")
    enum Kind {
        /** A new entry. */
        CREATED,
        /** Something of it is new. */
        UPDATED,
        /** All of it is known already. */
        UNCHANGED,
        /** The line is wrong, or not the sender's to write. */
        REFUSED
    }

    static ResourceOutcome of(int line, Kind kind, UUID resource) {
        return new ResourceOutcome(line, kind, Optional.of(resource), List.of());
    }

    static ResourceOutcome refused(int line, List<Violation> rules) {
        return new ResourceOutcome(line, Kind.REFUSED, Optional.empty(), rules);
    }
}
