package org.shouwang.monitoring.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {

    private static final ScoreModel MODEL = new ScoreModels().on(LocalDate.parse("2026-12-31"));

    private static Map<ScoreGrade, Integer> counts(@Nullable String text) {
        Map<ScoreGrade, Integer> counts = new EnumMap<>(ScoreGrade.class);
        for (String one : text == null ? new String[0] : text.split(" ", -1)) {
            counts.put(
                    ScoreGrade.valueOf(one.substring(0, one.indexOf('='))),
                    Integer.parseInt(one.substring(one.indexOf('=') + 1)));
        }
        return counts;
    }

    /**
     * Worked by hand: 50 results, 20 in time, 10 quality, 20 less what cards take (2, 5, letter 5, accountability 10); what is not
     * judged is spread.
     */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // All reached, in time, clean, no card.
                "REACHED=4 IN_TIME=8 CLEAN=8, 50.00 20.00 10.00 20.00, 100.00",
                // (2·1 + 1·0.5) ÷ 4 of 50; (6 + 0.5) ÷ 8 of 20; (6 + 0.5) ÷ 8 of 10; 20 − 2 − 5.
                "REACHED=2 CLOSE=1 MISSED=1 IN_TIME=6 LATE=1 MISSING=1 CLEAN=6 RETURNED=1 CORRECTED=1 YELLOW=1 RED=1,"
                        + " 31.25 16.25 8.13 13.00, 68.63",
                // A third is rounded once, at the end of its part.
                "REACHED=1 MISSED=2 IN_TIME=3 CLEAN=3, 16.67 20.00 10.00 20.00, 66.67",
                // What was not reported is not reached.
                "REACHED=1 NO_DATA=1 MISSING=4 IN_TIME=4 CLEAN=4, 25.00 10.00 10.00 20.00, 65.00",
                // Only watched: 50 are spread over 20, 10 and 20 as 40, 20 and 40.
                "IN_TIME=4 CLEAN=4 YELLOW=1, - 40.00 20.00 36.00, 96.00",
                // Nothing was reported, nothing to be returned: 10 are spread over 90.
                "NO_DATA=2 MISSING=2, 0.00 0.00 - 22.22, 22.22",
                // More cannot be taken than there is.
                "REACHED=1 IN_TIME=1 CLEAN=1 RED=2 LETTER_MISSED=1 ACCOUNTED=1, 50.00 20.00 10.00 0.00, 80.00",
                // A card alone: it is all there is to judge.
                "YELLOW=1, - - - 90.00, 90.00",
                // Nothing at all.
                "-, - - - -, -"
            })
    void aUnitIsScored(@Nullable String counts, String parts, @Nullable BigDecimal base) {
        Scored scored = new Scoring(MODEL).of(counts(counts));

        assertThat(scored.parts().stream()
                        .map(part -> part.points() == null ? "-" : part.points().toPlainString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(parts);
        assertThat(scored.base()).isEqualTo(base);
    }

    @Test
    void theWeightsAreThoseOfTheReference() {
        assertThat(Arrays.stream(ScorePart.values())
                        .map(part -> MODEL.weight(part).intValueExact()))
                .containsExactly(50, 20, 10, 20);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"68.63, 2.5, 71.13", "99.00, 5, 100.00", "3.00, -5, 0.00", "-, 3, -"})
    void theOfficeAdjusts(@Nullable BigDecimal base, BigDecimal adjustment, @Nullable BigDecimal score) {
        assertThat(Scoring.adjusted(base, adjustment)).isEqualTo(score);
    }

    @Test
    void equalScoresShareARank() {
        UUID first = new UUID(0, 1);
        UUID second = new UUID(0, 2);
        UUID third = new UUID(0, 3);
        UUID fourth = new UUID(0, 4);

        Map<UUID, Integer> ranks = Ranking.of(Map.of(
                first, new BigDecimal("90.00"),
                second, new BigDecimal("85.5"),
                third, new BigDecimal("85.50"),
                fourth, new BigDecimal("12")));

        assertThat(ranks)
                .containsOnly(Map.entry(first, 1), Map.entry(second, 2), Map.entry(third, 2), Map.entry(fourth, 4));
    }
}
