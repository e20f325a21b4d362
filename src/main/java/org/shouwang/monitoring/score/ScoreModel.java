package org.shouwang.monitoring.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * By what units are scored.
 *
 * @param weights of the parts, 100 in all
 * @param amounts of each grade: which share of a part it gives, of cards and letters how many points it takes
 */
record ScoreModel(
        String version, LocalDate validFrom, Map<ScorePart, BigDecimal> weights, Map<ScoreGrade, BigDecimal> amounts) {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    ScoreModel {
        weights = Map.copyOf(weights);
        amounts = Map.copyOf(amounts);
        BigDecimal sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(ALL) != 0 || amounts.size() != ScoreGrade.values().length) {
            throw new IllegalStateException("the score model " + version + " is not whole");
        }
    }

    BigDecimal weight(ScorePart part) {
        return Objects.requireNonNull(weights.get(part), part.name());
    }

    BigDecimal amount(ScoreGrade grade) {
        return Objects.requireNonNull(amounts.get(grade), grade.name());
    }
}
