package org.shouwang.monitoring.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a unit gets for a year. A part without anything to judge gives its weight to the others, in their proportion; points are
 * rounded to hundredths part by part, so that anybody can add them up.
 */
final class Scoring {

    private static final int SCALE = 2;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final ScoreModel model;

    Scoring(ScoreModel model) {
        this.model = model;
    }

    /** @param counts how many of each grade there are of a unit */
    Scored of(Map<ScoreGrade, Integer> counts) {
        List<ScorePart> judged = Arrays.stream(ScorePart.values())
                .filter(part -> isJudged(part, counts))
                .toList();
        BigDecimal weights = judged.stream().map(model::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Scored.Part> parts = new ArrayList<>();
        BigDecimal base = judged.isEmpty() ? null : BigDecimal.ZERO;
        for (ScorePart part : ScorePart.values()) {
            Map<ScoreGrade, Integer> own = of(part, counts);
            boolean counted = judged.contains(part);
            BigDecimal points = counted ? points(part, own, weights) : null;
            BigDecimal weight = counted
                    ? rounded(model.weight(part).multiply(ALL).divide(weights, MathContext.DECIMAL128))
                    : BigDecimal.ZERO.setScale(SCALE);
            parts.add(new Scored.Part(part, weight, points, own));
            base = base == null || points == null ? base : base.add(points);
        }
        return new Scored(parts, base);
    }

    /** No card is something only beside what there was to do. */
    private static boolean isJudged(ScorePart part, Map<ScoreGrade, Integer> counts) {
        return part == ScorePart.SUPERVISION
                ? counts.values().stream().anyMatch(count -> count > 0)
                : number(of(part, counts)) > 0;
    }

    private BigDecimal points(ScorePart part, Map<ScoreGrade, Integer> own, BigDecimal weights) {
        BigDecimal amounts = own.entrySet().stream()
                .map(one -> model.amount(one.getKey()).multiply(BigDecimal.valueOf(one.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal got = part == ScorePart.SUPERVISION
                ? model.weight(part).subtract(amounts).max(BigDecimal.ZERO)
                : model.weight(part).multiply(amounts).divide(BigDecimal.valueOf(number(own)), MathContext.DECIMAL128);
        return rounded(got.multiply(ALL).divide(weights, MathContext.DECIMAL128));
    }

    private static int number(Map<ScoreGrade, Integer> own) {
        return own.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<ScoreGrade, Integer> of(ScorePart part, Map<ScoreGrade, Integer> counts) {
        Map<ScoreGrade, Integer> own = new EnumMap<>(ScoreGrade.class);
        counts.forEach((grade, count) -> {
            if (grade.part() == part && count > 0) {
                own.put(grade, count);
            }
        });
        return own;
    }

    /** With what the office has adjusted, from nothing to a hundred. */
    static @Nullable BigDecimal adjusted(@Nullable BigDecimal base, BigDecimal adjustment) {
        return base == null
                ? null
                : base.add(adjustment).max(BigDecimal.ZERO).min(ALL).setScale(SCALE);
    }

    private static BigDecimal rounded(BigDecimal points) {
        return points.setScale(SCALE, RoundingMode.HALF_UP);
    }
}
