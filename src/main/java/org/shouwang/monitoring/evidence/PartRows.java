package org.shouwang.monitoring.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The parts of files, one at a time. */
@Singleton
class PartRows {

    private static final String IS_SAME =
            "select bytes = $3 as same from evidence_part where file_id = $1 and number = $2";

    private static final String INSERT = "insert into evidence_part (file_id, number, bytes) values ($1, $2, $3)";

    private static final String BYTES = "select bytes from evidence_part where file_id = $1 and number = $2";

    /** Where the bytes are, so that none of them travels for it. */
    private static final String WHOLE = """
            select encode(sha256(string_agg(bytes, ''::bytea order by number)), 'hex') as sha256,
                   (select substring(h.bytes from 1 for $2) from evidence_part h where h.file_id = $1 and h.number = 1) as head
            from evidence_part where file_id = $1
            """;

    private static final String DELETE = "delete from evidence_part where file_id = $1";

    /** What all parts together are. */
    record Whole(String sha256, Buffer head) {}

    /** Whether a part has these bytes; empty where it is not there. */
    Uni<Optional<Boolean>> isSame(SqlClient transaction, UUID file, int number, Buffer bytes) {
        return transaction
                .preparedQuery(IS_SAME)
                .execute(Tuple.of(file, number).addBuffer(bytes))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getBoolean("same"))
                        .findFirst());
    }

    Uni<Void> insert(SqlClient transaction, UUID file, int number, Buffer bytes) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of(file, number).addBuffer(bytes))
                .replaceWithVoid();
    }

    Uni<byte[]> bytes(SqlClient client, UUID file, int number) {
        return client.preparedQuery(BYTES)
                .execute(Tuple.of(file, number))
                .map(rows -> rows.iterator().next().getBuffer("bytes").getBytes());
    }

    Uni<Whole> whole(SqlClient transaction, UUID file) {
        return transaction
                .preparedQuery(WHOLE)
                .execute(Tuple.of(file, EvidenceType.HEAD))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Whole(row.getString("sha256"), row.getBuffer("head"));
                });
    }

    Uni<Void> throwAway(SqlClient transaction, UUID file) {
        return transaction.preparedQuery(DELETE).execute(Tuple.of(file)).replaceWithVoid();
    }
}
