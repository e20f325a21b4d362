package org.shouwang.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.firebase.ErrorCode;
import com.google.firebase.messaging.MessagingErrorCode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.notification.gateway.PushResult.Outcome;

class FcmVerdictTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "UNREGISTERED,           NOT_FOUND,          404, GONE",
        "SENDER_ID_MISMATCH,     PERMISSION_DENIED,  403, MISCONFIGURED",
        "INVALID_ARGUMENT,       INVALID_ARGUMENT,   400, REFUSED",
        "THIRD_PARTY_AUTH_ERROR, UNAUTHENTICATED,    401, CHANNEL_DOWN",
        "QUOTA_EXCEEDED,         RESOURCE_EXHAUSTED, 429, RETRY",
        "UNAVAILABLE,            UNAVAILABLE,        503, RETRY",
        "INTERNAL,               INTERNAL,           500, RETRY",
    })
    void everyCodeOfFcmHasItsOutcome(MessagingErrorCode code, ErrorCode platform, int status, Outcome outcome) {
        PushResult result = FcmVerdict.of(code, platform, status, null, NOW);

        assertThat(result).isEqualTo(new PushResult(outcome, code.name(), null, null));
    }

    @ParameterizedTest
    @EnumSource(MessagingErrorCode.class)
    void noCodeOfFcmIsForgottenOrTakenForSuccess(MessagingErrorCode code) {
        assertThat(FcmVerdict.of(code, ErrorCode.UNKNOWN, null, null, NOW).outcome())
                .isNotEqualTo(Outcome.SENT);
    }

    @ParameterizedTest
    @EnumSource(value = ErrorCode.class, mode = Mode.EXCLUDE, names = "INVALID_ARGUMENT")
    void withoutFcmsOwnCodeNothingIsDeletedOrPaused(ErrorCode platform) {
        PushResult result = FcmVerdict.of(null, platform, null, null, NOW);

        assertThat(result).isEqualTo(PushResult.retry(platform.name(), null));
    }

    @Test
    void aMessageThatGooglesServicesCallInvalidIsRefused() {
        PushResult result = FcmVerdict.of(null, ErrorCode.INVALID_ARGUMENT, 400, null, NOW);

        assertThat(result).isEqualTo(PushResult.of(Outcome.REFUSED, "INVALID_ARGUMENT"));
    }

    @Test
    void anUnknownStatusBacksOffAndNamesTheStatus() {
        PushResult result = FcmVerdict.of(null, ErrorCode.UNKNOWN, 418, null, NOW);

        assertThat(result).isEqualTo(PushResult.retry("HTTP_418", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120                           | PT2M",
                " 7                            | PT7S",
                "86401                         | PT24H",
                "99999999999999999999          | PT24H",
                "Mon, 02 Mar 2026 01:00:30 GMT | PT30S",
                "Mon, 02 Mar 2099 01:00:30 GMT | PT24H",
            })
    void retryAfterIsReadAsSecondsOrDateAndBounded(String header, Duration expected) {
        PushResult result = FcmVerdict.of(null, ErrorCode.RESOURCE_EXHAUSTED, 429, header, NOW);

        assertThat(result.retryAfter()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "soon", "1.5", "Mon, 02 Mar 2026 00:59:00 GMT", "+999999999-12-31"})
    void aSenselessRetryAfterIsNoWish(String header) {
        PushResult result = FcmVerdict.of(MessagingErrorCode.UNAVAILABLE, ErrorCode.UNAVAILABLE, 503, header, NOW);

        assertThat(result).isEqualTo(PushResult.retry("UNAVAILABLE", null));
    }
}
