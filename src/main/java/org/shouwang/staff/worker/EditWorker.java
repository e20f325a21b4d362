package org.shouwang.staff.worker;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.BaseVersion;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.staff.signin.SessionEnd;

/**
 * Corrects what is kept of a worker. A new phone is written to the trail by itself; who is signed in stays signed in, but for
 * those who are made inactive: were they active again, their old sessions would be too, stolen ones among them.
 */
@Singleton
class EditWorker {

    static final String SUBJECT = "WORKER";

    private final WorkerFileRows files;
    private final WorkerPhones phones;
    private final SessionEnd sessions;
    private final Pool pool;
    private final TrailRows trail;

    EditWorker(WorkerFileRows files, WorkerPhones phones, SessionEnd sessions, Pool pool, TrailRows trail) {
        this.files = files;
        this.phones = phones;
        this.sessions = sessions;
        this.pool = pool;
        this.trail = trail;
    }

    Uni<Result<WorkerFileView>> edit(UUID id, Result<BaseVersion> base, WorkerPatch patch, Caller caller) {
        return caller.with(Right.WORKER_WRITE)
                .then(able -> Races.again(() -> pool.withTransaction(transaction -> files.locked(transaction, id)
                        .chain(found -> edited(transaction, found, base, patch, caller)))));
    }

    private Uni<Result<WorkerFileView>> edited(
            SqlClient transaction,
            Optional<WorkerFile> found,
            Result<BaseVersion> base,
            WorkerPatch patch,
            Caller caller) {
        return found.map(Result::ok)
                .orElseGet(() -> Result.refused(Problem.NOT_FOUND))
                .then(file -> checked(file, base, patch, caller)
                        .then(post -> free(transaction, file, patch).map(free -> free.map(phone -> post)))
                        .chain(able -> able.thenDo(post -> store(transaction, file, patch, caller, post))));
    }

    private static Result<Post> checked(WorkerFile file, Result<BaseVersion> base, WorkerPatch patch, Caller caller) {
        return file.carer(caller)
                .flatMap(post ->
                        base.flatMap(version -> version.against(file.version())).map(fresh -> post))
                .flatMap(post -> Result.unless(patch.violations(file), post));
    }

    private Uni<Result<WorkerFile>> free(SqlClient transaction, WorkerFile file, WorkerPatch patch) {
        return patch.newPhone(file)
                .map(phone -> phones.isTaken(transaction, phone, file.id()))
                .orElseGet(() -> Uni.createFrom().item(false))
                .map(taken -> taken ? Result.refused(Problem.ALREADY_REGISTERED) : Result.ok(file));
    }

    private Uni<WorkerFileView> store(
            SqlClient transaction, WorkerFile file, WorkerPatch patch, Caller caller, Post post) {
        Uni<Void> corrected = patch.changesMoreThanThePhone(file)
                ? files.update(transaction, file.id(), patch.name(), patch.sexCode(), patch.status())
                        .chain(() -> patch.status() == WorkerStatus.INACTIVE
                                ? sessions.ofWorker(transaction, file.id())
                                : Uni.createFrom().voidItem())
                        .chain(() -> tell(transaction, file, caller, post, "worker.edit"))
                : Uni.createFrom().voidItem();
        return corrected
                .chain(() -> patch.newPhone(file)
                        .map(phone -> changePhone(transaction, file, phone, caller, post))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> files.find(transaction, file.id()))
                .map(after -> WorkerFileView.of(after.orElseThrow(), caller));
    }

    private Uni<Void> changePhone(SqlClient transaction, WorkerFile file, PhoneNumber phone, Caller caller, Post post) {
        return phones.change(transaction, file.id(), phone)
                .chain(() -> tell(transaction, file, caller, post, "worker.change-phone"));
    }

    private Uni<Void> tell(SqlClient transaction, WorkerFile file, Caller caller, Post post, String action) {
        Subject subject = new Subject(SUBJECT, file.id(), file.area().orElse(null));
        return trail.changed(transaction, caller.workerId(), post, action, List.of(subject));
    }
}
