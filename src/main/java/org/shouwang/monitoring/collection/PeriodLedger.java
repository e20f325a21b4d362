package org.shouwang.monitoring.collection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.RequestHash;

/** Closings and reopenings of periods: nothing of it ever changes. */
@Singleton
class PeriodLedger {

    /** Also closings of releases that kept them in the period alone. */
    private static final String DONE = """
            select period_id, kind, request_hash, worker_id from collection_period_act where id = $1
            union all
            select id, 'CLOSE', null, closed_by from collection_period where closing_id = $1
            """;

    private static final String CLOSED = """
            insert into collection_period_act (id, period_id, kind, done_at, worker_id, appointment_id, request_hash)
            values ($1, $2, 'CLOSE', $3, $4, $5, $6)
            """;

    private static final String REOPENED = """
            insert into collection_period_act (id, period_id, kind, done_at, worker_id, appointment_id, request_hash, reason, due_on)
            values ($1, $2, 'REOPEN', $3, $4, $5, $6, $7, $8)
            """;

    /** A closing of a release that kept it in the period alone. */
    private static final String KEEP_CLOSING = """
            insert into collection_period_act (id, period_id, kind, done_at, worker_id)
            select closing_id, id, 'CLOSE', closed_on::timestamp at time zone 'Asia/Shanghai', closed_by
            from collection_period where id = $1 and closing_id is not null
            on conflict do nothing
            """;

    private final Clock clock;

    PeriodLedger(Clock clock) {
        this.clock = clock;
    }

    /** Whether the act was done before, by the same person and in the same words; refused where its id is another's. */
    Uni<Result<Boolean>> isDone(
            SqlClient transaction, UUID period, UUID act, String kind, RequestHash hash, Caller caller) {
        return transaction.preparedQuery(DONE).execute(Tuple.of(act)).map(rows -> {
            Optional<Row> found =
                    StreamSupport.stream(rows.spliterator(), false).findFirst();
            boolean same = found.filter(row -> row.getUUID("period_id").equals(period)
                            && row.getString("kind").equals(kind)
                            && row.getUUID("worker_id").equals(caller.workerId())
                            && Optional.ofNullable(row.getBuffer("request_hash"))
                                    .map(stored -> hash.matches(stored.getBytes()))
                                    .orElse(true))
                    .isPresent();
            return found.isEmpty() || same ? Result.ok(same) : Result.refused(Problem.ID_REUSED);
        });
    }

    Uni<Void> closed(SqlClient transaction, UUID period, ClosingForm form, Caller caller, Post post) {
        return transaction
                .preparedQuery(CLOSED)
                .execute(act(form.id(), period, RequestHash.of(form), caller, post))
                .replaceWithVoid();
    }

    Uni<Void> reopened(SqlClient transaction, UUID period, ReopeningForm form, Caller caller, Post post) {
        Tuple row = act(form.id(), period, RequestHash.of(form), caller, post)
                .addString(form.reason())
                .addLocalDate(form.dueOn());
        return transaction
                .preparedQuery(KEEP_CLOSING)
                .execute(Tuple.of(period))
                .chain(() -> transaction.preparedQuery(REOPENED).execute(row))
                .replaceWithVoid();
    }

    private Tuple act(UUID id, UUID period, RequestHash hash, Caller caller, Post post) {
        return Tuple.of(id, period, clock.instant().atOffset(ZoneOffset.UTC), caller.workerId())
                .addUUID(post.appointmentId())
                .addBuffer(Buffer.buffer(hash.bytes()));
    }
}
