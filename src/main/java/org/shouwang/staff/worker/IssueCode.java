package org.shouwang.staff.worker;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.staff.signin.ActivationCodes;

/** Gives a worker a new one-time code, for a first sign-in or after a forgotten password. The code before it is dead. */
@Singleton
class IssueCode {

    private static final String EXPIRY = "select expires_at from activation_code where worker_id = $1";

    private final WorkerFileRows files;
    private final ActivationCodes codes;
    private final Pool pool;
    private final TrailRows trail;

    IssueCode(WorkerFileRows files, ActivationCodes codes, Pool pool, TrailRows trail) {
        this.files = files;
        this.codes = codes;
        this.pool = pool;
        this.trail = trail;
    }

    Uni<Result<ActivationCodeView>> issue(UUID id, Caller caller) {
        return caller.with(Right.WORKER_WRITE)
                .then(able -> pool.withTransaction(transaction -> files.locked(transaction, id)
                        .map(found -> found.map(Result::ok).orElseGet(() -> Result.refused(Problem.NOT_FOUND)))
                        .chain(found -> found.then(file -> file.carer(caller)
                                .flatMap(post -> file.status() == WorkerStatus.ACTIVE
                                        ? Result.ok(post)
                                        : Result.refused(Problem.STATE_CONFLICT))
                                .thenDo(post -> issued(transaction, file, caller, post))))));
    }

    private Uni<ActivationCodeView> issued(SqlClient transaction, WorkerFile file, Caller caller, Post post) {
        Subject subject = new Subject(EditWorker.SUBJECT, file.id(), file.area().orElse(null));
        return codes.issue(transaction, List.of(file.id()))
                .call(() -> trail.changed(transaction, caller.workerId(), post, "worker.issue-code", List.of(subject)))
                .chain(issued -> transaction
                        .preparedQuery(EXPIRY)
                        .execute(Tuple.of(file.id()))
                        .map(rows -> new ActivationCodeView(
                                Objects.requireNonNull(issued.get(file.id())),
                                rows.iterator()
                                        .next()
                                        .getOffsetDateTime("expires_at")
                                        .toInstant())));
    }
}
