package org.shouwang.staff.signin;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.staff.WorkerRows;
import org.shouwang.staff.WorkerRows.Credentials;

/** Signs a worker in by phone and password. An unknown number costs the same bcrypt work as a known one. */
@Singleton
class SignIn {

    /** Hash of a password that nobody has, compared against for numbers that nobody has. */
    private static final String NOBODY = BcryptUtil.bcryptHash("nobody signs in with this");

    private final WorkerRows workers;
    private final Sessions sessions;
    private final KeyedHash hash;
    private final BoundedWork comparisons;
    private final Counter compared;

    SignIn(
            WorkerRows workers,
            Sessions sessions,
            KeyedHash hash,
            SessionConfig config,
            Vertx vertx,
            MeterRegistry meters) {
        this.workers = workers;
        this.sessions = sessions;
        this.hash = hash;
        this.comparisons = new BoundedWork(vertx, "sign-in", config.comparedAtOnce(), config.comparedLater());
        this.compared = meters.counter("shouwang.login.bcrypt");
    }

    Uni<Result<SessionView>> withPassword(String phone, String password) {
        return PhoneNumber.parse(phone)
                .map(number -> workers.credentials(hash.all(number)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(found -> matches(
                                password, found.map(Credentials::passwordHash).orElse(NOBODY))
                        .map(compared -> compared.flatMap(matched -> signedIn(found, matched))))
                .chain(signedIn -> signedIn.thenDo(credentials -> sessions.open(credentials.workerId())));
    }

    private static Result<Credentials> signedIn(Optional<Credentials> found, boolean matched) {
        return found.filter(credentials -> matched)
                .map(Result::ok)
                .orElseGet(() -> Result.refused(Problem.LOGIN_FAILED));
    }

    private Uni<Result<Boolean>> matches(String password, String passwordHash) {
        return comparisons.run(() -> {
            compared.increment();
            return BcryptUtil.matches(password, passwordHash);
        });
    }
}
