package org.shouwang.monitoring.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.platform.problem.Violation;

class ValueRulesTest {

    private static Figures figures(BigDecimal numerator, @Nullable BigDecimal denominator, boolean provisional) {
        return new Figures(numerator, denominator, provisional, "试验报表", null, null, "试填报", null);
    }

    /** A rate, a gross rate, a ratio, and a count. */
    @ParameterizedTest
    @CsvSource({
        "C-E02, 3200, 4000, true,  true,",
        "C-E02, 4000, 4000, true,  true,",
        "C-E02, 4001, 4000, true,  true,  value-numerator-within",
        "C-E02, 0,    0,    true,  true,",
        "C-E02, 3200, ,     true,  true,  value-denominator-needed",
        "C-E05, 4001, 4000, true,  false,",
        "W-H10, 118,  100,  true,  false,",
        "W-B01, 90000.5, 400, true, false,",
        "C-E08, 3,    ,     true,  true,",
        "C-E08, 3,    10,   true,  true,  value-denominator-none",
        "C-E08, 2.5,  ,     true,  true,  value-count-decimals",
        "C-E08, 2.0,  ,     true,  true,",
        "C-E02, 3200, 4000, false, true,  value-quarter-provisional",
        "C-E02, 3200, 4000, false, false,"
    })
    void figuresFitTheirIndicator(
            String code,
            BigDecimal numerator,
            @Nullable BigDecimal denominator,
            boolean provisional,
            boolean quarter,
            @Nullable String rule) {
        Indicator indicator =
                new Catalogues().on(LocalDate.parse("2026-11-23")).find(code).orElseThrow();

        List<Violation> found = ValueRules.check(figures(numerator, denominator, provisional), indicator, quarter);

        assertThat(found).extracting(Violation::rule).isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    /** Townships that owe and gave, their sums, whether all must be there. */
    @ParameterizedTest
    @CsvSource({
        "0,  0,    0,    0, true,",
        "14, 13, 9999, 9999, false,",
        "14, 13, 3200, 4000, true,  value-townships-missing",
        "14, 14, 3200, 4000, true,",
        "14, 14, 3200.0, 4000.00, true,",
        "14, 14, 3199, 4000, false, value-townships-numerator",
        "14, 14, 3200, 4001, true,  value-townships-denominator"
    })
    void aCountyIsTheSumOfItsTownships(
            int owed,
            int given,
            BigDecimal numerators,
            BigDecimal denominators,
            boolean atLast,
            @Nullable String rule) {
        TownshipSum townships = new TownshipSum(owed, given, numerators, denominators);

        List<Violation> found =
                townships.check(figures(BigDecimal.valueOf(3200), BigDecimal.valueOf(4000), true), atLast);

        assertThat(found).extracting(Violation::rule).isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    /** OPEN → SUBMITTED → RETURNED / REVIEWED → PUBLISHED → CORRECTED; what is not listed is too early or too late. */
    @ParameterizedTest
    @CsvSource({
        "SUBMITTED, RETURN,   RETURNED",
        "SUBMITTED, TAKE_BACK, RETURNED",
        "OPEN,      TAKE_BACK,",
        "RETURNED,  TAKE_BACK,",
        "REVIEWED,  TAKE_BACK,",
        "PUBLISHED, TAKE_BACK,",
        "SUBMITTED, REVIEW,   REVIEWED",
        "SUBMITTED, PUBLISH,",
        "SUBMITTED, CORRECT,",
        "SUBMITTED, RESUBMIT,",
        "OPEN,      RESUBMIT, SUBMITTED",
        "OPEN,      REVIEW,",
        "RETURNED,  RESUBMIT, SUBMITTED",
        "RETURNED,  REVIEW,",
        "REVIEWED,  RETURN,   RETURNED",
        "REVIEWED,  REVIEW,",
        "REVIEWED,  PUBLISH,  PUBLISHED",
        "PUBLISHED, RETURN,",
        "PUBLISHED, PUBLISH,",
        "PUBLISHED, CORRECT,  CORRECTED",
        "CORRECTED, CORRECT,  CORRECTED",
        "CORRECTED, RETURN,"
    })
    void anActLeadsToAState(ValueStatus status, ValueActKind act, @Nullable ValueStatus next) {
        assertThat(ValueMoves.after(status, act)).isEqualTo(Optional.ofNullable(next));
    }
}
