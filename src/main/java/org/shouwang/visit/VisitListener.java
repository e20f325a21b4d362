package org.shouwang.visit;

import io.smallrye.mutiny.Uni;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;

/**
 * Told of every visit once, in the visit's own transaction and on its session: what a listener writes stands or falls with
 * the visit. Listeners are beans of higher rooms and are called one after the other. A repeated request tells nobody again.
 */
public interface VisitListener {

    /**
     * Acts on a visit that was just written.
     *
     * @param acting the post under which the visitor recorded it
     */
    Uni<Void> recorded(RecordedVisit visit, Caller caller, Post acting);
}
