package org.shouwang.monitoring.collection;

import java.util.Optional;

/** The table of states of a value. */
final class ValueMoves {

    private ValueMoves() {}

    /** The state after an act; empty where it comes too early or too late. */
    static Optional<ValueStatus> after(ValueStatus status, ValueActKind act) {
        return switch (act) {
            case SUBMIT -> Optional.empty();
            case RESUBMIT -> when(status == ValueStatus.RETURNED || status == ValueStatus.OPEN, ValueStatus.SUBMITTED);
            case TAKE_BACK -> when(status == ValueStatus.SUBMITTED, ValueStatus.RETURNED);
            case RETURN ->
                when(status == ValueStatus.SUBMITTED || status == ValueStatus.REVIEWED, ValueStatus.RETURNED);
            case REVIEW -> when(status == ValueStatus.SUBMITTED, ValueStatus.REVIEWED);
            case PUBLISH -> when(status == ValueStatus.REVIEWED, ValueStatus.PUBLISHED);
            case CORRECT -> when(status.isPublished(), ValueStatus.CORRECTED);
        };
    }

    private static Optional<ValueStatus> when(boolean may, ValueStatus next) {
        return may ? Optional.of(next) : Optional.empty();
    }
}
