package org.shouwang.monitoring.supervision;

import java.util.Optional;

/** The table of states of a plan. */
final class PlanMoves {

    private PlanMoves() {}

    /** The state after an act; empty where it comes too early or too late. */
    static Optional<PlanStatus> after(PlanStatus status, PlanActKind act) {
        return switch (act) {
            case SUBMIT -> when(status.isDraft(), PlanStatus.SUBMITTED);
            case FILE -> when(status == PlanStatus.SUBMITTED, PlanStatus.FILED);
            case RETURN -> when(status == PlanStatus.SUBMITTED, PlanStatus.RETURNED);
            case START -> when(status == PlanStatus.FILED, PlanStatus.RUNNING);
            case REPORT -> when(status == PlanStatus.RUNNING, PlanStatus.RUNNING);
            case FINISH -> when(status == PlanStatus.RUNNING, PlanStatus.DONE);
            case VERIFY -> when(status == PlanStatus.DONE, PlanStatus.VERIFIED);
        };
    }

    private static Optional<PlanStatus> when(boolean may, PlanStatus next) {
        return may ? Optional.of(next) : Optional.empty();
    }
}
