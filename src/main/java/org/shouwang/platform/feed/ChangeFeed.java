package org.shouwang.platform.feed;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;

/** One kind of record in the feed. A feature implements it as a bean; the feed knows no feature. */
public interface ChangeFeed extends PulledKind {

    /** Name of the kind, as in {@code sync_change.kind}. */
    @Override
    String kind();

    /**
     * The right that a caller needs where the record is. In a scope without it the feed does not even name the ids; empty
     * for what stands in the worker's own scope.
     */
    Optional<Right> right();

    /**
     * The records as this caller may see them, at their newest version. Ids that the caller may not see, or that are gone,
     * are left out, and so is what lies before the {@link FeedWindow} of the kind. In place of a record that does not open stands
     * {@link BrokenRecords#BROKEN}. Runs on the reactive pool without a session.
     */
    Uni<Map<UUID, Object>> load(Collection<UUID> ids, Caller caller);

    /**
     * Those of these ids that {@link #load} would give this caller, without reading what they say: the digest counts what a
     * phone holds. All of them, unless something beside the scope in the feed decides what the caller may see.
     *
     * @param ids that stand live in a scope where the caller has the right
     */
    default Uni<Set<UUID>> held(Set<UUID> ids, Caller caller) {
        return Uni.createFrom().item(ids);
    }
}
