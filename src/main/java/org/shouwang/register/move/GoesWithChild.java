package org.shouwang.register.move;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.staff.Posts.Holder;

/**
 * Records that belong to children and go with them to another village; where a record was made ({@code recorded_area_code})
 * never changes. A room above implements it as a bean for what it owns.
 */
public interface GoesWithChild {

    /** Those with a smaller order go first. */
    int order();

    /**
     * Brings along what belongs to the children, with its place in the change feed. Runs in the session and transaction of the
     * move; the number of statements does not grow with that of the records.
     */
    Uni<Void> follow(Moved moved);

    /**
     * Children who live in another village now.
     *
     * @param household their household, when it went with them
     * @param caller who took them over, under the post {@code acting}
     */
    record Moved(
            UUID moveId,
            Set<UUID> childIds,
            Optional<UUID> household,
            AreaCode from,
            AreaCode to,
            Staff staff,
            Caller caller,
            Post acting,
            Instant at,
            RequestHash request) {

        public Moved {
            childIds = Set.copyOf(childIds);
        }
    }

    /**
     * Who works in the village that took them over.
     *
     * @param carer who looks after its children: the director, else the coordinator; empty while nobody does
     * @param coordinator who checks that work; empty while nobody does
     * @param posts all posts that hold there, of areas and of organisations
     */
    record Staff(Optional<Holder> carer, Optional<Holder> coordinator, Set<UUID> posts) {

        public Staff {
            posts = Set.copyOf(posts);
        }
    }
}
