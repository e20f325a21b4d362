package org.shouwang.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.record.RequestHash;

/** Versions of policies in the transaction of a use case. */
@Singleton
class PolicyRows {

    private static final String COLUMNS = """
            select id, area_code, valid_from, request_hash, created_by, withdrawal_id, withdrawal_reason, version
            from follow_up_policy
            """;

    private static final String FIND = COLUMNS + "where id = $1 for update";

    private static final String WITHDRAWN_BY = COLUMNS + "where withdrawal_id = $1";

    private static final String TAKEN = """
            select exists (select from follow_up_policy
                           where area_code = $1 and valid_from = $2 and withdrawn_at is null) as taken
            """;

    private static final String INSERT = """
            insert into follow_up_policy (id, area_code, name, document_number, valid_from, matrix, request_hash, created_at,
                                          created_by)
            values ($1, $2, $3, $4, $5, cast(cast($6 as text) as jsonb), $7, $8, $9)
            """;

    private static final String WITHDRAW = """
            update follow_up_policy
            set withdrawn_at = $2, withdrawn_by = $3, withdrawal_id = $4, withdrawal_reason = $5, version = version + 1
            where id = $1
            """;

    private final ObjectMapper json;
    private final Clock clock;

    PolicyRows(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** What a use case must know of a version before it decides. */
    record Recorded(
            UUID id,
            AreaCode area,
            LocalDate validFrom,
            Buffer requestHash,
            UUID createdBy,
            @Nullable UUID withdrawalId,
            @Nullable String withdrawalReason,
            int version) {}

    /** Held until the transaction ends. */
    Uni<Optional<Recorded>> find(SqlClient transaction, UUID id) {
        return one(transaction, FIND, id);
    }

    Uni<Optional<Recorded>> withdrawnBy(SqlClient transaction, UUID withdrawalId) {
        return one(transaction, WITHDRAWN_BY, withdrawalId);
    }

    Uni<Boolean> isTaken(SqlClient transaction, AreaCode area, LocalDate day) {
        return transaction
                .preparedQuery(TAKEN)
                .execute(Tuple.of(area.value(), day))
                .map(rows -> rows.iterator().next().getBoolean("taken"));
    }

    Uni<Void> insert(SqlClient transaction, UUID id, AreaCode area, PolicyForm form, UUID workerId) {
        Tuple row = Tuple.of(id, area.value(), form.name(), form.documentNumber(), form.validFrom())
                .addString(matrix(form.policy()))
                .addBuffer(Buffer.buffer(RequestHash.of(form).bytes()))
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addUUID(workerId);
        return transaction.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    Uni<Void> withdraw(SqlClient transaction, UUID id, WithdrawalForm form, UUID workerId) {
        return transaction
                .preparedQuery(WITHDRAW)
                .execute(Tuple.of(id, clock.instant().atOffset(ZoneOffset.UTC), workerId, form.id(), form.reason()))
                .replaceWithVoid();
    }

    private static Uni<Optional<Recorded>> one(SqlClient transaction, String sql, UUID id) {
        return transaction.preparedQuery(sql).execute(Tuple.of(id)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(PolicyRows::recorded)
                .findFirst());
    }

    private static Recorded recorded(Row row) {
        return new Recorded(
                row.getUUID("id"),
                new AreaCode(row.getLong("area_code")),
                row.getLocalDate("valid_from"),
                row.getBuffer("request_hash"),
                row.getUUID("created_by"),
                row.getUUID("withdrawal_id"),
                row.getString("withdrawal_reason"),
                row.getInteger("version"));
    }

    private String matrix(FollowUpPolicy policy) {
        try {
            return json.writeValueAsString(policy);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a version of a follow-up policy cannot be written", e);
        }
    }
}
