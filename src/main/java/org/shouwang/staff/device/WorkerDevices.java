package org.shouwang.staff.device;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Result;
import org.shouwang.staff.worker.Carers;

/** The phones of a worker, for whoever looks after this worker. */
@Singleton
class WorkerDevices {

    private final DeviceRows devices;
    private final Carers carers;

    WorkerDevices(DeviceRows devices, Carers carers) {
        this.devices = devices;
        this.carers = carers;
    }

    /** All phones, also those that are not woken any more: the lost one may be among them. */
    Uni<Result<List<DeviceView>>> list(UUID workerId, @Nullable UUID after, int rows, Caller caller) {
        return acting(workerId, caller)
                .chain(acting -> acting.thenDo(post -> devices.ofWorker(workerId, true, after, rows)));
    }

    /** The post under which the caller may act upon this worker's phones, by the rule for all that is the worker's. */
    Uni<Result<Post>> acting(UUID workerId, Caller caller) {
        return caller.with(Right.WORKER_WRITE).then(able -> carers.of(workerId, able));
    }
}
