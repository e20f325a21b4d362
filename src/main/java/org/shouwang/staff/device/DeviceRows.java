package org.shouwang.staff.device;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash.Hashes;

@Singleton
class DeviceRows {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Held until the end of the transaction, so that of two workers with one new id the second finds the first. */
    private static final String LOCK_ID = "select pg_advisory_xact_lock(hashtextextended(cast($1::uuid as text), 0))";

    private static final String OWNER = "select worker_id, lost_at from device where id = $1";

    /**
     * Held until the end of the transaction, so that two phones with one target register after each other, also on nodes that
     * share only one hash key; in one order, so that they do not wait for each other.
     */
    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended(known.hash, 0))
            from (select encode(hash, 'hex') as hash from unnest($1::bytea[]) hash order by 1) known
            """;

    private static final String TAKE_OVER = """
            update device set revoked_at = $4
            where channel = $1 and (target_hash = any($2) or target_hash_next = any($2)) and id <> $3
              and revoked_at is null
            """;

    private static final String UPSERT = """
            insert into device as known (id, worker_id, platform, channel, target_kind, target_cipher, target_hash,
                                         target_hash_next, app_version, registered_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict (id) do update
                set platform = excluded.platform, channel = excluded.channel, target_kind = excluded.target_kind,
                    target_cipher = excluded.target_cipher, target_hash = excluded.target_hash,
                    target_hash_next = excluded.target_hash_next, app_version = excluded.app_version, registered_at = excluded.registered_at, revoked_at = null
                where known.worker_id = excluded.worker_id
            returning id, platform, channel, app_version, registered_at, lost_at, version
            """;

    private static final String REVOKE =
            "update device set revoked_at = coalesce(revoked_at, $3) where id = $1 and worker_id = $2";

    /** Held until the end of the transaction, so that a phone is declared lost once. */
    private static final String LOCK_OF_WORKER =
            "select worker_id, lost_at from device where id = $1 and worker_id = $2 for update";

    private static final String LOSE =
            "update device set lost_at = $2, revoked_at = coalesce(revoked_at, $2) where id = $1";

    private static final String OF_WORKER = """
            select id, platform, channel, app_version, registered_at, lost_at, version
            from device
            where worker_id = $1 and (revoked_at is null or $4) and id > $2
            order by id limit $3
            """;

    private final Pool pool;

    DeviceRows(Pool pool) {
        this.pool = pool;
    }

    /** A target as it is stored. */
    record Sealed(DeviceForm.TargetKind kind, Buffer cipher, Hashes hashes) {

        private Buffer hash() {
            return Buffer.buffer(hashes.hash());
        }

        private @Nullable Buffer next() {
            byte[] next = hashes.next();
            return next == null ? null : Buffer.buffer(next);
        }

        private Buffer[] any() {
            return hashes.any().stream().map(Buffer::buffer).toArray(Buffer[]::new);
        }
    }

    /** A device to be stored. */
    record Registration(
            UUID id,
            UUID workerId,
            DeviceForm form,
            @Nullable Sealed target,
            Instant at) {}

    /** Whose device it is, and whether it was declared lost. */
    record Owner(UUID workerId, boolean lost) {}

    /** Whose device this is, until the transaction ends; empty when it is nobody's. */
    Uni<Optional<Owner>> owner(SqlConnection transaction, UUID id) {
        return transaction
                .preparedQuery(LOCK_ID)
                .execute(Tuple.of(id))
                .chain(() -> transaction.preparedQuery(OWNER).execute(Tuple.of(id)))
                .map(rows -> first(rows).map(DeviceRows::owner));
    }

    /** Revokes whatever other device had this target: one installation has one owner. */
    Uni<Void> takeOver(SqlConnection transaction, Registration device, Sealed target) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.tuple().addValue(target.any()))
                .chain(() -> transaction
                        .preparedQuery(TAKE_OVER)
                        .execute(Tuple.of(device.form().channel().name(), target.any(), device.id(), utc(device.at()))))
                .replaceWithVoid();
    }

    /** Stores the device; empty when it is another worker's. */
    Uni<Optional<DeviceView>> upsert(SqlConnection transaction, Registration device) {
        Sealed target = device.target();
        Tuple row = Tuple.of(
                        device.id(),
                        device.workerId(),
                        device.form().platform().name(),
                        device.form().channel().name())
                .addString(target == null ? null : target.kind().name())
                .addValue(target == null ? null : target.cipher())
                .addValue(target == null ? null : target.hash())
                .addValue(target == null ? null : target.next())
                .addString(device.form().appVersion())
                .addOffsetDateTime(utc(device.at()));
        return transaction.preparedQuery(UPSERT).execute(row).map(rows -> first(rows)
                .map(DeviceRows::view));
    }

    /** The worker's device, until the transaction ends; empty when the worker has none of this id. */
    Uni<Optional<Owner>> lock(SqlConnection transaction, UUID id, UUID workerId) {
        return transaction
                .preparedQuery(LOCK_OF_WORKER)
                .execute(Tuple.of(id, workerId))
                .map(rows -> first(rows).map(DeviceRows::owner));
    }

    /** Marks the device as lost and not to be woken. */
    Uni<Void> lose(SqlConnection transaction, UUID id, Instant at) {
        return transaction.preparedQuery(LOSE).execute(Tuple.of(id, utc(at))).replaceWithVoid();
    }

    /** Revokes the worker's device; false when the worker has none of this id. */
    Uni<Boolean> revoke(SqlConnection transaction, UUID id, UUID workerId, Instant at) {
        return transaction
                .preparedQuery(REVOKE)
                .execute(Tuple.of(id, workerId, utc(at)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** The worker's devices that can be woken, or those that are not woken any more and those that are lost as well. */
    Uni<List<DeviceView>> ofWorker(UUID workerId, boolean all, @Nullable UUID after, int rows) {
        return pool.preparedQuery(OF_WORKER)
                .execute(Tuple.of(workerId, after == null ? BEFORE_ALL : after, rows, all))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(DeviceRows::view)
                        .toList());
    }

    static FieldCipher.Place targetPlace(UUID deviceId) {
        return new FieldCipher.Place("device", "target", deviceId);
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }

    private static Owner owner(Row row) {
        return new Owner(row.getUUID("worker_id"), row.getOffsetDateTime("lost_at") != null);
    }

    private static DeviceView view(Row row) {
        OffsetDateTime lostAt = row.getOffsetDateTime("lost_at");
        return new DeviceView(
                row.getUUID("id"),
                DeviceForm.Platform.valueOf(row.getString("platform")),
                DeviceForm.Channel.valueOf(row.getString("channel")),
                row.getString("app_version"),
                row.getOffsetDateTime("registered_at").toInstant(),
                lostAt == null ? null : lostAt.toInstant(),
                row.getInteger("version"));
    }
}
