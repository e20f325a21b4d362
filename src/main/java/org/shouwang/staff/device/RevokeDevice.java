package org.shouwang.staff.device;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Signs the caller's device off: it is not woken any more, and keeps its data. */
@Singleton
class RevokeDevice {

    private final DeviceRows devices;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    RevokeDevice(DeviceRows devices, TrailRows trail, Pool pool, Clock clock) {
        this.devices = devices;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Result<UUID>> revoke(UUID id, Caller caller) {
        return pool.withTransaction(transaction -> devices.revoke(transaction, id, caller.workerId(), clock.instant())
                .chain(revoked -> revoked
                        ? trail.changed(
                                        transaction,
                                        caller.workerId(),
                                        null,
                                        "device.revoke",
                                        List.of(new Subject("device", id, null)))
                                .replaceWith(Result.ok(id))
                        : Uni.createFrom().item(Result.<UUID>refused(Problem.NOT_FOUND))));
    }
}
