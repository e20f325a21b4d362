package org.shouwang.platform.audit;

/** What the verification of one table's chain found. */
sealed interface Verdict {

    /** All seals hold; the head is the last one, as it is told outside. */
    record Whole(String head) implements Verdict {}

    /**
     * The first range that does not hold.
     *
     * @param what in English, for an operator; counts only
     */
    record Broken(SealedTable table, long number, long from, long to, String what) implements Verdict {

        @Override
        public String toString() {
            return "%s: seal %d, positions %d to %d: %s".formatted(table.table(), number, from, to, what);
        }
    }
}
