package org.shouwang.monitoring.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;

/** Deletes a file that nothing refers to. */
@Singleton
class RemoveEvidence {

    private final EvidenceSenders senders;
    private final EvidenceRows rows;
    private final TrailRows trail;
    private final Pool pool;

    RemoveEvidence(EvidenceSenders senders, EvidenceRows rows, TrailRows trail, Pool pool) {
        this.senders = senders;
        this.rows = rows;
        this.trail = trail;
        this.pool = pool;
    }

    /** Refused with 409 where something refers to it. */
    Uni<Result<UUID>> remove(UUID id, Caller caller) {
        return EvidenceSenders.able(caller)
                .then(able -> pool.withTransaction(transaction -> rows.locked(transaction, id)
                        .chain(found -> found.map(file -> senders.post(transaction, file.unitId(), file.area(), caller)
                                        .chain(sender -> sender.flatMap(
                                                        post -> free(file).map(may -> post))
                                                .thenDo(post -> delete(transaction, file, caller, post))))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))))));
    }

    private static Result<EvidenceFile> free(EvidenceFile file) {
        return file.isAttached()
                ? Result.refused(new Refusal(Problem.STATE_CONFLICT, List.of(Violation.of("id", "evidence-attached"))))
                : Result.ok(file);
    }

    private Uni<UUID> delete(SqlClient transaction, EvidenceFile file, Caller caller, Post post) {
        Subject subject = new Subject(DeclareEvidence.SUBJECT, file.id(), file.area());
        return rows.delete(transaction, file.id())
                .chain(() ->
                        trail.changed(transaction, caller.workerId(), post, "evidence-file.delete", List.of(subject)))
                .replaceWith(file.id());
    }
}
