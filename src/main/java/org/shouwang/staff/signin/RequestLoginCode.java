package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.PhoneNumber;

/** Sends a worker a code. For numbers that nobody has all is done but the sending, which nobody waits for anyway. */
@Singleton
class RequestLoginCode {

    private static final int CODES = 100_000_000;

    private final FrontDoor door;
    private final LoginCodes codes;
    private final AccountRows accounts;
    private final SendCode sms;
    private final KeyedHash hash;
    private final SecureRandom random = new SecureRandom();

    RequestLoginCode(FrontDoor door, LoginCodes codes, AccountRows accounts, SendCode sms, KeyedHash hash) {
        this.door = door;
        this.codes = codes;
        this.accounts = accounts;
        this.sms = sms;
        this.hash = hash;
    }

    /** Answers the same for every number; refused only when there is nothing to send with, or no room. */
    Uni<Result<Boolean>> request(String typed) {
        if (!sms.enabled()) {
            return Uni.createFrom().item(Result.refused(Problem.SMS_NOT_AVAILABLE));
        }
        PhoneNumber phone = FrontDoor.number(typed);
        String code = "%08d".formatted(random.nextInt(CODES));
        return door.enter(() -> codes.replace(phone, code)
                .chain(replaced -> accounts.workerOf(hash.all(phone)).map(worker -> {
                    send(phone, code, replaced, worker);
                    return Result.ok(true);
                })));
    }

    private void send(PhoneNumber phone, String code, boolean replaced, Optional<UUID> worker) {
        if (replaced) {
            worker.ifPresent(known -> sms.begin(known, phone, code));
        }
    }
}
