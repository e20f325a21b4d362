package org.shouwang.staff.worker;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.KeyedHash.Hashes;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.staff.WorkerRows;
import org.shouwang.staff.worker.RosterFacts.Person;
import org.shouwang.staff.worker.RosterPlan.NewWorker;

/** The phones of workers as they are written: encrypted, and found by a keyed hash. */
@Singleton
class WorkerPhones {

    /** Until the transaction ends nobody is deactivated who is about to be appointed. */
    private static final String HOLDERS = """
            select p.place, w.id, w.full_name, w.status
            from unnest($1::text[], $2::int[]) as p(hash, place)
            join worker w on w.phone_hash = decode(p.hash, 'hex') or w.phone_hash_next = decode(p.hash, 'hex')
            order by w.id
            for share of w
            """;

    private static final String INSERT = """
            insert into worker (id, full_name, sex_code, phone_cipher, phone_hash, phone_hash_next)
            select n.id, n.full_name, n.sex_code, decode(n.cipher, 'hex'), decode(n.hash, 'hex'), decode(n.next, 'hex')
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
                as n(id, full_name, sex_code, cipher, hash, next)
            """;

    private static final String TAKEN =
            "select 1 from worker where (phone_hash = any($1) or phone_hash_next = any($1)) and id <> $2";

    private static final String CHANGE =
            "update worker set phone_cipher = $2, phone_hash = $3, phone_hash_next = $4 where id = $1";

    private final FieldCipher cipher;
    private final KeyedHash hash;

    WorkerPhones(FieldCipher cipher, KeyedHash hash) {
        this.cipher = cipher;
        this.hash = hash;
    }

    /** Who has which of these phones. */
    Uni<Map<PhoneNumber, Person>> holders(SqlClient transaction, Collection<PhoneNumber> phones) {
        List<PhoneNumber> asked = List.copyOf(phones);
        List<String> hashes = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < asked.size(); place++) {
            for (byte[] known : hash.all(asked.get(place)).any()) {
                hashes.add(HexFormat.of().formatHex(known));
                places.add(place);
            }
        }
        return transaction
                .preparedQuery(HOLDERS)
                .execute(Tuple.of(hashes.toArray(String[]::new), places.toArray(Integer[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> asked.get(row.getInteger("place")),
                                row -> new Person(
                                        row.getUUID("id"),
                                        row.getString("full_name"),
                                        row.getString("status").equals("ACTIVE")),
                                (person, foundByBothHashes) -> person)));
    }

    Uni<Void> insert(SqlClient transaction, List<NewWorker> workers) {
        HexFormat hex = HexFormat.of();
        List<Hashes> hashes =
                workers.stream().map(worker -> hash.all(worker.entry().phone())).toList();
        Tuple columns = Tuple.tuple()
                .addArrayOfUUID(workers.stream().map(NewWorker::id).toArray(UUID[]::new))
                .addArrayOfString(workers.stream()
                        .map(worker -> worker.entry().fullName())
                        .toArray(String[]::new))
                .addArrayOfString(
                        workers.stream().map(worker -> worker.entry().sexCode()).toArray(String[]::new))
                .addArrayOfString(workers.stream()
                        .map(worker ->
                                hex.formatHex(sealed(worker.id(), worker.entry().phone())))
                        .toArray(String[]::new))
                .addArrayOfString(
                        hashes.stream().map(all -> hex.formatHex(all.hash())).toArray(String[]::new))
                .addArrayOfString(hashes.stream()
                        .map(all -> all.next() == null ? null : hex.formatHex(all.next()))
                        .toArray(String[]::new));
        return transaction.preparedQuery(INSERT).execute(columns).replaceWithVoid();
    }

    /** Whether somebody else has the phone. */
    Uni<Boolean> isTaken(SqlClient transaction, PhoneNumber phone, UUID workerId) {
        return transaction
                .preparedQuery(TAKEN)
                .execute(Tuple.tuple().addValue(WorkerRows.any(hash.all(phone))).addUUID(workerId))
                .map(rows -> rows.size() > 0);
    }

    Uni<Void> change(SqlClient transaction, UUID workerId, PhoneNumber phone) {
        Hashes hashes = hash.all(phone);
        byte[] next = hashes.next();
        Tuple columns = Tuple.of(workerId)
                .addValue(Buffer.buffer(sealed(workerId, phone)))
                .addValue(Buffer.buffer(hashes.hash()))
                .addValue(next == null ? null : Buffer.buffer(next));
        return transaction.preparedQuery(CHANGE).execute(columns).replaceWithVoid();
    }

    private byte[] sealed(UUID workerId, PhoneNumber phone) {
        return cipher.encrypt(phone.value(), WorkerRows.phonePlace(workerId));
    }
}
