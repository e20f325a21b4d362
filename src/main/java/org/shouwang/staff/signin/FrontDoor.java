package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.shouwang.platform.pool.Places;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.PhoneNumber;

/**
 * Where every sign-in passes. It lets in so many at the same time that they take neither all connections nor all cores from
 * those who are signed in, and for one number so many failures as {@link AttemptRows} says, whether anybody has it or not.
 */
@Singleton
class FrontDoor {

    private static final Duration SOONEST = Duration.ofSeconds(5);
    private static final Duration SPREAD = Duration.ofSeconds(10);

    private final Places places;
    private final AttemptRows attempts;
    private final KeyedHash hash;

    FrontDoor(SessionConfig config, AttemptRows attempts, KeyedHash hash) {
        this.places = new Places(config.comparedAtOnce() + config.comparedLater(), SOONEST, SPREAD);
        this.attempts = attempts;
        this.hash = hash;
    }

    /** What somebody typed as a number. What can be nobody's is treated like a number that nobody has. */
    static PhoneNumber number(String typed) {
        return PhoneNumber.parse(typed).orElseGet(() -> new PhoneNumber(typed));
    }

    /**
     * Lets an attempt to prove who one is through. {@code LOGIN_FAILED} counts as a failure, success clears the count, any
     * other end was no attempt.
     */
    <T> Uni<Result<T>> admit(PhoneNumber phone, Supplier<Uni<Result<T>>> attempt) {
        byte[] phoneHash = hash.of(phone);
        return places.within(() -> attempts.take(phoneHash)
                .chain(stamp -> stamp.isEmpty() ? tooMany(phoneHash) : attempt(phoneHash, stamp.get(), attempt)));
    }

    /** Lets work through that proves nothing. */
    <T> Uni<Result<T>> enter(Supplier<Uni<Result<T>>> work) {
        return places.within(work);
    }

    /** What anybody who came now would hear, while there is no place. */
    Optional<Refusal> full() {
        return places.full();
    }

    private <T> Uni<Result<T>> tooMany(byte[] phoneHash) {
        return attempts.wait(phoneHash).map(wait -> Result.refused(Refusal.until(Problem.TOO_MANY_ATTEMPTS, wait)));
    }

    private <T> Uni<Result<T>> attempt(byte[] phoneHash, OffsetDateTime stamp, Supplier<Uni<Result<T>>> attempt) {
        return Uni.createFrom()
                .deferred(attempt::get)
                .call(result -> settle(phoneHash, stamp, result))
                .onFailure()
                .call(() -> attempts.giveBack(phoneHash, stamp).onFailure().recoverWithNull());
    }

    private Uni<Void> settle(byte[] phoneHash, OffsetDateTime stamp, Result<?> result) {
        Optional<Problem> refused = result instanceof Result.Refused<?> no
                ? Optional.of(no.refusal().problem())
                : Optional.empty();
        if (refused.isEmpty()) {
            return attempts.clear(phoneHash);
        }
        return refused.get() == Problem.LOGIN_FAILED
                ? Uni.createFrom().voidItem()
                : attempts.giveBack(phoneHash, stamp);
    }
}
