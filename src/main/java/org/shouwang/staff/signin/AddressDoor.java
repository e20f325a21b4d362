package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;

/**
 * Stands before the {@link FrontDoor} and looks at the address only: whoever tries many numbers is stopped here. It is the
 * address of the connection; behind a proxy the forwarded one, where {@code quarkus.http.proxy.proxy-address-forwarding}
 * says that the proxy is to be believed. Addresses are kept in memory and nowhere else.
 */
@Singleton
class AddressDoor {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final LeakyCounts failures;
    private final LeakyCounts codes;
    private final RoutingContext request;

    AddressDoor(AddressLimitConfig config, RoutingContext request) {
        this.failures = new LeakyCounts(config.failures(), config.failuresWithin(), config.addresses());
        this.codes = new LeakyCounts(config.codes(), config.codesWithin(), config.addresses());
        this.request = request;
    }

    /** Lets a sign-in of the current request through; {@code LOGIN_FAILED} counts against its address. */
    <T> Uni<Result<T>> signIn(Supplier<Uni<Result<T>>> attempt) {
        String address = address();
        return past(failures, address, attempt).invoke(result -> {
            if (result.equals(Result.refused(Problem.LOGIN_FAILED))) {
                failures.add(address, System.nanoTime());
            }
        });
    }

    /** Lets the current request for a code through; each counts, whether the number is anybody's or not. */
    <T> Uni<Result<T>> askForCode(Supplier<Uni<Result<T>>> asking) {
        String address = address();
        return past(codes, address, () -> {
            codes.add(address, System.nanoTime());
            return asking.get();
        });
    }

    private <T> Uni<Result<T>> past(LeakyCounts counts, String address, Supplier<Uni<Result<T>>> work) {
        Optional<Duration> wait = counts.wait(address, System.nanoTime());
        return wait.isEmpty()
                ? work.get()
                : Uni.createFrom()
                        .item(Result.refused(Refusal.until(
                                Problem.TOO_MANY_FROM_ADDRESS, wait.get().plus(SECOND))));
    }

    private String address() {
        SocketAddress remote = request.request().remoteAddress();
        return ClientAddress.key(remote == null ? null : remote.hostAddress());
    }
}
