package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;

/**
 * Told what became of tasks that may follow a case, in the transaction of the change and on its session. Implemented as a bean by a
 * room that owns cases; ids of tasks that follow none of its own are passed over.
 */
public interface FollowUpListener {

    Uni<Void> ended(Collection<UUID> taskIds, Caller caller, Post acting);

    /** What was done is to be done again: by whoever answers for the case now, or by nobody where it is closed. */
    Uni<Void> reopened(Collection<UUID> taskIds, Caller caller, Post acting);
}
