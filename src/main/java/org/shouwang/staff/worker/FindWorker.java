package org.shouwang.staff.worker;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** One worker, for those in whose area one of the worker's appointments lies. */
@Singleton
class FindWorker {

    private final WorkerFileRows files;
    private final Pool pool;

    FindWorker(WorkerFileRows files, Pool pool) {
        this.files = files;
        this.pool = pool;
    }

    Uni<Result<WorkerFileView>> find(UUID id, Caller caller) {
        return caller.with(Right.WORKER_READ)
                .then(able -> files.find(pool, id).map(found -> found.filter(file -> file.isSeenBy(caller))
                        .map(file -> Result.ok(WorkerFileView.of(file, caller)))
                        .orElseGet(() -> Result.refused(Problem.NOT_FOUND))));
    }
}
