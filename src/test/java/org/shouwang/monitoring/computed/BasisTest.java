package org.shouwang.monitoring.computed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasisTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);

    @ParameterizedTest
    @CsvSource({
        "FROZEN, false, 2027-01-01, LIVE",
        "DATED,  false, 2027-01-01, LIVE",
        "FROZEN, false, 2026-12-31, NOT_KEPT",
        "DATED,  false, 2026-12-31, DATED",
        "FROZEN, true,  2026-12-31, FROZEN",
        "DATED,  true,  2026-12-31, FROZEN"
    })
    void whatIsStoredAnswersAndAPastDayIsNeverMadeOfToday(Kept kept, boolean stored, LocalDate on, Basis basis) {
        assertThat(Basis.of(kept, stored, on, TODAY)).isEqualTo(basis);
    }

    @ParameterizedTest
    @CsvSource({
        "PLACES,  1,  2, 1, false",
        "PERSONS, 0,  0, 1, false",
        "PERSONS, 1,  4, 9, true",
        "PERSONS, 1,  5, 9, false",
        "PERSONS, 9,  9, 1, true",
        "CASES,   0,  0, 9, false",
        "CASES,   2,  9, 9, true",
        "CASES,   8,  9, 9, true",
        "CASES,   9,  9, 9, false",
        "CASES,   5, 10, 9, false",
        "CASES,   5, 10, 1, true"
    })
    void fewPersonsAreWithheld(About about, long numerator, long denominator, int villages, boolean withheld) {
        assertThat(Withheld.is(about, new Count(numerator, denominator), villages))
                .isEqualTo(withheld);
    }

    @Test
    void aQuarterEndsWithItsThirdMonth() {
        Span quarter = Span.ofQuarter(2026, 4);

        assertThat(quarter).isEqualTo(new Span(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31)));
        assertThat(Span.ofQuarter(LocalDate.of(2026, 12, 31))).isEqualTo(quarter);
        assertThat(Span.ofYear(quarter.on()).from()).isEqualTo("2026-01-01");
    }
}
