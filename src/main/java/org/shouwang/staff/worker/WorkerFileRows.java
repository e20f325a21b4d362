package org.shouwang.staff.worker;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.staff.WorkerRows;
import org.shouwang.staff.worker.HeldPostRows.Appointment;

/** Workers with all their appointments, as they are read and edited one by one. */
@Singleton
class WorkerFileRows {

    private static final String BY_ID = """
            select id, version, full_name, sex_code, phone_cipher, status, password_hash is not null as activated
            from worker
            where id = $1
            """;

    /** Whoever appoints the worker meanwhile waits. */
    private static final String LOCKED = BY_ID + " for update";

    private static final String UPDATE = """
            update worker
            set full_name = coalesce($2, full_name), sex_code = coalesce($3, sex_code), status = coalesce($4, status)
            where id = $1
            """;

    private final HeldPostRows posts;
    private final FieldCipher cipher;

    WorkerFileRows(HeldPostRows posts, FieldCipher cipher) {
        this.posts = posts;
        this.cipher = cipher;
    }

    Uni<Optional<WorkerFile>> find(SqlClient client, UUID id) {
        return found(client, BY_ID, id);
    }

    /** The worker, unchangeable for others until the transaction ends. */
    Uni<Optional<WorkerFile>> locked(SqlClient transaction, UUID id) {
        return found(transaction, LOCKED, id);
    }

    Uni<Void> update(
            SqlClient transaction,
            UUID id,
            @Nullable String fullName,
            @Nullable String sexCode,
            @Nullable WorkerStatus status) {
        Tuple columns = Tuple.of(id, fullName, sexCode, status == null ? null : status.name());
        return transaction.preparedQuery(UPDATE).execute(columns).replaceWithVoid();
    }

    private Uni<Optional<WorkerFile>> found(SqlClient client, String query, UUID id) {
        return client.preparedQuery(query)
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst())
                .chain(row -> row.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : posts.ofWorker(client, id).map(held -> Optional.of(file(row.get(), held))));
    }

    private WorkerFile file(Row row, List<Appointment> held) {
        UUID id = row.getUUID("id");
        byte[] phone = row.getBuffer("phone_cipher").getBytes();
        return new WorkerFile(
                id,
                row.getInteger("version"),
                row.getString("full_name"),
                row.getString("sex_code"),
                new PhoneNumber(cipher.decrypt(phone, WorkerRows.phonePlace(id))),
                WorkerStatus.valueOf(row.getString("status")),
                row.getBoolean("activated"),
                held);
    }
}
