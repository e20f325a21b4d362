package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;

/**
 * Told that tasks which may follow a case have ended, in the transaction of their end and on its session. Implemented as a bean by
 * a room that owns cases.
 */
public interface FollowUpListener {

    Uni<Void> ended(Collection<UUID> taskIds, Caller caller, Post acting);
}
