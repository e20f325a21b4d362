package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Ids;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.KeyedHash.Hashes;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.staff.WorkerRows;

/**
 * Makes the administrator who imports everybody else. Only while the instance has none; one who never set a password gets a
 * new code, since the slip of paper may be lost.
 */
@Singleton
class FirstAdministrator {

    private static final String ALONE =
            "select pg_advisory_xact_lock(hashtextextended('org.shouwang.staff.FirstAdministrator', 0))";

    private static final String ADMINISTRATORS = """
            select w.id, w.phone_hash, w.password_hash is null as is_new
            from appointment a join worker w on w.id = a.worker_id
            where a.role_code = 'ADMINISTRATOR' and a.area_code is null and a.organisation_id is null
              and a.status <> 'ENDED'
            """;

    private static final String SAME_PHONE =
            "select 1 from worker where phone_hash = any($1) or phone_hash_next = any($1)";

    private static final String WORKER = """
            insert into worker (id, full_name, sex_code, phone_cipher, phone_hash, phone_hash_next)
            values ($1, $2, '0', $3, $4, $5)
            """;

    private static final String POST = """
            insert into appointment (id, worker_id, role_code, appointed_on) values ($1, $2, 'ADMINISTRATOR', $3)
            """;

    private final Pool pool;
    private final ActivationCodes codes;
    private final TrailRows trail;
    private final FieldCipher cipher;
    private final KeyedHash hash;
    private final Clock clock;

    FirstAdministrator(
            Pool pool, ActivationCodes codes, TrailRows trail, FieldCipher cipher, KeyedHash hash, Clock clock) {
        this.pool = pool;
        this.codes = codes;
        this.trail = trail;
        this.cipher = cipher;
        this.hash = hash;
        this.clock = clock;
    }

    /** Answers the activation code; empty when somebody else has the post, or works here under that phone. */
    Uni<Optional<String>> appoint(String fullName, PhoneNumber phone) {
        return pool.withTransaction(tx -> tx.query(ALONE)
                .execute()
                .chain(() -> tx.query(ADMINISTRATORS).execute())
                .chain(holders -> holders.size() == 0 ? create(tx, fullName, phone) : again(tx, holders, phone)));
    }

    private Uni<Optional<String>> again(SqlClient tx, RowSet<Row> holders, PhoneNumber phone) {
        Row holder = holders.iterator().next();
        boolean lostTheCode = holders.size() == 1
                && holder.getBoolean("is_new")
                && hash.all(phone).any().stream()
                        .anyMatch(known ->
                                Arrays.equals(holder.getBuffer("phone_hash").getBytes(), known));
        return lostTheCode
                ? issue(tx, holder.getUUID("id"), "administrator.code-again")
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Optional<String>> create(SqlClient tx, String fullName, PhoneNumber phone) {
        UUID id = Ids.next();
        Hashes hashes = hash.all(phone);
        byte[] next = hashes.next();
        byte[] sealed = cipher.encrypt(phone.value(), new FieldCipher.Place("worker", "phone", id));
        return tx.preparedQuery(SAME_PHONE)
                .execute(Tuple.tuple().addValue(WorkerRows.any(hashes)))
                .chain(same -> same.size() > 0
                        ? Uni.createFrom().item(Optional.empty())
                        : tx.preparedQuery(WORKER)
                                .execute(Tuple.of(
                                        id,
                                        fullName,
                                        bytes(sealed),
                                        bytes(hashes.hash()),
                                        next == null ? null : bytes(next)))
                                .chain(() -> tx.preparedQuery(POST)
                                        .execute(Tuple.of(Ids.next(), id, LocalDays.today(clock))))
                                .chain(() -> issue(tx, id, "administrator.first")));
    }

    private Uni<Optional<String>> issue(SqlClient tx, UUID worker, String action) {
        return trail.byOperator(tx, action, new Subject("worker", worker, null))
                .chain(() -> codes.issue(tx, List.of(worker)))
                .map(issued -> Optional.of(issued.values().iterator().next()));
    }

    private static io.vertx.core.buffer.Buffer bytes(byte[] bytes) {
        return Buffer.buffer(bytes).getDelegate();
    }
}
