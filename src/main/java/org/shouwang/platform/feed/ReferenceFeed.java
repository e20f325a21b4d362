package org.shouwang.platform.feed;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.Caller;

/**
 * A kind of record that no worker of a village writes and every phone needs, such as the names of areas. A feature implements it
 * as a bean. It has no rows in the feed: when anything of all reference kinds differs from what a phone was sent, it is sent all
 * of them anew.
 */
public interface ReferenceFeed extends PulledKind {

    /**
     * All records of the kind that this caller is to have, the same in the same order while nothing has changed. Runs on the
     * reactive pool without a session.
     */
    Uni<List<Reference>> load(Caller caller);

    /**
     * A reference record.
     *
     * @param id the same for the same thing on every server
     */
    record Reference(UUID id, Object data) {}
}
