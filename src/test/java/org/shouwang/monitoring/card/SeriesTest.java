package org.shouwang.monitoring.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.monitoring.card.SmallNumber.Counted;
import org.shouwang.monitoring.collection.PastValue;

class SeriesTest {

    private static PastValue value(int year, @Nullable Integer quarter, int numerator, boolean cumulative) {
        return new PastValue(
                "C-H02",
                year,
                quarter,
                BigDecimal.valueOf(numerator),
                BigDecimal.valueOf(100),
                BigDecimal.valueOf(numerator),
                cumulative);
    }

    private static List<BigDecimal> numbers(int... numbers) {
        return Arrays.stream(numbers).mapToObj(BigDecimal::valueOf).toList();
    }

    @Test
    void quartersRunBackOverTheYearUntilOneIsMissing() {
        Series series = new Series(
                List.of(
                        value(2026, 1, 9, false),
                        value(2025, 4, 8, false),
                        value(2025, 3, 7, false),
                        value(2025, 1, 5, false),
                        value(2025, null, 6, false)),
                2026,
                1);

        assertThat(series.quarters(one -> false)).isEqualTo(numbers(9, 8, 7));
    }

    @Test
    void theTrendEndsAtASmallQuarter() {
        Series series = new Series(
                List.of(value(2026, 3, 9, false), value(2026, 2, 8, false), value(2026, 1, 7, false)), 2026, 3);

        assertThat(series.quarters(one -> one.numerator().intValue() == 7)).isEqualTo(numbers(9, 8));
        assertThat(series.quarters(one -> one.numerator().intValue() == 9)).isEqualTo(numbers(9));
    }

    @Test
    void aCountThatBeginsAnewHasNoTrend() {
        List<PastValue> counts = Stream.of(3, 2, 1)
                .map(quarter ->
                        new PastValue("C-E08", 2026, quarter, BigDecimal.TEN, null, BigDecimal.valueOf(quarter), true))
                .toList();

        assertThat(new Series(counts, 2026, 3).quarters(one -> false)).isEqualTo(numbers(3));
    }

    /** Quarters one by one, the same quarter of figures that count from January, or years. */
    @Test
    void smallNumbersAreSummedOverThreeYears() {
        List<PastValue> quarters = Stream.of(2, 1)
                .map(quarter -> value(2026, quarter, quarter, false))
                .toList();
        List<PastValue> fromJanuary = Stream.of(2026, 2025, 2024, 2023)
                .flatMap(year -> Stream.of(value(year, 2, year, true), value(year, 1, 1, true)))
                .toList();
        List<PastValue> years = Stream.of(2026, 2025, 2024, 2023)
                .map(year -> value(year, null, year, false))
                .toList();

        assertThat(new Series(quarters, 2026, 2).threeYears())
                .extracting(Counted::numerator)
                .isEqualTo(numbers(2, 1));
        assertThat(new Series(fromJanuary, 2026, 2).threeYears())
                .extracting(Counted::numerator)
                .isEqualTo(numbers(2026, 2025, 2024));
        assertThat(new Series(years, 2026, null).threeYears())
                .extracting(Counted::numerator)
                .isEqualTo(numbers(2026, 2025, 2024));
    }

    /** What RISING and FALLING are held against: the official value, else the last quarter. */
    @Test
    void theYearBeforeIsItsOfficialValue() {
        PastValue official = value(2025, null, 50, false);
        PastValue third = value(2025, 3, 48, false);
        PastValue second = value(2025, 2, 47, false);

        assertThat(new Series(List.of(third, official), 2026, 1).yearBefore()).isEqualTo(BigDecimal.valueOf(50));
        assertThat(new Series(List.of(third, second), 2026, 1).yearBefore()).isEqualTo(BigDecimal.valueOf(48));
        assertThat(new Series(List.of(), 2026, 1).yearBefore()).isNull();
        assertThat(new Series(List.of(value(2026, 1, 9, true), value(2025, 1, 12, true), third), 2026, 1).yearBefore())
                .isEqualTo(BigDecimal.valueOf(12));
    }

    /** Quarters with their card, and how many in a row were yellow before the first quarter of 2026. */
    @ParameterizedTest
    @CsvSource({
        "'',                              0",
        "2025-4-YELLOW-GAP_ABOVE,         1",
        "2025-3-YELLOW-GAP_ABOVE,         0",
        "2025-4-YELLOW-WORSENING;2025-3-YELLOW-GAP_ABOVE, 2",
        "2025-4-RED-GAP_ABOVE,            0",
        "2025-4-RED-YELLOW_AGAIN;2025-3-YELLOW-NOT_SUBMITTED, 2",
        "2026-1-YELLOW-NOT_SUBMITTED,     0"
    })
    void yellowQuartersAreCountedInARow(String quarters, int before) {
        List<PastCard> cards = Stream.of(quarters.split(";"))
                .filter(one -> !one.isEmpty())
                .map(one -> one.split("-"))
                .map(parts -> new PastCard(
                        "C-E02",
                        new UUID(0, 1),
                        Integer.parseInt(parts[0]),
                        Integer.parseInt(parts[1]),
                        CardColour.valueOf(parts[2]),
                        CardCondition.valueOf(parts[3])))
                .toList();

        assertThat(PastCard.yellowBefore(cards, 2026, 1)).isEqualTo(before);
    }
}
