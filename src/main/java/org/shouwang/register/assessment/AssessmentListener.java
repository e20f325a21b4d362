package org.shouwang.register.assessment;

import io.smallrye.mutiny.Uni;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;

/**
 * Told of an assessment that says that a child is in danger, in the transaction that writes it and on its session: what a
 * listener writes stands or falls with it. Listeners are beans of higher rooms. A repeated request tells nobody again.
 */
public interface AssessmentListener {

    /**
     * Acts on the danger.
     *
     * @param acting the post under which the child was assessed
     */
    Uni<Void> emergency(Emergency emergency, Caller caller, Post acting);
}
