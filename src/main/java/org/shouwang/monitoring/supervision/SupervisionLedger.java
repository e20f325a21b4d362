package org.shouwang.monitoring.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.monitoring.supervision.SupervisionAct.Subject;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** What was done to letters and plans: nothing of it ever changes. */
@Singleton
class SupervisionLedger {

    private static final String DONE =
            "select letter_id, plan_id, kind, request_hash, worker_id from supervision_act where id = $1";

    private static final String INSERT = """
            insert into supervision_act (id, letter_id, plan_id, kind, done_at, worker_id, appointment_id, request_hash, text, due_on,
                                         item_no, milestone_no, figure, reply_file_ids)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """;

    /** By supervision_act_letter and supervision_act_plan. */
    private static final String HISTORY = """
            select kind, done_at, text, due_on, item_no, milestone_no, figure, reply_file_ids from supervision_act where %s = $1 order by done_at, id
            """;

    private final Clock clock;

    SupervisionLedger(Clock clock) {
        this.clock = clock;
    }

    /** Whether the act was done before, by the same person and in the same words; refused where its id is another's. */
    Uni<Result<Boolean>> isDone(SqlClient transaction, SupervisionAct act, Caller caller) {
        return transaction.preparedQuery(DONE).execute(Tuple.of(act.id())).map(rows -> {
            Optional<Row> found =
                    StreamSupport.stream(rows.spliterator(), false).findFirst();
            boolean same = found.filter(row -> act.of()
                                    .equals(row.getUUID(act.subject().column()))
                            && row.getString("kind").equals(act.kind())
                            && row.getUUID("worker_id").equals(caller.workerId())
                            && act.hash().matches(row.getBuffer("request_hash").getBytes()))
                    .isPresent();
            return found.isEmpty() || same ? Result.ok(same) : Result.refused(Problem.ID_REUSED);
        });
    }

    Uni<Void> write(SqlClient transaction, SupervisionAct act, Caller caller, Post post) {
        Tuple row = Tuple.of(act.id())
                .addUUID(act.subject() == Subject.LETTER ? act.of() : null)
                .addUUID(act.subject() == Subject.PLAN ? act.of() : null)
                .addString(act.kind())
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addUUID(caller.workerId())
                .addUUID(post.appointmentId())
                .addBuffer(Buffer.buffer(act.hash().bytes()))
                .addString(act.text())
                .addLocalDate(act.dueOn())
                .addInteger(act.itemNo())
                .addInteger(act.milestoneNo())
                .addBigDecimal(act.figure())
                .addArrayOfUUID(Letter.array(act.files()));
        return transaction.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    /** All that was done to a letter or a plan, the earliest first. */
    Uni<List<SupervisionActView>> of(SqlClient client, Subject subject, UUID id) {
        return client.preparedQuery(HISTORY.formatted(subject.column()))
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new SupervisionActView(
                                row.getString("kind"),
                                row.getOffsetDateTime("done_at").toInstant(),
                                row.getString("text"),
                                row.getLocalDate("due_on"),
                                row.getInteger("item_no"),
                                row.getInteger("milestone_no"),
                                row.getBigDecimal("figure"),
                                Letter.files(row)))
                        .toList());
    }
}
