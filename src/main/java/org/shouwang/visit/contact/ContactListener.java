package org.shouwang.visit.contact;

import io.smallrye.mutiny.Uni;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;

/**
 * Told of every contact once, in the contact's own transaction and on its session. A repeated request tells nobody again.
 */
public interface ContactListener {

    /**
     * Acts on a contact that was just written.
     *
     * @param acting the post under which it was logged
     */
    Uni<Void> logged(LoggedContact contact, Caller caller, Post acting);
}
