package org.shouwang.monitoring.bulletin;

import io.smallrye.mutiny.Uni;
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

/** What was done to bulletins: nothing of it ever changes. */
@Singleton
class BulletinLedger {

    private static final String DONE = "select bulletin_id, kind, worker_id from bulletin_act where id = $1";

    private static final String INSERT = """
            insert into bulletin_act (id, bulletin_id, kind, done_at, worker_id, appointment_id) values ($1, $2, $3, $4, $5, $6)
            """;

    private final Clock clock;

    BulletinLedger(Clock clock) {
        this.clock = clock;
    }

    /** Whether the act was done before, by the same person; refused where its id is another's. */
    Uni<Result<Boolean>> isDone(SqlClient transaction, UUID bulletin, UUID act, BulletinActKind kind, Caller caller) {
        return transaction.preparedQuery(DONE).execute(Tuple.of(act)).map(rows -> {
            Optional<Row> found =
                    StreamSupport.stream(rows.spliterator(), false).findFirst();
            boolean same = found.filter(row -> row.getUUID("bulletin_id").equals(bulletin)
                            && row.getString("kind").equals(kind.name())
                            && row.getUUID("worker_id").equals(caller.workerId()))
                    .isPresent();
            return found.isEmpty() || same ? Result.ok(same) : Result.refused(Problem.ID_REUSED);
        });
    }

    Uni<Void> write(SqlClient transaction, UUID bulletin, UUID act, BulletinActKind kind, Caller caller, Post post) {
        Tuple row = Tuple.of(act, bulletin, kind.name(), clock.instant().atOffset(ZoneOffset.UTC))
                .addUUID(caller.workerId())
                .addUUID(post.appointmentId());
        return transaction.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }
}
