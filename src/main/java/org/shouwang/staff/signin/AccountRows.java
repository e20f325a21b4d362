package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash.Hashes;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.staff.WorkerRows;

/** What a worker signs in with. */
@Singleton
class AccountRows {

    private static final String OF_PHONE =
            "select id from worker where (phone_hash = any($1) or phone_hash_next = any($1)) and status = 'ACTIVE'";
    private static final String OF_WORKER =
            "select id, full_name, phone_cipher, password_hash from worker where id = $1";
    private static final String SET_PASSWORD = "update worker set password_hash = $2 where id = $1";
    private static final String REPLACE_PASSWORD =
            "update worker set password_hash = $2 where id = $1 and password_hash = $3";

    private final Pool pool;
    private final FieldCipher cipher;

    AccountRows(Pool pool, FieldCipher cipher) {
        this.pool = pool;
        this.cipher = cipher;
    }

    /** A worker's account. */
    record Account(
            UUID workerId,
            String fullName,
            PhoneNumber phone,
            @Nullable String passwordHash) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /** The active worker of this number. */
    Uni<Optional<UUID>> workerOf(Hashes phone) {
        return pool.preparedQuery(OF_PHONE)
                .execute(Tuple.tuple().addValue(WorkerRows.any(phone)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .findFirst());
    }

    Uni<Account> of(UUID workerId) {
        return pool.preparedQuery(OF_WORKER)
                .execute(Tuple.of(workerId))
                .map(rows -> account(rows.iterator().next()));
    }

    Uni<Void> setPassword(SqlClient tx, UUID workerId, String hash) {
        return tx.preparedQuery(SET_PASSWORD).execute(Tuple.of(workerId, hash)).replaceWithVoid();
    }

    /** False when the password is another one meanwhile. */
    Uni<Boolean> replacePassword(SqlClient tx, UUID workerId, String hash, @Nullable String old) {
        return tx.preparedQuery(REPLACE_PASSWORD)
                .execute(Tuple.of(workerId, hash, old))
                .map(rows -> rows.rowCount() == 1);
    }

    private Account account(Row row) {
        UUID id = row.getUUID("id");
        String phone = cipher.decrypt(row.getBuffer("phone_cipher").getBytes(), WorkerRows.phonePlace(id));
        return new Account(id, row.getString("full_name"), new PhoneNumber(phone), row.getString("password_hash"));
    }
}
