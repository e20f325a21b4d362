package org.shouwang.monitoring.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CataloguesTest {

    private static final Catalogue NOW = new Catalogues().on(LocalDate.parse("2026-11-23"));

    private static Indicator indicator(String code) {
        return NOW.find(code).orElseThrow();
    }

    @Test
    void allRowsOfTheReferenceAreThere() {
        assertThat(NOW.indicators()).hasSize(88);
        Map<IndicatorDomain, Long> byDomain =
                NOW.indicators().stream().collect(Collectors.groupingBy(Indicator::domain, Collectors.counting()));

        assertThat(byDomain)
                .containsOnly(
                        entry(IndicatorDomain.CHILD_HEALTH, 24L),
                        entry(IndicatorDomain.CHILD_SAFETY, 3L),
                        entry(IndicatorDomain.CHILD_EDUCATION, 8L),
                        entry(IndicatorDomain.CHILD_WELFARE, 12L),
                        entry(IndicatorDomain.CHILD_FAMILY, 3L),
                        entry(IndicatorDomain.CHILD_ENVIRONMENT, 2L),
                        entry(IndicatorDomain.CHILD_LEGAL_PROTECTION, 2L),
                        entry(IndicatorDomain.WOMAN_HEALTH, 10L),
                        entry(IndicatorDomain.WOMAN_DECISION_MAKING, 9L),
                        entry(IndicatorDomain.WOMAN_ECONOMY, 4L),
                        entry(IndicatorDomain.WOMAN_SOCIAL_SECURITY, 2L),
                        entry(IndicatorDomain.WOMAN_LAW, 4L),
                        entry(IndicatorDomain.WOMENS_ORGANISATION, 3L),
                        entry(IndicatorDomain.PLAN_AWARENESS, 1L),
                        entry(IndicatorDomain.SPECIAL_FUND, 1L));
    }

    /** For each of them a value can be entered in the quarters or for the year. */
    @Test
    void eachHasOneLeadUnitAndATimeAtWhichItIsDue() {
        assertThat(NOW.indicators()).allSatisfy(indicator -> {
            assertThat(indicator.leadUnit()).isNotBlank().doesNotContain(";");
            assertThat(indicator.isQuarterly() || indicator.isTakenYearly())
                    .as(indicator.code())
                    .isTrue();
            assertThat(indicator.target().operator().hasValue())
                    .isEqualTo(indicator.target().value() != null);
        });
    }

    @Test
    void aRowIsReadWhole() {
        Indicator kindergartens = indicator("C-E02");

        assertThat(kindergartens.nameZh()).isEqualTo("普惠性幼儿园覆盖率");
        assertThat(kindergartens.round()).isEqualTo("CN-C-2021-2030");
        assertThat(kindergartens.supportUnits()).containsExactly("发改", "财政", "自然资源", "住建");
        assertThat(kindergartens.frequencies()).containsExactly(Frequency.Q);
        assertThat(kindergartens.target().value()).isEqualByComparingTo("85");
        assertThat(kindergartens.target().dueOn()).isEqualTo("2025-12-31");
        assertThat(kindergartens.unconfirmed()).isFalse();
        assertThat(indicator("C-E03").target().soft()).isTrue();
        assertThat(indicator("C-H02").target().milestones())
                .containsExactly(new Milestone(2025, new BigDecimal("5.2")));
        assertThat(indicator("W-H10").target().upper()).isEqualByComparingTo("107");
        assertThat(indicator("W-H02").target().year()).isEqualTo(2030);
        assertThat(indicator("W-E04").isCount()).isTrue();
    }

    /** What the reference says of gross rates and deaths is a column, not a code in the program. */
    @Test
    void traitsStandBesideTheReference() {
        assertThat(NOW.indicators().stream().filter(Indicator::deaths).map(Indicator::code))
                .containsExactly("C-H01", "C-H02", "C-H03", "C-S01", "W-H01");
        assertThat(indicator("C-E05").mayExceed()).isTrue();
        assertThat(indicator("C-E04").mayExceed()).isTrue();
        assertThat(indicator("C-H18").mayExceed()).isTrue();
        assertThat(indicator("C-E02").mayExceed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "C-E02, 3200, 4000, 80.00",
        "C-E02, 2, 3, 66.67",
        "C-E02, 1, 8, 12.50",
        "C-E02, 5, 0,",
        "C-H02, 1, 326, 3.07",
        "W-H01, 1, 2600, 38.5",
        "C-L01, 3, , 3",
        "C-W01, 1, 16000, 0.06"
    })
    void aValueIsExact(
            String code, BigDecimal numerator, @Nullable BigDecimal denominator, @Nullable BigDecimal value) {
        assertThat(indicator(code).value(numerator, denominator)).isEqualTo(value);
    }

    @Test
    void codesAreUnique() {
        assertThat(NOW.indicators().stream().collect(Collectors.toMap(Indicator::code, Function.identity())))
                .hasSize(88);
        assertThat(NOW.indicators().stream().map(Indicator::identifier).distinct())
                .hasSize(88);
    }
}
