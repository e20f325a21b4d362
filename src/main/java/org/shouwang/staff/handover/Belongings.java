package org.shouwang.staff.handover;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.audit.Subject;

/**
 * Records of one kind that belong to appointments and go on when one of them ends. A room implements it as a bean and keeps, by
 * triggers as in V024, that nothing open of its kind belongs to a post that has ended.
 */
public interface Belongings {

    /** Name of the kind, as in the change feed. */
    String kind();

    /** What is open and belongs to this appointment, in the order of ids. Runs in the caller's session. */
    Uni<List<UUID>> open(UUID appointmentId);

    /**
     * Gives what is open to the receiver, all of it or what was held for a post that is filled again, and tells whom it
     * concerns. Runs in the session and transaction of the use case, which holds the appointments and writes the trail; the
     * number of statements does not grow with that of the records.
     *
     * @return what was moved, as it stands in the trail
     */
    Uni<List<Subject>> move(Succession succession);
}
