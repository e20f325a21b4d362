package org.shouwang.monitoring.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.record.RequestHash;

/** Files without their parts, on the reactive client. */
@Singleton
class EvidenceRows {

    /** How long one is kept whose parts do not come. */
    static final Duration UNFINISHED = Duration.ofDays(7);

    /** How long one is kept that nothing refers to. */
    static final Duration UNATTACHED = Duration.ofDays(30);

    private static final String BY_ID = "select " + EvidenceFile.COLUMNS
            + "from evidence_file f join organisation o on o.id = f.unit_id where f.id = $1";

    private static final String LOCK = "select id from evidence_file where id = $1 for update";

    /** Two that declare for a unit at once wait for each other, or both would pass the limit. */
    private static final String HOLD = "select id from organisation where id = $1 for no key update";

    /** By evidence_file_unit. */
    private static final String USED =
            "select coalesce(sum(size), 0)::bigint as used from evidence_file where unit_id = $1 and year = $2";

    private static final String INSERT = """
            insert into evidence_file (id, unit_id, name, media_type, size, sha256, year, keep_until, declared_at, request_hash, created_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """;

    private static final String KEEP = "update evidence_file set keep_until = $2 where id = $1";

    private static final String COMPLETE = "update evidence_file set completed_at = $2, keep_until = $3 where id = $1";

    private static final String DELETE = "delete from evidence_file where id = $1";

    private final Clock clock;

    EvidenceRows(Clock clock) {
        this.clock = clock;
    }

    Uni<Optional<EvidenceFile>> find(SqlClient client, UUID id) {
        return one(client, BY_ID, id);
    }

    /** Held until the transaction ends; read once it is held, so that parts of another transaction are seen. */
    Uni<Optional<EvidenceFile>> locked(SqlClient transaction, UUID id) {
        return transaction.preparedQuery(LOCK).execute(Tuple.of(id)).chain(() -> find(transaction, id));
    }

    /** Bytes that a unit has declared in a year; nobody else declares for it until the transaction ends. */
    Uni<Long> used(SqlClient transaction, UUID unit, int year) {
        return transaction
                .preparedQuery(HOLD)
                .execute(Tuple.of(unit))
                .chain(() -> transaction.preparedQuery(USED).execute(Tuple.of(unit, year)))
                .map(rows -> rows.iterator().next().getLong("used"));
    }

    Uni<Void> insert(SqlClient transaction, UUID id, EvidenceForm form, UUID workerId) {
        Tuple row = Tuple.of(id, form.unitId(), form.name(), form.mediaType().name(), form.size(), form.sha256())
                .addInteger(LocalDays.today(clock).getYear())
                .addOffsetDateTime(now().plus(UNFINISHED))
                .addOffsetDateTime(now())
                .addBuffer(Buffer.buffer(RequestHash.of(form).bytes()))
                .addUUID(workerId);
        return transaction.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    /** Its sender is at work: the days until it is deleted begin anew. */
    Uni<Void> keep(SqlClient transaction, UUID id) {
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.of(id, now().plus(UNFINISHED)))
                .replaceWithVoid();
    }

    Uni<Void> complete(SqlClient transaction, UUID id) {
        return transaction
                .preparedQuery(COMPLETE)
                .execute(Tuple.of(id, now(), now().plus(UNATTACHED)))
                .replaceWithVoid();
    }

    /** With its parts. */
    Uni<Void> delete(SqlClient transaction, UUID id) {
        return transaction.preparedQuery(DELETE).execute(Tuple.of(id)).replaceWithVoid();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Uni<Optional<EvidenceFile>> one(SqlClient client, String sql, UUID id) {
        return client.preparedQuery(sql).execute(Tuple.of(id)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(EvidenceFile::of)
                .findFirst());
    }
}
