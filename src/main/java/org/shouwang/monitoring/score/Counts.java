package org.shouwang.monitoring.score;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How many of each grade there are of each unit. */
final class Counts {

    private final Map<UUID, Map<ScoreGrade, Integer>> byUnit = new HashMap<>();

    void add(UUID unit, ScoreGrade grade) {
        add(unit, grade, 1);
    }

    void add(UUID unit, ScoreGrade grade, int count) {
        byUnit.computeIfAbsent(unit, one -> new EnumMap<>(ScoreGrade.class)).merge(grade, count, Integer::sum);
    }

    Map<ScoreGrade, Integer> of(UUID unit) {
        return byUnit.getOrDefault(unit, Map.of());
    }
}
