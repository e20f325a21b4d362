package org.shouwang.staff.device;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.staff.device.DeviceRows.Owner;
import org.shouwang.staff.signin.SessionEnd;

/**
 * Declares a phone lost: it is not woken any more, and its next call with any of its sessions is answered {@code
 * device-revoked}, on which the app wipes itself. There is no way back; a phone that was found again registers anew.
 */
@Singleton
class LoseDevice {

    private final DeviceRows devices;
    private final WorkerDevices workers;
    private final SessionEnd sessions;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    LoseDevice(
            DeviceRows devices, WorkerDevices workers, SessionEnd sessions, TrailRows trail, Pool pool, Clock clock) {
        this.devices = devices;
        this.workers = workers;
        this.sessions = sessions;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    /** The caller's own phone, told from another one. */
    Uni<Result<UUID>> own(UUID deviceId, Caller caller) {
        return lose(deviceId, caller.workerId(), caller, null);
    }

    /** The phone of a worker whom the caller looks after. */
    Uni<Result<UUID>> ofWorker(UUID workerId, UUID deviceId, Caller caller) {
        return workers.acting(workerId, caller)
                .chain(acting -> acting.then(post -> lose(deviceId, workerId, caller, post)));
    }

    private Uni<Result<UUID>> lose(UUID deviceId, UUID owner, Caller caller, @Nullable Post acting) {
        return pool.withTransaction(transaction -> devices.lock(transaction, deviceId, owner)
                .map(LoseDevice::known)
                .chain(known -> known.then(lost -> lost
                        ? Uni.createFrom().item(Result.ok(deviceId))
                        : write(transaction, deviceId, owner, caller, acting))));
    }

    /** Whether it was declared lost before, which changes nothing. */
    private static Result<Boolean> known(Optional<Owner> device) {
        return device.map(owner -> Result.ok(owner.lost())).orElseGet(() -> Result.refused(Problem.NOT_FOUND));
    }

    private Uni<Result<UUID>> write(
            SqlConnection transaction, UUID deviceId, UUID owner, Caller caller, @Nullable Post acting) {
        return devices.lose(transaction, deviceId, clock.instant())
                .chain(() -> sessions.ofUnknownPhones(transaction, owner))
                .chain(() -> trail.changed(
                        transaction,
                        caller.workerId(),
                        acting,
                        "device.lose",
                        List.of(new Subject("device", deviceId, null))))
                .replaceWith(Result.ok(deviceId));
    }
}
