package org.shouwang.monitoring.card;

import java.util.Optional;

/** What is done to a card: the first four by the rules, the others by people. */
enum CardActKind {
    PROPOSE,
    /** The rules ask for another one before the first was decided on. */
    RENEW,
    /** A proposal no longer holds. */
    WITHDRAW,
    /** The rules cease to ask for one that is out, or ask for it again: for the office, which decides. */
    NOTE,
    /** Issued by hand. */
    HAND,
    ISSUE,
    DISMISS,
    /** The unit answers its letter. */
    REPLY,
    CLEAR,
    /** It was issued in error. */
    REVOKE,
    /** A red one was issued after it. */
    UPGRADE;

    /** The status after a person's act; empty where it comes too early or too late. */
    Optional<CardStatus> after(CardStatus status) {
        return switch (this) {
            case ISSUE -> when(status == CardStatus.PROPOSED, CardStatus.ISSUED);
            case DISMISS -> when(status == CardStatus.PROPOSED, CardStatus.DISMISSED);
            case REPLY -> when(status == CardStatus.ISSUED, CardStatus.REPLIED);
            case CLEAR -> when(status.isOut(), CardStatus.CLEARED);
            case REVOKE -> when(status == CardStatus.ISSUED, CardStatus.REVOKED);
            case PROPOSE, RENEW, WITHDRAW, NOTE, HAND, UPGRADE -> Optional.empty();
        };
    }

    private static Optional<CardStatus> when(boolean may, CardStatus next) {
        return may ? Optional.of(next) : Optional.empty();
    }
}
