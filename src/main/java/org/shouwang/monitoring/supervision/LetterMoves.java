package org.shouwang.monitoring.supervision;

import java.util.Optional;

/** The table of states of a letter. */
final class LetterMoves {

    private LetterMoves() {}

    /** The state after an act; empty where it comes too early or too late. */
    static Optional<LetterStatus> after(LetterStatus status, LetterActKind act) {
        return switch (act) {
            case ISSUE -> when(status == LetterStatus.DRAFT, LetterStatus.ISSUED);
            case RECEIVE -> when(status == LetterStatus.ISSUED, LetterStatus.RECEIVED);
            case REPLY ->
                when(status == LetterStatus.RECEIVED || status == LetterStatus.NOT_ACCEPTED, LetterStatus.REPLIED);
            case ACCEPT -> when(status == LetterStatus.REPLIED, LetterStatus.ACCEPTED);
            case REJECT -> when(status == LetterStatus.REPLIED, LetterStatus.NOT_ACCEPTED);
            case CLOSE -> when(status == LetterStatus.ACCEPTED, LetterStatus.CLOSED);
            case INTERVIEW, ACCOUNT -> when(status.isOpen(), status);
            case REVOKE -> when(status != LetterStatus.CLOSED, LetterStatus.CLOSED);
        };
    }

    private static Optional<LetterStatus> when(boolean may, LetterStatus next) {
        return may ? Optional.of(next) : Optional.empty();
    }
}
