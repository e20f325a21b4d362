package org.shouwang.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash.Hashes;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.platform.secret.SealBroken;

/** Workers as sign-in and views read them, on the reactive pool. */
@Singleton
public class WorkerRows {

    /** By the indexes of both hash columns. */
    private static final String CREDENTIALS = """
            select id, password_hash from worker
            where (phone_hash = any($1) or phone_hash_next = any($1)) and status = 'ACTIVE' and password_hash is not null
            """;

    private static final String PHONES = "select id, phone_cipher from worker where id = any($1) and status = 'ACTIVE'";

    private static final String BY_ID = "select id, full_name, phone_cipher from worker where id = $1";

    private final Pool pool;
    private final FieldCipher cipher;

    WorkerRows(Pool pool, FieldCipher cipher) {
        this.pool = pool;
        this.cipher = cipher;
    }

    /** What a sign-in is checked against. */
    public record Credentials(UUID workerId, String passwordHash) {}

    public Uni<Optional<Credentials>> credentials(Hashes phone) {
        return pool.preparedQuery(CREDENTIALS)
                .execute(Tuple.tuple().addValue(any(phone)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Credentials(row.getUUID("id"), row.getString("password_hash")))
                        .findFirst());
    }

    /** What {@code = any($1)} compares a stored hash with. */
    public static Object any(Hashes phone) {
        return phone.any().stream().map(Buffer::buffer).toArray(Buffer[]::new);
    }

    public Uni<WorkerView> view(UUID workerId) {
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.of(workerId))
                .map(rows -> view(rows.iterator().next()));
    }

    /** The numbers of those of the workers who are active, for messages to them; none of whom it does not open any more. */
    public Uni<Map<UUID, Optional<PhoneNumber>>> phones(Collection<UUID> workerIds) {
        return pool.preparedQuery(PHONES)
                .execute(Tuple.tuple().addArrayOfUUID(workerIds.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getUUID("id"), this::phone)));
    }

    /** One that does not open keeps nobody else from being reached. */
    private Optional<PhoneNumber> phone(Row row) {
        byte[] sealed = row.getBuffer("phone_cipher").getBytes();
        try {
            return PhoneNumber.parse(cipher.decrypt(sealed, phonePlace(row.getUUID("id"))));
        } catch (SealBroken e) {
            return Optional.empty();
        }
    }

    public WorkerView view(Row row) {
        UUID id = row.getUUID("id");
        byte[] phone = row.getBuffer("phone_cipher").getBytes();
        return new WorkerView(id, row.getString("full_name"), masked(id, phone));
    }

    private String masked(UUID workerId, byte[] phoneCipher) {
        String phone = cipher.decrypt(phoneCipher, phonePlace(workerId));
        return PhoneNumber.parse(phone).orElseThrow().masked();
    }

    public static FieldCipher.Place phonePlace(UUID workerId) {
        return new FieldCipher.Place("worker", "phone", workerId);
    }
}
