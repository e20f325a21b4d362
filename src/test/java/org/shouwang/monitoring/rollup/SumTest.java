package org.shouwang.monitoring.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.platform.AreaCode;

class SumTest {

    private static Indicator indicator(String code) {
        return new Catalogues().on(LocalDate.of(2026, 11, 23)).find(code).orElseThrow();
    }

    private static Part part(int town, long over, long under) {
        return new Part(
                new AreaCode(990105100000L + town * 1000L),
                "试验",
                "C-E02",
                BigDecimal.valueOf(over),
                BigDecimal.valueOf(under));
    }

    private static Moment quarter(int year, long over, long under) {
        return new Moment(year, 2, BigDecimal.valueOf(over), BigDecimal.valueOf(under));
    }

    /** 90 of 100 and 1 of 2 are 91 of 102, not the mean of 90 and 50 per cent. */
    @Test
    void ratesAreNeverAveraged() {
        Sum sum = new Sum(indicator("C-E02"), List.of(part(1, 90, 100), part(2, 1, 2)));

        assertThat(sum.value()).isEqualTo("89.22");
        assertThat(sum.denominator()).isEqualTo("102");
    }

    @Test
    void equalPartsShareAPlaceAndNothingByNothingHasNone() {
        Part best = part(1, 9, 10);
        Part second = part(2, 8, 10);
        Part alike = part(3, 4, 5);
        Part last = part(4, 1, 2);
        Part nothing = part(5, 0, 0);
        List<Part> parts = List.of(best, second, alike, last, nothing);

        assertThat(parts)
                .extracting(new Sum(indicator("C-E02"), parts)::rank)
                .extracting(rank -> rank.orElse(0))
                .containsExactly(1, 2, 2, 4, 0);
        assertThat(parts)
                .extracting(new Sum(indicator("C-H02"), parts)::rank)
                .extracting(rank -> rank.orElse(0))
                .containsExactly(4, 2, 2, 1, 0);
    }

    @Test
    void threeYearsAreTheSameQuarterOfEach() {
        Moment now = quarter(2026, 1, 10);
        Moment wholeYear = new Moment(2025, null, BigDecimal.TEN, BigDecimal.TEN);
        Course course =
                new Course(indicator("C-E02"), List.of(quarter(2023, 10, 10), quarter(2024, 0, 10), wholeYear, now));

        assertThat(course.years(now)).isEqualTo(2);
        assertThat(course.overThreeYears(now)).isEqualTo("5.00");
        assertThat(course.years(wholeYear)).isEqualTo(1);
    }
}
