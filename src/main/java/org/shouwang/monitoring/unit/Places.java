package org.shouwang.monitoring.unit;

import java.util.Collection;
import java.util.Comparator;

/** Places of units among each other (S2 排名第五): equals share one, and those that they take together are left out after it. */
public final class Places {

    private Places() {}

    /** The place of one among all, itself included; the first by the order is the first. */
    public static <T> int of(T one, Collection<? extends T> all, Comparator<? super T> order) {
        return 1
                + (int) all.stream()
                        .filter(other -> order.compare(other, one) < 0)
                        .count();
    }
}
