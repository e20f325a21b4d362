package org.shouwang.sync.simulation;

import java.util.Map;
import java.util.TreeMap;

/** How often each thing happened in a world: operations, faults, restarts. */
public final class Deeds {

    private final Map<String, Integer> counts = new TreeMap<>();

    void did(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    void met(Fault fault) {
        did("request " + fault);
    }

    /** Takes in what happened elsewhere. */
    public void add(Deeds others) {
        others.counts.forEach((what, count) -> counts.merge(what, count, Integer::sum));
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
