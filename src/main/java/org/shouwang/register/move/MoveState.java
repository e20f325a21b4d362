package org.shouwang.register.move;

/** Where a move between villages stands. */
enum MoveState {
    /** Said by a visit; nobody has asked the other village yet, which may be unknown. */
    PROPOSED,
    /** One side asks, the other has not answered. */
    REQUESTED,
    ACCEPTED,
    RETURNED,
    /** Taken back by the side that asked, or overtaken by another request. */
    CANCELLED,
    /** A proposal that came to nothing. */
    DISMISSED;

    boolean open() {
        return this == PROPOSED || this == REQUESTED;
    }
}
