package org.shouwang.monitoring.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.problem.Violation;

class TargetRulesTest {

    private static final Catalogues CATALOGUES = new Catalogues();

    /** Kindergartens get better upwards, mortality downwards, the sex ratio in a band; legal aid is watched only. */
    @ParameterizedTest
    @CsvSource({
        "C-E02, 2030, GE,         90,   ,     ,   ,",
        "C-E02, 2021, GE,         90,   ,     ,   ,",
        "C-E02, 2020, GE,         90,   ,     ,   , target-in-round",
        "C-E02, 2031, GE,         90,   ,     ,   , target-in-round",
        "C-E02, 2030, LE,         90,   ,     ,   , target-operator-fits",
        "C-E02, 2030, GE,           ,   ,     ,   , target-value-needed",
        "C-E02, 2030, RISING,       ,   ,     ,   ,",
        "C-E02, 2030, RISING,     90,   ,     ,   , target-value-none",
        "C-E02, 2030, LOCAL,        ,   ,     ,   , target-operator-fits",
        "C-E02, 2030, GE,         90, 95,     ,   , target-upper-of-band",
        "C-H02, 2030, LE,        4.5,   ,     ,   ,",
        "C-H02, 2030, FALLING,      ,   ,     ,   ,",
        "C-S01, 2030, CHANGE_PCT, -20,  , 2020, 9.8,",
        "C-S01, 2030, CHANGE_PCT, -20,  ,     ,   , target-change-baseline",
        "C-S01, 2030, CHANGE_PCT, -20,  , 2030, 9.8, target-baseline-before",
        "C-E02, 2030, GE,         90,   , 2020,   , target-baseline-whole",
        "W-H10, 2030, BETWEEN,   103, 107,    ,   ,",
        "W-H10, 2030, BETWEEN,   103, 103,    ,   , target-upper-of-band",
        "W-H10, 2030, BETWEEN,   103,   ,     ,   , target-upper-of-band",
        "C-L01, 2030, GE,          5,   ,     ,   , target-operator-fits"
    })
    void aTargetFitsItsIndicator(
            String code,
            int year,
            TargetOperator operator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal upper,
            @Nullable Integer baselineYear,
            @Nullable BigDecimal baseline,
            @Nullable String rule) {
        Indicator indicator =
                CATALOGUES.on(LocalDate.parse("2026-11-23")).find(code).orElseThrow();
        TargetForm form = new TargetForm(
                code, "试验规划", year, null, operator, value, upper, null, null, baselineYear, baseline, null);

        List<Violation> found = TargetRules.check(form, indicator, CATALOGUES.round(indicator));

        assertThat(found).extracting(Violation::rule).isEqualTo(rule == null ? List.of() : List.of(rule));
    }
}
