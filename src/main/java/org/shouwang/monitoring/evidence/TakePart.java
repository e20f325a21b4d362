package org.shouwang.monitoring.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.monitoring.evidence.PartRows.Whole;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Races;

/**
 * Takes a part of a file, in any order; the same again changes nothing. With the last one the file is held against what was
 * declared: where it is another, all parts are thrown away, so that it can be sent again.
 */
@Singleton
class TakePart {

    private final EvidenceSenders senders;
    private final EvidenceRows rows;
    private final PartRows parts;
    private final TrailRows trail;
    private final Pool pool;

    TakePart(EvidenceSenders senders, EvidenceRows rows, PartRows parts, TrailRows trail, Pool pool) {
        this.senders = senders;
        this.rows = rows;
        this.parts = parts;
        this.trail = trail;
        this.pool = pool;
    }

    /** Refused with 409 where other bytes are there, with 422 where it cannot be a part, or the file is not the one declared. */
    Uni<Result<EvidenceView>> take(UUID id, int number, byte[] bytes, Caller caller) {
        return EvidenceSenders.able(caller)
                .then(able -> Races.again(() -> pool.withTransaction(transaction -> rows.locked(transaction, id)
                        .chain(found -> found.map(file -> senders.post(transaction, file.unitId(), file.area(), caller)
                                        .chain(sender -> sender.flatMap(post -> check(file, number, bytes)
                                                        .map(fits -> post))
                                                .then(post -> once(
                                                        transaction,
                                                        file,
                                                        number,
                                                        Buffer.buffer(bytes),
                                                        caller,
                                                        post))))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)))))));
    }

    private static Result<EvidenceFile> check(EvidenceFile file, int number, byte[] bytes) {
        if (!file.parts().has(number)) {
            return Result.invalid("n", "evidence-part", file.parts().count());
        }
        int length = file.parts().length(number);
        return bytes.length == length ? Result.ok(file) : Result.invalid("n", "evidence-part-size", length);
    }

    private Uni<Result<EvidenceView>> once(
            SqlClient transaction, EvidenceFile file, int number, Buffer bytes, Caller caller, Post post) {
        return parts.isSame(transaction, file.id(), number, bytes).chain(same -> same.map(known -> Uni.createFrom()
                        .item(known ? Result.ok(EvidenceView.of(file)) : TakePart.<EvidenceView>other()))
                .orElseGet(() -> store(transaction, file, number, bytes, caller, post)));
    }

    private static <T> Result<T> other() {
        return Result.refused(Problem.ID_REUSED);
    }

    private Uni<Result<EvidenceView>> store(
            SqlClient transaction, EvidenceFile file, int number, Buffer bytes, Caller caller, Post post) {
        boolean last = file.there().size() + 1 == file.parts().count();
        return parts.insert(transaction, file.id(), number, bytes)
                .chain(() -> rows.keep(transaction, file.id()))
                .chain(() -> last
                        ? finish(transaction, file, caller, post)
                        : Uni.createFrom().item(Result.ok(file)))
                .chain(done -> done.thenDo(stored -> rows.find(transaction, file.id())
                        .map(Optional::orElseThrow)
                        .map(EvidenceView::of)));
    }

    private Uni<Result<EvidenceFile>> finish(SqlClient transaction, EvidenceFile file, Caller caller, Post post) {
        Subject subject = new Subject(DeclareEvidence.SUBJECT, file.id(), file.area());
        return parts.whole(transaction, file.id()).chain(whole -> {
            Result<EvidenceFile> judged = judge(file, whole);
            return judged instanceof Result.Ok<EvidenceFile>
                    ? rows.complete(transaction, file.id())
                            .chain(() -> trail.changed(
                                    transaction, caller.workerId(), post, "evidence-file.complete", List.of(subject)))
                            .replaceWith(judged)
                    : parts.throwAway(transaction, file.id()).replaceWith(judged);
        });
    }

    /** Whether it is the file that was declared. */
    static Result<EvidenceFile> judge(EvidenceFile file, Whole whole) {
        if (!whole.sha256().equals(file.sha256())) {
            return Result.invalid("sha256", "evidence-sha256");
        }
        return file.type().begins(whole.head().getBytes())
                ? Result.ok(file)
                : Result.invalid("mediaType", "evidence-media-type", file.type().name());
    }
}
