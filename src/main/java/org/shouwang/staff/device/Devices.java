package org.shouwang.staff.device;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.platform.secret.FieldCipher;

/** Workers' devices, for the room that pushes to them. */
@Singleton
public class Devices {

    private static final String OF_WORKERS = """
            select cast(id as text), cast(worker_id as text), channel, platform
            from device
            where worker_id = any(cast(string_to_array(:workers, ',') as uuid[]))
              and revoked_at is null and channel <> 'NONE'
            order by id
            """;

    private static final String WAKEABLE = """
            select distinct worker_id from device where worker_id = any($1) and revoked_at is null and channel = any($2)
            """;

    private static final String ADDRESS = """
            select id, version, target_kind, target_cipher
            from device
            where id = $1 and revoked_at is null and channel = $2
            """;

    private static final String REVOKE =
            "update device set revoked_at = $3 where id = $1 and version = $2 and revoked_at is null";

    private final FieldCipher cipher;
    private final Clock clock;

    Devices(FieldCipher cipher, Clock clock) {
        this.cipher = cipher;
        this.clock = clock;
    }

    /** The devices of these workers that can be woken. Runs on the session of the calling use case. */
    public Uni<List<PushDevice>> ofWorkers(Collection<UUID> workerIds) {
        String workers = workerIds.stream().map(UUID::toString).collect(Collectors.joining(","));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OF_WORKERS, Object[].class)
                        .setParameter("workers", workers)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new PushDevice(
                                UUID.fromString((String) row[0]),
                                UUID.fromString((String) row[1]),
                                (String) row[2],
                                (String) row[3]))
                        .toList());
    }

    /** Those of the workers who have a device that is woken over one of these channels. */
    public Uni<Set<UUID>> wakeable(SqlClient client, Collection<UUID> workerIds, Collection<String> channels) {
        return client.preparedQuery(WAKEABLE)
                .execute(Tuple.of(workerIds.toArray(UUID[]::new), channels.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("worker_id"))
                        .collect(Collectors.toSet()));
    }

    /** Where the device is reached on this channel now; empty when it was revoked or uses another channel since. */
    public Uni<Optional<PushAddress>> address(SqlClient client, UUID deviceId, String channel) {
        return client.preparedQuery(ADDRESS)
                .execute(Tuple.of(deviceId, channel))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::address)
                        .findFirst());
    }

    /**
     * Revokes a device whose target is dead, in the transaction of {@code client}. A device that was registered anew since
     * the address was read keeps its new target.
     */
    public Uni<Void> prune(SqlClient client, PushAddress dead) {
        return client.preparedQuery(REVOKE)
                .execute(Tuple.of(dead.deviceId(), dead.deviceVersion(), DeviceRows.utc(clock.instant())))
                .replaceWithVoid();
    }

    private PushAddress address(Row row) {
        UUID id = row.getUUID("id");
        String target = cipher.decrypt(row.getBuffer("target_cipher").getBytes(), DeviceRows.targetPlace(id));
        return new PushAddress(id, row.getInteger("version"), row.getString("target_kind"), target);
    }
}
