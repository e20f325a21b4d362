package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.staff.signin.ActivationCodes.Holder;

/** Sets a worker's password for the one-time code from the coordinator, ends what sessions there were, and signs in. */
@Singleton
class Activate {

    private static final String FIELD = "password";

    private final FrontDoor door;
    private final ActivationCodes codes;
    private final Passwords passwords;
    private final AccountRows accounts;
    private final RefreshTokenRows tokens;
    private final Sessions sessions;
    private final TrailRows trail;
    private final Pool pool;

    Activate(
            FrontDoor door,
            ActivationCodes codes,
            Passwords passwords,
            AccountRows accounts,
            RefreshTokenRows tokens,
            Sessions sessions,
            TrailRows trail,
            Pool pool) {
        this.door = door;
        this.codes = codes;
        this.passwords = passwords;
        this.accounts = accounts;
        this.tokens = tokens;
        this.sessions = sessions;
        this.trail = trail;
        this.pool = pool;
    }

    /** A password that cannot be is refused before the code is looked at, and leaves the code as it is. */
    Uni<Result<SessionView>> activate(ActivationForm form) {
        PhoneNumber phone = FrontDoor.number(form.phone());
        return Result.unless(PasswordRules.violations(FIELD, form.password(), phone, ""), form)
                .then(valid -> door.admit(phone, () -> holder(phone, valid)
                        .chain(found -> found.then(holder -> password(holder, valid)))
                        .chain(set -> set.then(worker -> sessions.open(worker, valid.deviceId())))));
    }

    private Uni<Result<Holder>> holder(PhoneNumber phone, ActivationForm form) {
        return codes.holder(phone, form.code()).map(found -> found.<Result<Holder>>map(holder -> Result.unless(
                        PasswordRules.violations(FIELD, form.password(), phone, holder.fullName()), holder))
                .orElseGet(() -> Result.refused(Problem.LOGIN_FAILED)));
    }

    private Uni<Result<UUID>> password(Holder holder, ActivationForm form) {
        return passwords
                .hash(form.password())
                .chain(hash ->
                        pool.withTransaction(transaction -> codes.use(transaction, holder.workerId(), form.code())
                                .chain(used -> used
                                        ? store(transaction, holder.workerId(), hash)
                                        : Uni.createFrom().item(Result.refused(Problem.LOGIN_FAILED)))));
    }

    private Uni<Result<UUID>> store(SqlConnection transaction, UUID worker, String hash) {
        return accounts.setPassword(transaction, worker, hash)
                .chain(() -> tokens.deleteOfWorker(transaction, worker, null))
                .chain(() -> trail.changed(
                        transaction, worker, null, "worker.activate", List.of(new Subject("worker", worker, null))))
                .replaceWith(Result.ok(worker));
    }
}
