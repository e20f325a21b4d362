package org.shouwang.monitoring.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.monitoring.catalogue.Direction;
import org.shouwang.monitoring.catalogue.Milestone;
import org.shouwang.monitoring.catalogue.Target;
import org.shouwang.monitoring.catalogue.TargetLevel;
import org.shouwang.monitoring.catalogue.TargetOperator;

/** Section 3 of the reference, row by row. */
class YearTargetTest {

    private static Target target(
            TargetOperator operator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal upper,
            @Nullable String milestones,
            @Nullable BigDecimal baseline) {
        return new Target(
                TargetLevel.COUNTY,
                null,
                "试验规划",
                2030,
                null,
                operator,
                value,
                upper,
                false,
                milestones == null
                        ? List.of()
                        : Stream.of(milestones.split(";"))
                                .map(one -> new Milestone(
                                        Integer.parseInt(one.substring(0, 4)), new BigDecimal(one.substring(5))))
                                .toList(),
                baseline == null ? null : new Milestone(2020, baseline));
    }

    @ParameterizedTest
    @CsvSource({
        "GE,         UP,   90,  ,         80, 2025,   , 85",
        "GE,         UP,   90,  ,         80, 2020,   , 80",
        "GE,         UP,   90,  ,         80, 2030,   , 90",
        "GE,         UP,   90,  ,         80, 2031,   , 90",
        "GE,         UP,   90,  ,           , 2025,   , 90",
        "GE,         UP,   70,  2025:50,    , 2025,   , 50",
        "GE,         UP,   70,  2025:50,    , 2024,   , 50",
        "GE,         UP,   70,  2025:50,    , 2026,   , 54",
        "GE,         UP,   70,  2025:50,  40, 2022,   , 44",
        "LE,         DOWN, 5.0, 2025:5.2,   , 2027,   , 5.12",
        "LE,         DOWN, 5,   ,          8, 2027,   , 5.9",
        "CHANGE_PCT, DOWN, -20, ,         10, 2030,   , 8",
        "CHANGE_PCT, DOWN, -20, ,         10, 2025,   , 9",
        "CHANGE_PCT, DOWN, -20, 2025:-5,   10, 2025,   , 9.5",
        "CHANGE_PCT, DOWN, -20, ,           , 2025,   ,",
        "RISING,     UP,   ,    ,           , 2026, 71, 71",
        "FALLING,    DOWN, ,    ,           , 2026, 71, 71",
        "RISING,     UP,   ,    ,           , 2026,   ,",
        "LOCAL,      UP,   ,    ,           , 2026, 71,",
        "NONE,       NEUTRAL, , ,           , 2026, 71,",
        "GE,         NEUTRAL, 5,,           , 2026, 71,"
    })
    void aYearAsksForWhatStandsOnTheWay(
            TargetOperator operator,
            Direction direction,
            @Nullable BigDecimal value,
            @Nullable String milestones,
            @Nullable BigDecimal baseline,
            int year,
            @Nullable BigDecimal yearBefore,
            @Nullable BigDecimal expected) {
        Optional<YearTarget> found =
                YearTarget.of(target(operator, value, null, milestones, baseline), direction, year, yearBefore);

        assertThat(found.map(YearTarget::value).map(BigDecimal::stripTrailingZeros))
                .isEqualTo(Optional.ofNullable(expected).map(BigDecimal::stripTrailingZeros));
    }

    /** Gap in per cent of the target with one decimal; none where the target is nought. */
    @ParameterizedTest
    @CsvSource({
        "GE,      UP,   85,    , 80,    false, 5.9",
        "GE,      UP,   85,    , 79.5,  false, 6.5",
        "GE,      UP,   85,    , 85,    true,  0.0",
        "GE,      UP,   85,    , 90,    true,  -5.9",
        "LE,      DOWN, 5,     , 5.5,   false, 10.0",
        "LE,      DOWN, 5,     , 5,     true,  0.0",
        "LE,      DOWN, 5,     , 3.07,  true,  -38.6",
        "LE,      DOWN, 0,     , 0,     true,",
        "LE,      DOWN, 0,     , 1,     false,",
        "BETWEEN, BAND, 103, 107, 103,  true,  0.0",
        "BETWEEN, BAND, 103, 107, 107,  true,  0.0",
        "BETWEEN, BAND, 103, 107, 105,  true,  -1.9",
        "BETWEEN, BAND, 103, 107, 102,  false, 1.0",
        "BETWEEN, BAND, 103, 107, 118,  false, 10.3",
        "APPROX,  UP,   45,    , 43.2,  true,  4.0",
        "APPROX,  UP,   45,    , 42.75, true,  5.0",
        "APPROX,  UP,   45,    , 42.7,  false, 5.1",
        "APPROX,  UP,   45,    , 50,    true,  -11.1"
    })
    void aValueIsHeldAgainstIt(
            TargetOperator operator,
            Direction direction,
            BigDecimal value,
            @Nullable BigDecimal upper,
            BigDecimal reached,
            boolean met,
            @Nullable BigDecimal gap) {
        YearTarget target = YearTarget.of(target(operator, value, upper, null, null), direction, 2030, null)
                .orElseThrow();

        assertThat(target.isMet(reached)).isEqualTo(met);
        assertThat(target.gap(reached).map(part -> part.movePointRight(2).setScale(1, RoundingMode.HALF_UP)))
                .isEqualTo(Optional.ofNullable(gap));
    }

    @ParameterizedTest
    @CsvSource({
        "GE, UP,   90, 80, 85, 0.5",
        "LE, DOWN, 5,  8,  6.5, 0.5",
        "GE, UP,   90, 80, 95, 1.5",
        "GE, UP,   90, 80, 78, -0.2",
        "GE, UP,   90, 90, 95,",
        "GE, UP,   90,   , 95,"
    })
    void theWayGoneIsCountedFromTheBaseline(
            TargetOperator operator,
            Direction direction,
            BigDecimal value,
            @Nullable BigDecimal baseline,
            BigDecimal reached,
            @Nullable BigDecimal progress) {
        Target asked = target(operator, value, null, null, baseline);

        Optional<BigDecimal> gone =
                YearTarget.last(asked, direction, null).orElseThrow().progress(asked.baseline(), reached);

        assertThat(gone.map(BigDecimal::stripTrailingZeros))
                .isEqualTo(Optional.ofNullable(progress).map(BigDecimal::stripTrailingZeros));
    }

    @Test
    void aBandHasNoProgress() {
        Target band =
                target(TargetOperator.BETWEEN, BigDecimal.valueOf(103), BigDecimal.valueOf(107), null, BigDecimal.TEN);

        assertThat(YearTarget.last(band, Direction.BAND, null)
                        .orElseThrow()
                        .progress(band.baseline(), BigDecimal.valueOf(105)))
                .isEmpty();
    }
}
