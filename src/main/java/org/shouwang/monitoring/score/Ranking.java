package org.shouwang.monitoring.score;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.monitoring.unit.Places;

/** Places of units (排名) by their scores. */
final class Ranking {

    private Ranking() {}

    static Map<UUID, Integer> of(Map<UUID, BigDecimal> scores) {
        return scores.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> Places.of(one.getValue(), scores.values(), Comparator.reverseOrder())));
    }
}
