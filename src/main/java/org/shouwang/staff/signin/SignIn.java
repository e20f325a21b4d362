package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.staff.WorkerRows;
import org.shouwang.staff.WorkerRows.Credentials;

/** Signs a worker in by phone and password. An unknown number costs the same bcrypt work as a known one. */
@Singleton
class SignIn {

    private final FrontDoor door;
    private final WorkerRows workers;
    private final Passwords passwords;
    private final Sessions sessions;
    private final KeyedHash hash;

    SignIn(FrontDoor door, WorkerRows workers, Passwords passwords, Sessions sessions, KeyedHash hash) {
        this.door = door;
        this.workers = workers;
        this.passwords = passwords;
        this.sessions = sessions;
        this.hash = hash;
    }

    Uni<Result<SessionView>> withPassword(String phone, String password, @Nullable UUID deviceId) {
        PhoneNumber number = FrontDoor.number(phone);
        return door.admit(number, () -> checked(number, password)
                .chain(known -> known.then(compared -> sessions.open(compared, deviceId))));
    }

    private Uni<Result<Credentials>> checked(PhoneNumber number, String password) {
        return workers.credentials(hash.all(number)).chain(found -> passwords
                .matches(password, found.map(Credentials::passwordHash).orElse(Passwords.NOBODY))
                .map(matched -> found.filter(credentials -> matched)
                        .map(Result::ok)
                        .orElseGet(() -> Result.refused(Problem.LOGIN_FAILED))));
    }
}
