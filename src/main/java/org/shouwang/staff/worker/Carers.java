package org.shouwang.staff.worker;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Who looks after a worker, for rooms that keep what is the worker's. */
@Singleton
public class Carers {

    private final WorkerFileRows files;
    private final Pool pool;

    Carers(WorkerFileRows files, Pool pool) {
        this.files = files;
        this.pool = pool;
    }

    /**
     * The post under which the caller may act upon what is this worker's.
     *
     * @return refused with 404 out of sight, with 403 for oneself and for whom the caller could not have appointed, with 422
     *     when several posts could act and none is named
     */
    public Uni<Result<Post>> of(UUID workerId, Caller caller) {
        return files.find(pool, workerId)
                .map(found -> found.map(file -> file.carer(caller)).orElseGet(() -> Result.refused(Problem.NOT_FOUND)));
    }
}
