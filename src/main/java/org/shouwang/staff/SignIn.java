package org.shouwang.staff;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.staff.WorkerRows.Credentials;

/** Signs a worker in by phone and password. An unknown number costs the same bcrypt work as a known one. */
@Singleton
class SignIn {

    /** Hash of a password that nobody has, compared against for numbers that nobody has. */
    private static final String NOBODY = BcryptUtil.bcryptHash("nobody signs in with this");

    private final WorkerRows workers;
    private final Sessions sessions;
    private final KeyedHash hash;
    private final Vertx vertx;

    SignIn(WorkerRows workers, Sessions sessions, KeyedHash hash, Vertx vertx) {
        this.workers = workers;
        this.sessions = sessions;
        this.hash = hash;
        this.vertx = vertx;
    }

    Uni<Result<SessionView>> withPassword(String phone, String password) {
        return PhoneNumber.parse(phone)
                .map(number -> workers.credentials(hash.of(number)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(found -> matches(
                                password, found.map(Credentials::passwordHash).orElse(NOBODY))
                        .map(matched -> found.filter(credentials -> matched)))
                .chain(signedIn -> signedIn.isEmpty()
                        ? Uni.createFrom().item(Result.refused(Problem.LOGIN_FAILED))
                        : sessions.open(signedIn.get().workerId()).map(Result::ok));
    }

    private Uni<Boolean> matches(String password, String passwordHash) {
        return vertx.executeBlocking(() -> BcryptUtil.matches(password, passwordHash), false);
    }
}
