package org.shouwang.monitoring.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 6 of the reference, each act in each state. */
class LetterMovesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            useHeadersInDisplayName = true,
            value = {
                "act,     DRAFT,  ISSUED,   RECEIVED, REPLIED,      ACCEPTED, NOT_ACCEPTED, CLOSED",
                "ISSUE,   ISSUED, -,        -,        -,            -,        -,            -",
                "RECEIVE, -,      RECEIVED, -,        -,            -,        -,            -",
                "REPLY,   -,      -,        REPLIED,  -,            -,        REPLIED,      -",
                "ACCEPT,  -,      -,        -,        ACCEPTED,     -,        -,            -",
                "REJECT,  -,      -,        -,        NOT_ACCEPTED, -,        -,            -",
                "CLOSE,   -,      -,        -,        -,            CLOSED,   -,            -",
                "ACCOUNT, -,      ISSUED,   RECEIVED, REPLIED,      ACCEPTED, NOT_ACCEPTED, -",
                "REVOKE,  CLOSED, CLOSED,   CLOSED,   CLOSED,       CLOSED,   CLOSED,       -"
            })
    void eachActHasItsStates(
            LetterActKind act,
            @Nullable LetterStatus draft,
            @Nullable LetterStatus issued,
            @Nullable LetterStatus received,
            @Nullable LetterStatus replied,
            @Nullable LetterStatus accepted,
            @Nullable LetterStatus notAccepted,
            @Nullable LetterStatus closed) {
        assertThat(LetterMoves.after(LetterStatus.DRAFT, act)).isEqualTo(Optional.ofNullable(draft));
        assertThat(LetterMoves.after(LetterStatus.ISSUED, act)).isEqualTo(Optional.ofNullable(issued));
        assertThat(LetterMoves.after(LetterStatus.RECEIVED, act)).isEqualTo(Optional.ofNullable(received));
        assertThat(LetterMoves.after(LetterStatus.REPLIED, act)).isEqualTo(Optional.ofNullable(replied));
        assertThat(LetterMoves.after(LetterStatus.ACCEPTED, act)).isEqualTo(Optional.ofNullable(accepted));
        assertThat(LetterMoves.after(LetterStatus.NOT_ACCEPTED, act)).isEqualTo(Optional.ofNullable(notAccepted));
        assertThat(LetterMoves.after(LetterStatus.CLOSED, act)).isEqualTo(Optional.ofNullable(closed));
    }
}
