package org.shouwang.register.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.register.child.RiskLevel;

class ScoreTest {

    private static final RiskModel MODEL = new RiskModels().find("CHILD-1").orElseThrow();
    private static final List<String> ITEMS =
            MODEL.items().stream().map(RiskModel.Item::code).toList();

    @ParameterizedTest
    @CsvSource({
        "0, NORMAL",
        "20, NORMAL",
        "21, LOW",
        "40, LOW",
        "41, MEDIUM",
        "60, MEDIUM",
        "61, HIGH",
        "90, HIGH",
        "91, CRITICAL",
        "100, CRITICAL"
    })
    void bandsAreThoseOfTheReference(int total, RiskLevel level) {
        assertThat(MODEL.level(total)).isEqualTo(level);
    }

    /** 1 of 40 is 2.5 %, 3 of 40 is 7.5 %. */
    @ParameterizedTest
    @CsvSource({"1, 3", "3, 8", "13, 33", "8, 20"})
    void aHalfIsRoundedUp(int sum, int total) {
        Map<String, Integer> scores = new HashMap<>();
        int left = sum;
        for (String item : ITEMS.subList(0, 8)) {
            scores.put(item, Math.min(left, 5));
            left -= scores.get(item);
        }

        assertThat(Score.of(MODEL, false, scores).orElseThrow().total()).isEqualTo(total);
    }

    @Test
    void nothingIsSaidWhereNothingIsKnown() {
        assertThat(Score.of(MODEL, false, Map.of())).isEmpty();
    }

    @Test
    void anEmergencyNeedsNoScore() {
        assertThat(Score.of(MODEL, true, Map.of())).contains(new Score(null, RiskLevel.CRITICAL));
    }

    @Property
    void anyAnswersGiveTheLevelOfTheirShare(@ForAll("answers") Map<String, Integer> scores) {
        BigDecimal sum = BigDecimal.valueOf(
                100L * scores.values().stream().mapToInt(i -> i).sum());
        int total = sum.divide(BigDecimal.valueOf(5L * scores.size()), 0, RoundingMode.HALF_UP)
                .intValueExact();

        Score score = Score.of(MODEL, false, scores).orElseThrow();

        assertThat(score).isEqualTo(new Score(total, naive(total)));
    }

    private static RiskLevel naive(int total) {
        if (total > 90) {
            return RiskLevel.CRITICAL;
        }
        if (total > 60) {
            return RiskLevel.HIGH;
        }
        if (total > 40) {
            return RiskLevel.MEDIUM;
        }
        return total > 20 ? RiskLevel.LOW : RiskLevel.NORMAL;
    }

    @Property
    void anyEmergencyIsCriticalWhateverTheScore(@ForAll("answers") Map<String, Integer> scores) {
        assertThat(Score.of(MODEL, true, scores).orElseThrow().level()).isEqualTo(RiskLevel.CRITICAL);
    }

    /** All that is known scored alike: however much is unknown, the total is the same. */
    @Property
    void whatIsUnknownNeitherRaisesNorLowers(@ForAll("known") Set<String> known, @ForAll("score") int each) {
        Map<String, Integer> all = new HashMap<>();
        ITEMS.forEach(item -> all.put(item, each));
        Map<String, Integer> some = new HashMap<>(all);
        some.keySet().retainAll(known);

        assertThat(Score.of(MODEL, false, some)).isEqualTo(Score.of(MODEL, false, all));
    }

    @Provide
    Arbitrary<Map<String, Integer>> answers() {
        return Arbitraries.maps(Arbitraries.of(ITEMS), score()).ofMinSize(1);
    }

    @Provide
    Arbitrary<Set<String>> known() {
        return Arbitraries.of(ITEMS).set().ofMinSize(1);
    }

    @Provide
    Arbitrary<Integer> score() {
        return Arbitraries.integers().between(0, 5);
    }
}
