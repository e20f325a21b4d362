package org.shouwang.sync.operation;

/** What became of an operation. */
enum Outcome {
    /** Done now. */
    APPLIED,
    /** Done before, by the same operation. Never stored. */
    DUPLICATE,
    /** Done, beside what somebody else had changed meanwhile. */
    MERGED,
    /** Somebody else changed the same field: the server's value stands, this one is kept until a person chooses. */
    CONFLICT,
    /** A rule says no: kept until a person settles it. */
    REJECTED,
    /** Waits for another operation that is not accepted yet. */
    HELD,
    /** Nothing was recorded; to be sent again. Never stored. */
    RETRY;

    /** Whether the phone's work is in the records. */
    boolean isDone() {
        return this == APPLIED || this == MERGED;
    }
}
