package org.shouwang.monitoring.score;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Places of units (排名): equal scores share one, and the next one is left out. */
final class Ranking {

    private Ranking() {}

    static Map<UUID, Integer> of(Map<UUID, BigDecimal> scores) {
        return scores.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> 1
                                + (int) scores.values().stream()
                                        .filter(other -> other.compareTo(one.getValue()) > 0)
                                        .count()));
    }
}
