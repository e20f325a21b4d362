package org.shouwang.staff.signin;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.KnownLimits;
import org.shouwang.platform.Limit;

/** What somebody who signs in keeps to. */
@Singleton
class SignInLimits implements KnownLimits {

    private final ActivationConfig activation;
    private final SessionConfig session;

    SignInLimits(ActivationConfig activation, SessionConfig session) {
        this.activation = activation;
        this.session = session;
    }

    @Override
    public List<Limit> limits() {
        return List.of(
                new Limit(
                        "signInFailures",
                        AttemptRows.MOST,
                        "Failed sign-ins of a number within `signInFailuresSeconds`; more is 429"),
                Limit.seconds("signInFailures", AttemptRows.WITHIN, "Within which failed sign-ins are counted"),
                Limit.seconds("loginCode", LoginCodes.VALID_FOR, "A code by SMS is valid for so long"),
                Limit.seconds("loginCodeAgain", LoginCodes.BETWEEN, "Until another code is sent"),
                new Limit("loginCodesHourly", LoginCodes.MOST_AN_HOUR, "Codes sent to a number in an hour"),
                new Limit("loginCodeFailures", LoginCodes.MOST_FAILURES, "Wrong tries, then a code is dead"),
                new Limit(
                        "loginCodeFailuresDaily",
                        LoginCodes.MOST_FAILURES_A_DAY,
                        "Wrong tries of a number in a day, over all its codes"),
                Limit.days("activationCode", activation.validFor(), "A code from the coordinator is valid for so long"),
                new Limit("activationCodeFailures", ActivationCodes.MOST_FAILURES, "Wrong tries, then a code is dead"),
                new Limit("passwordLeastCharacters", PasswordRules.SHORTEST, "Fewer are refused"),
                new Limit("passwordMostBytes", PasswordRules.MOST_BYTES, "In UTF-8; more are refused"),
                Limit.seconds("accessToken", session.accessToken(), "As `expiresIn` of a session"),
                Limit.days(
                        "refreshToken",
                        session.refreshToken(),
                        "A phone that was without network for longer signs in again"));
    }
}
