package org.shouwang.monitoring.score;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many of each grade went into a part, as it is stored: {@code REACHED=3 CLOSE=1}. */
final class Inputs {

    private Inputs() {}

    static String text(Map<ScoreGrade, Integer> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining(" "));
    }

    static Map<ScoreGrade, Integer> counts(String text) {
        Map<ScoreGrade, Integer> counts = new EnumMap<>(ScoreGrade.class);
        if (!text.isEmpty()) {
            for (String one : text.split(" ", -1)) {
                int at = one.indexOf('=');
                counts.put(ScoreGrade.valueOf(one.substring(0, at)), Integer.parseInt(one.substring(at + 1)));
            }
        }
        return counts;
    }
}
