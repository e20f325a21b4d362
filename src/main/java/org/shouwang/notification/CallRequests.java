package org.shouwang.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.AreaCode;

/**
 * Asks a person to call a worker whom neither push nor SMS has reached (电话联系), the last step for what is critical. Implemented by
 * the room of tasks.
 */
public interface CallRequests {

    /**
     * Asks whoever coordinates at the worker's place, or else the county, in the session of the caller.
     *
     * @return the task; empty when nobody is there but the worker
     */
    Uni<Optional<UUID>> ask(Unreached unreached);

    /** Those of the tasks that are done or cancelled. */
    Uni<Set<UUID>> over(SqlClient client, Collection<UUID> taskIds);

    /** Takes a task back that nobody has done yet: the worker knows. In the session of the caller. */
    Uni<Void> withdraw(UUID taskId);

    /**
     * Who opened nothing. What it is about is not told: it may be of class R.
     *
     * @param notificationId names the request
     * @param place where the post stands for which the worker was told
     */
    record Unreached(UUID notificationId, UUID workerId, AreaCode place) {}
}
