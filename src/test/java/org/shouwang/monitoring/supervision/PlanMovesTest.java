package org.shouwang.monitoring.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 7 of the reference, each act in each state. */
class PlanMovesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            useHeadersInDisplayName = true,
            value = {
                "act,    DRAFT,     SUBMITTED, RETURNED,  FILED,   RUNNING, DONE,     VERIFIED",
                "SUBMIT, SUBMITTED, -,         SUBMITTED, -,       -,       -,        -",
                "FILE,   -,         FILED,     -,         -,       -,       -,        -",
                "RETURN, -,         RETURNED,  -,         -,       -,       -,        -",
                "START,  -,         -,         -,         RUNNING, -,       -,        -",
                "REPORT, -,         -,         -,         -,       RUNNING, -,        -",
                "FINISH, -,         -,         -,         -,       DONE,    -,        -",
                "VERIFY, -,         -,         -,         -,       -,       VERIFIED, -"
            })
    void eachActHasItsStates(
            PlanActKind act,
            @Nullable PlanStatus draft,
            @Nullable PlanStatus submitted,
            @Nullable PlanStatus returned,
            @Nullable PlanStatus filed,
            @Nullable PlanStatus running,
            @Nullable PlanStatus done,
            @Nullable PlanStatus verified) {
        assertThat(PlanMoves.after(PlanStatus.DRAFT, act)).isEqualTo(Optional.ofNullable(draft));
        assertThat(PlanMoves.after(PlanStatus.SUBMITTED, act)).isEqualTo(Optional.ofNullable(submitted));
        assertThat(PlanMoves.after(PlanStatus.RETURNED, act)).isEqualTo(Optional.ofNullable(returned));
        assertThat(PlanMoves.after(PlanStatus.FILED, act)).isEqualTo(Optional.ofNullable(filed));
        assertThat(PlanMoves.after(PlanStatus.RUNNING, act)).isEqualTo(Optional.ofNullable(running));
        assertThat(PlanMoves.after(PlanStatus.DONE, act)).isEqualTo(Optional.ofNullable(done));
        assertThat(PlanMoves.after(PlanStatus.VERIFIED, act)).isEqualTo(Optional.ofNullable(verified));
    }
}
