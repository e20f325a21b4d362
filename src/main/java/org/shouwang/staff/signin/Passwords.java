package org.shouwang.staff.signin;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.concurrent.Callable;

/**
 * Bcrypt on a few threads of its own, since each call takes a core for a while. How many wait for a thread is bounded at the
 * {@link FrontDoor}. A password typed in full-width letters is the same password (NIST SP 800-63B 3.1.1.2).
 */
@Singleton
class Passwords {

    /** Hash of a password that nobody has, compared against for numbers that nobody has. */
    static final String NOBODY = BcryptUtil.bcryptHash("nobody signs in with this");

    private final WorkerExecutor threads;
    private final Counter computed;

    Passwords(SessionConfig config, Vertx vertx, MeterRegistry meters) {
        this.threads = vertx.createSharedWorkerExecutor("sign-in", config.comparedAtOnce());
        this.computed = meters.counter("shouwang.login.bcrypt");
    }

    Uni<Boolean> matches(String password, String passwordHash) {
        return compute(() -> BcryptUtil.matches(plain(password), passwordHash));
    }

    Uni<String> hash(String password) {
        return compute(() -> BcryptUtil.bcryptHash(plain(password)));
    }

    /** The password as it is hashed and judged. */
    static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    private <T> Uni<T> compute(Callable<T> work) {
        return threads.executeBlocking(
                () -> {
                    computed.increment();
                    return work.call();
                },
                false);
    }
}
