package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.staff.signin.AccountRows.Account;

/** Changes the caller's password. All other sessions of the worker end, since somebody else may know the old one. */
@Singleton
class ChangePassword {

    private final FrontDoor door;
    private final Passwords passwords;
    private final AccountRows accounts;
    private final RefreshTokenRows tokens;
    private final TrailRows trail;
    private final Pool pool;

    ChangePassword(
            FrontDoor door,
            Passwords passwords,
            AccountRows accounts,
            RefreshTokenRows tokens,
            TrailRows trail,
            Pool pool) {
        this.door = door;
        this.passwords = passwords;
        this.accounts = accounts;
        this.tokens = tokens;
        this.trail = trail;
        this.pool = pool;
    }

    /**
     * A wrong old password counts as a failed sign-in: whoever took a phone that is signed in may not guess either.
     *
     * @param session the caller's own session, which goes on
     */
    Uni<Result<UUID>> change(UUID workerId, @Nullable UUID session, String oldPassword, String newPassword) {
        return accounts.of(workerId)
                .map(account -> Result.unless(
                        PasswordRules.violations("newPassword", newPassword, account.phone(), account.fullName()),
                        account))
                .chain(allowed ->
                        allowed.then(account -> door.admit(account.phone(), () -> compared(account, oldPassword)
                                .chain(known -> known.then(same -> replace(same, session, newPassword))))))
                .map(ChangePassword::wrongFieldNamed);
    }

    private Uni<Result<Account>> compared(Account account, String oldPassword) {
        String hash = account.passwordHash();
        return passwords
                .matches(oldPassword, hash == null ? Passwords.NOBODY : hash)
                .map(matched -> matched ? Result.ok(account) : Result.refused(Problem.LOGIN_FAILED));
    }

    private Uni<Result<UUID>> replace(Account account, @Nullable UUID session, String newPassword) {
        return passwords
                .hash(newPassword)
                .chain(hash -> pool.withTransaction(transaction -> accounts.replacePassword(
                                transaction, account.workerId(), hash, account.passwordHash())
                        .chain(replaced -> replaced
                                ? end(transaction, account.workerId(), session)
                                : Uni.createFrom().item(Result.refused(Problem.LOGIN_FAILED)))));
    }

    private Uni<Result<UUID>> end(SqlConnection transaction, UUID worker, @Nullable UUID session) {
        return tokens.deleteOfWorker(transaction, worker, session)
                .chain(() -> trail.changed(
                        transaction, worker, null, "worker.password", List.of(new Subject("worker", worker, null))))
                .replaceWith(Result.ok(worker));
    }

    /** The caller is signed in and stays so: it is the old password that is wrong. */
    private static Result<UUID> wrongFieldNamed(Result<UUID> result) {
        return result.equals(Result.refused(Problem.LOGIN_FAILED))
                ? Result.invalid("oldPassword", "password-wrong")
                : result;
    }
}
