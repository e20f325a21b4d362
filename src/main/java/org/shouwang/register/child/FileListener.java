package org.shouwang.register.child;

import io.smallrye.mutiny.Uni;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;

/**
 * Told when a child's file begins unfinished, is complete, closed or opened again, in the transaction of the change and on its
 * session: what a listener writes stands or falls with it. Listeners are beans of higher rooms and are called one after the
 * other. A repeated request tells nobody again.
 */
public interface FileListener {

    /**
     * Acts on a change that was just written.
     *
     * @param acting the post under which it was made
     */
    Uni<Void> changed(FileChange change, Caller caller, Post acting);
}
