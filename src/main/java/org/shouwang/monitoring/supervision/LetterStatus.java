package org.shouwang.monitoring.supervision;

/** Where a letter stands. */
enum LetterStatus {
    /** Of the office alone. */
    DRAFT,
    ISSUED,
    /** 签收: signed for by the unit. */
    RECEIVED,
    REPLIED,
    ACCEPTED,
    /** Another answer is asked for, by another deadline. */
    NOT_ACCEPTED,
    CLOSED;

    /** Whether the unit owes an answer. */
    boolean awaitsReply() {
        return this == ISSUED || this == RECEIVED || this == NOT_ACCEPTED;
    }

    /** Whether it is out and goes on. */
    boolean isOpen() {
        return this != DRAFT && this != CLOSED;
    }
}
