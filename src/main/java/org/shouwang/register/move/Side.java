package org.shouwang.register.move;

/** One of the two villages of a move. */
enum Side {
    /** Where the children live until they are taken over. */
    LEAVING,
    RECEIVING;

    Side other() {
        return this == LEAVING ? RECEIVING : LEAVING;
    }
}
