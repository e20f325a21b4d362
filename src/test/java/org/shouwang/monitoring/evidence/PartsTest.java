package org.shouwang.monitoring.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {

    /** At both sides of each border. */
    @ParameterizedTest
    @CsvSource({
        "1,        1,  1",
        "1048575,  1,  1048575",
        "1048576,  1,  1048576",
        "1048577,  2,  1",
        "2097152,  2,  1048576",
        "2097153,  3,  1",
        "20971519, 20, 1048575",
        "20971520, 20, 1048576"
    })
    void onlyTheLastPartIsShorter(int size, int count, int last) {
        Parts parts = new Parts(size);

        assertThat(parts.count()).isEqualTo(count);
        assertThat(parts.length(count)).isEqualTo(last);
        assertThat(parts.has(0)).isFalse();
        assertThat(parts.has(count)).isTrue();
        assertThat(parts.has(count + 1)).isFalse();
        assertThat((long) (count - 1) * Parts.PART + last).isEqualTo(size);
    }

    /** In any order and with repeats, nothing is missing in the end and the whole is what was cut. */
    @Property(tries = 50)
    void partsInAnyOrderMakeTheWhole(@ForAll @IntRange(min = 1, max = 4 * Parts.PART) int size, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] whole = new byte[size];
        random.nextBytes(whole);
        Parts parts = new Parts(size);
        Map<Integer, byte[]> there = new HashMap<>();

        List<Integer> missing = parts.missing(there.keySet());
        while (!missing.isEmpty()) {
            List<Integer> sent = new ArrayList<>(missing);
            sent.add(1 + random.nextInt(parts.count()));
            int number = sent.get(random.nextInt(sent.size()));
            int from = (number - 1) * Parts.PART;
            there.put(number, Arrays.copyOfRange(whole, from, from + parts.length(number)));
            missing = parts.missing(there.keySet());
        }

        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        there.keySet().stream().sorted().forEach(number -> joined.writeBytes(there.get(number)));
        assertThat(joined.toByteArray()).isEqualTo(whole);
    }
}
