package org.shouwang.register.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.problem.Violation;

class PauseRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    /** Days from today of a pause that is asked for, and of those that were decided before. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0  90  |                        |",
                "0  91  |                        | until pause-too-long",
                "-1 30  |                        | from pause-not-in-past",
                "-9 -1  |                        | until pause-is-over",
                "30 40  |                        |",
                "31 40  |                        | from pause-too-far-ahead",
                "5  9   | 0 4                    |",
                "5  9   | 0 5                    | from pause-twice",
                "0  90  | -90 -1                 |",
                "1  90  | -91 -1                 | until pause-row-too-long",
                "0  90  | -121 -31               |",
                "0  90  | -120 -30               | until pause-row-too-long",
                "0  60  | -60 -20, -110 -80      |",
                "0  60  | -60 -20, -121 -80      | until pause-row-too-long",
                "0  60  | -60 -20, -190 -91      |",
                "0  89  | -91 -92, -150 -92      |",
                "0  20  | 25 90, -91 -5          | until pause-row-too-long"
            })
    void pausesMayFollowOneAnotherForHalfAYear(String asked, String before, String wrong) {
        List<VisitPause> others = new ArrayList<>();
        for (String one : before == null ? new String[0] : before.split(", ", -1)) {
            VisitPauseForm form = form(one);
            others.add(new VisitPause(
                    UUID.randomUUID(), UUID.randomUUID(), form, UUID.randomUUID(), Instant.EPOCH, UUID.randomUUID()));
        }

        List<Violation> found = PauseRules.check(form(asked), RiskLevel.MEDIUM, others, TODAY);

        assertThat(found.stream().map(one -> one.field() + " " + one.rule()).toList())
                .isEqualTo(wrong == null ? List.of() : List.of(wrong));
    }

    private static VisitPauseForm form(String days) {
        String[] parts = days.trim().split(" +", -1);
        return new VisitPauseForm(
                TODAY.plusDays(Long.parseLong(parts[0])),
                TODAY.plusDays(Long.parseLong(parts[1])),
                PauseReason.AWAY_WITH_PARENTS);
    }
}
