package org.shouwang.monitoring.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a unit got for a year, before adjustments.
 *
 * @param base the points of all parts; null where there was nothing to judge
 */
record Scored(List<Part> parts, @Nullable BigDecimal base) {

    Scored {
        parts = List.copyOf(parts);
    }

    /**
     * One part.
     *
     * @param weight after the weight of parts without anything to judge was spread
     * @param points null where there was nothing to judge
     */
    record Part(ScorePart part, BigDecimal weight, @Nullable BigDecimal points, Map<ScoreGrade, Integer> counts) {

        Part {
            counts = Map.copyOf(counts);
        }
    }
}
