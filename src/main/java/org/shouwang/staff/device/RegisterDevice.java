package org.shouwang.staff.device;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.Stored;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.staff.device.DeviceForm.Channel;
import org.shouwang.staff.device.DeviceForm.Platform;
import org.shouwang.staff.device.DeviceForm.TargetKind;
import org.shouwang.staff.device.DeviceRows.Owner;
import org.shouwang.staff.device.DeviceRows.Registration;
import org.shouwang.staff.device.DeviceRows.Sealed;

/** Registers the caller's device, or tells what changed on it. A target that another device had moves to this one. */
@Singleton
class RegisterDevice {

    private static final Set<Platform> BY_JPUSH = Set.of(Platform.ANDROID, Platform.IOS);

    private final DeviceRows devices;
    private final Pool pool;
    private final FieldCipher cipher;
    private final KeyedHash hash;
    private final TrailRows trail;
    private final Clock clock;

    RegisterDevice(DeviceRows devices, Pool pool, FieldCipher cipher, KeyedHash hash, TrailRows trail, Clock clock) {
        this.devices = devices;
        this.pool = pool;
        this.cipher = cipher;
        this.hash = hash;
        this.trail = trail;
        this.clock = clock;
    }

    Uni<Result<Stored<DeviceView>>> register(UUID id, DeviceForm form, Caller caller) {
        return Result.unless(violations(form), form)
                .then(valid -> pool.withTransaction(transaction -> devices.owner(transaction, id)
                        .map(owner -> known(owner, caller))
                        .chain(known -> known.then(exists -> store(transaction, id, form, caller, exists)))));
    }

    static List<Violation> violations(DeviceForm form) {
        DeviceForm.Target target = form.target();
        if (form.channel() == Channel.NONE) {
            return List.of();
        }
        if (target == null) {
            return List.of(Violation.of("target", "push-target-needed"));
        }
        if (target.kind() == TargetKind.FID && form.channel() != Channel.FCM) {
            return List.of(Violation.of("target.kind", "push-target-of-channel"));
        }
        return form.channel() == Channel.JPUSH && !BY_JPUSH.contains(form.platform())
                ? List.of(Violation.of("platform", "push-platform-of-channel"))
                : List.of();
    }

    /** Whether the id is known; another worker's is as good as absent, and a lost phone stays lost under its id. */
    static Result<Boolean> known(Optional<Owner> owner, Caller caller) {
        if (owner.isPresent() && !owner.get().workerId().equals(caller.workerId())) {
            return Result.refused(Problem.NOT_FOUND);
        }
        return owner.isPresent() && owner.get().lost()
                ? Result.refused(Problem.DEVICE_REVOKED)
                : Result.ok(owner.isPresent());
    }

    private Uni<Result<Stored<DeviceView>>> store(
            SqlConnection transaction, UUID id, DeviceForm form, Caller caller, boolean known) {
        Sealed target = sealed(id, form);
        Registration device = new Registration(id, caller.workerId(), form, target, clock.instant());
        Uni<Void> free = target == null ? Uni.createFrom().voidItem() : devices.takeOver(transaction, device, target);
        return free.chain(() -> devices.upsert(transaction, device))
                .map(Optional::orElseThrow)
                .call(() -> trail.changed(
                        transaction,
                        caller.workerId(),
                        null,
                        known ? "device.change" : "device.register",
                        List.of(new Subject("device", id, null))))
                .map(view -> Result.ok(new Stored<>(id, view.version(), !known, view)));
    }

    private @Nullable Sealed sealed(UUID id, DeviceForm form) {
        DeviceForm.Target target = form.target();
        if (target == null || form.channel() == Channel.NONE) {
            return null;
        }
        return new Sealed(
                target.kind(),
                Buffer.buffer(cipher.encrypt(target.value(), DeviceRows.targetPlace(id))),
                hash.allOfPushTarget(target.value()));
    }
}
