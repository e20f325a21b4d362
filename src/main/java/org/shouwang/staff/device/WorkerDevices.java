package org.shouwang.staff.device;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.staff.Workplaces;

/** The phones of a worker, for whoever keeps the workers of an area. */
@Singleton
class WorkerDevices {

    private final DeviceRows devices;
    private final Workplaces workplaces;

    WorkerDevices(DeviceRows devices, Workplaces workplaces) {
        this.devices = devices;
        this.workplaces = workplaces;
    }

    /** All phones, also those that are not woken any more: the lost one may be among them. */
    Uni<Result<List<DeviceView>>> list(UUID workerId, @Nullable UUID after, int rows, Caller caller) {
        return acting(workerId, caller)
                .chain(acting -> acting.thenDo(post -> devices.ofWorker(workerId, true, after, rows)));
    }

    /** The post under which the caller may act upon this worker's phones; 404 for workers of other areas. */
    Uni<Result<Post>> acting(UUID workerId, Caller caller) {
        return caller.with(Right.WORKER_WRITE)
                .then(able -> workplaces.of(workerId).map(places -> acting(able, places)));
    }

    static Result<Post> acting(Caller caller, List<AreaCode> places) {
        return places.stream()
                .filter(place -> caller.may(Right.WORKER_WRITE, place))
                .findFirst()
                .map(place -> caller.acting(Right.WORKER_WRITE, place))
                .orElseGet(() -> Result.refused(Problem.NOT_FOUND));
    }
}
