package org.shouwang.monitoring.card;

/** When a rule proposes a card; its threshold says how much of it. */
public enum CardCondition {
    /** The year target is missed by more than so many per cent of it. */
    GAP_ABOVE,
    /** So many quarters in a row were worse than the one before. */
    WORSENING,
    /** So many quarters in a row were yellow. */
    YELLOW_AGAIN,
    /** Nothing was submitted so many days after the due day. */
    NOT_SUBMITTED,
    /** Its letter is not answered so many days after the deadline. */
    LETTER_OVERDUE,
    /** By no rule: the office gives it by hand. */
    BY_HAND;

    /** Whether it goes by published figures, and may cease to hold when they are corrected. */
    boolean isByFigures() {
        return this == GAP_ABOVE || this == WORSENING || this == YELLOW_AGAIN;
    }
}
