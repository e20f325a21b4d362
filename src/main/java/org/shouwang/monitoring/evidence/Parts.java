package org.shouwang.monitoring.evidence;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How a file is cut: each part has a mebibyte but the last, which has what is left. Numbers begin at 1.
 *
 * @param size of the file in bytes
 */
record Parts(int size) {

    static final int PART = 1 << 20;

    int count() {
        return (size + PART - 1) / PART;
    }

    boolean has(int number) {
        return number >= 1 && number <= count();
    }

    /** Bytes of a part that there is. */
    int length(int number) {
        return number < count() ? PART : size - (count() - 1) * PART;
    }

    /** Those still to be sent, in their order. */
    List<Integer> missing(Set<Integer> there) {
        return IntStream.rangeClosed(1, count())
                .filter(number -> !there.contains(number))
                .boxed()
                .toList();
    }
}
