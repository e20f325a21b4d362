package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.PhoneNumber;

/** Signs a worker in by phone and the code that was sent to it. Every number takes the same two statements. */
@Singleton
class SignInWithCode {

    private final FrontDoor door;
    private final LoginCodes codes;
    private final AccountRows accounts;
    private final Sessions sessions;
    private final KeyedHash hash;

    SignInWithCode(FrontDoor door, LoginCodes codes, AccountRows accounts, Sessions sessions, KeyedHash hash) {
        this.door = door;
        this.codes = codes;
        this.accounts = accounts;
        this.sessions = sessions;
        this.hash = hash;
    }

    Uni<Result<SessionView>> signIn(String phone, String code, @Nullable UUID deviceId) {
        PhoneNumber number = FrontDoor.number(phone);
        return door.admit(number, () -> checked(number, code)
                .chain(known -> known.then(worker -> sessions.open(worker, deviceId))));
    }

    private Uni<Result<UUID>> checked(PhoneNumber number, String code) {
        return codes.use(number, code)
                .chain(matched -> accounts.workerOf(hash.all(number)).map(found -> found.filter(worker -> matched)
                        .map(Result::ok)
                        .orElseGet(() -> Result.refused(Problem.LOGIN_FAILED))));
    }
}
