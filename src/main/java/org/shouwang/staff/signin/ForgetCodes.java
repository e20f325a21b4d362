package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.shouwang.platform.BackgroundJob;

/** Forgets codes that ran out and attempts that count no more. Nodes may do it at the same time: what is gone is gone. */
@Singleton
class ForgetCodes implements BackgroundJob {

    private final ActivationCodes activation;
    private final LoginCodes login;
    private final AttemptRows attempts;
    private final Pool pool;

    ForgetCodes(ActivationCodes activation, LoginCodes login, AttemptRows attempts, Pool pool) {
        this.activation = activation;
        this.login = login;
        this.attempts = attempts;
        this.pool = pool;
    }

    @Override
    public String name() {
        return "forget-codes";
    }

    @Override
    public int order() {
        return 92;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public Uni<Integer> runOnce() {
        return pool.withConnection(
                connection -> activation.deleteExpired(connection).chain(activations -> login.deleteOld(connection)
                        .chain(logins -> attempts.deleteOld(connection).map(old -> activations + logins + old))));
    }
}
