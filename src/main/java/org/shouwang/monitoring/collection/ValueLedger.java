package org.shouwang.monitoring.collection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.RequestHash;

/** What was done to values, with the figures of each version: nothing of it ever changes. */
@Singleton
class ValueLedger {

    private static final String DONE =
            "select value_id, kind, request_hash, worker_id from indicator_value_act where id = $1";

    private static final String INSERT = """
            insert into indicator_value_act (id, value_id, kind, value_version, done_at, worker_id, appointment_id, request_hash,
                                             reason)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;

    private static final String INSERT_WITH_FIGURES = """
            insert into indicator_value_act (id, value_id, kind, value_version, done_at, worker_id, appointment_id, request_hash,
                                             reason, numerator, denominator, provisional, source, estimate_method, evidence,
                                             attested_by, evidence_file_ids, value)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            """;

    private static final String OF_VALUE = """
            select kind, made_by, value_version, done_at, reason, numerator, denominator, provisional, source, estimate_method,
                   evidence, attested_by, evidence_file_ids, value
            from indicator_value_act where value_id = $1
            order by done_at, value_version
            """;

    private final Clock clock;

    ValueLedger(Clock clock) {
        this.clock = clock;
    }

    /** Whether the act was done before, by the same person and in the same words; refused where its id is another's. */
    Uni<Result<Boolean>> isDone(SqlClient transaction, UUID value, ValueAct act, Caller caller) {
        return transaction.preparedQuery(DONE).execute(Tuple.of(act.id())).map(rows -> {
            Optional<Row> found =
                    StreamSupport.stream(rows.spliterator(), false).findFirst();
            boolean same = found.filter(row -> row.getUUID("value_id").equals(value)
                            && row.getString("kind").equals(act.kind().name())
                            && caller.workerId().equals(row.getUUID("worker_id"))
                            && RequestHash.of(act)
                                    .matches(row.getBuffer("request_hash").getBytes()))
                    .isPresent();
            return found.isEmpty() || same ? Result.ok(same) : Result.refused(Problem.ID_REUSED);
        });
    }

    /** @param value what follows from the figures, where the act brings some */
    Uni<Void> write(
            SqlClient transaction,
            UUID valueId,
            int valueVersion,
            ValueAct act,
            @Nullable BigDecimal value,
            Caller caller,
            Post post) {
        Tuple row = Tuple.of(act.id(), valueId, act.kind().name(), valueVersion)
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addUUID(caller.workerId())
                .addUUID(post.appointmentId())
                .addBuffer(Buffer.buffer(RequestHash.of(act).bytes()))
                .addString(act.reason());
        Figures figures = act.figures();
        return figures == null
                ? transaction.preparedQuery(INSERT).execute(row).replaceWithVoid()
                : transaction
                        .preparedQuery(INSERT_WITH_FIGURES)
                        .execute(ValueRows.figures(row, figures, value))
                        .replaceWithVoid();
    }

    /** All that was done to a value, the earliest first. */
    Uni<List<ValueActView>> of(SqlClient client, IndicatorValue value, Caller caller) {
        return client.preparedQuery(OF_VALUE).execute(Tuple.of(value.id())).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> act(row, value, caller))
                .toList());
    }

    private static ValueActView act(Row row, IndicatorValue value, Caller caller) {
        return new ValueActView(
                ValueActKind.valueOf(row.getString("kind")),
                MadeBy.valueOf(row.getString("made_by")),
                row.getOffsetDateTime("done_at").toInstant(),
                row.getInteger("value_version"),
                row.getString("reason"),
                row.getBigDecimal("numerator") == null
                        ? null
                        : FiguresView.of(IndicatorValue.figures(row), value.area(), caller),
                row.getBigDecimal("value"));
    }
}
