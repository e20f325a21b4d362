package org.shouwang.register.name;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a name is found by: {@code n:} one or two of its characters side by side, {@code p:} the pinyin and {@code i:} the initials
 * of any of its characters side by side, with every reading of each.
 *
 * @param plain the name without blanks and dots
 */
public record NameKeys(String plain, Set<String> keys) {

    /** Of readings side by side no more than these are kept: names of many polyphonic characters have thousands. */
    private static final int MOST_READINGS = 32;

    public NameKeys {
        keys = Set.copyOf(keys);
    }

    static NameKeys of(String name, NameReadings readings) {
        String plain = NamesInText.plain(name);
        Set<String> keys = new LinkedHashSet<>(parts(plain));
        List<Set<String>> syllables = readings.of(plain);
        for (int from = 0; from < syllables.size(); from++) {
            Set<String> spoken = Set.of("");
            Set<String> initials = Set.of("");
            for (int to = from; to < syllables.size() && !syllables.get(to).isEmpty(); to++) {
                spoken = joined(spoken, syllables.get(to));
                initials = joined(initials, initials(syllables.get(to)));
                spoken.forEach(text -> keys.add("p:" + text));
                initials.forEach(text -> keys.add("i:" + text));
            }
        }
        return new NameKeys(plain, keys);
    }

    /** The keys that every name with this part has: whether it has them side by side is for its plain form to tell. */
    public static List<String> parts(String plain) {
        int[] points = plain.codePoints().toArray();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            parts.add("n:" + Character.toString(points[i]));
            if (i > 0) {
                parts.add("n:" + new String(points, i - 1, 2));
            }
        }
        return parts;
    }

    private static Set<String> initials(Set<String> syllables) {
        Set<String> initials = new LinkedHashSet<>();
        syllables.forEach(syllable -> initials.add(syllable.substring(0, 1)));
        return initials;
    }

    private static Set<String> joined(Set<String> before, Set<String> next) {
        Set<String> joined = new LinkedHashSet<>();
        for (String start : before) {
            for (String end : next) {
                if (joined.size() < MOST_READINGS) {
                    joined.add(start + end);
                }
            }
        }
        return joined;
    }

    @Override
    public String toString() {
        return "***";
    }
}
