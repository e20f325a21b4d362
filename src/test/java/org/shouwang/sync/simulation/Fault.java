package org.shouwang.sync.simulation;

/** What happens to a request on its way. */
enum Fault {
    NONE,
    /** The server never hears of it. */
    LOST_BEFORE,
    /** The server hears the beginning only. */
    CUT,
    /** The server has acted, and the phone never hears of it. */
    LOST_AFTER,
    /** It arrives twice. */
    TWICE,
    /** It arrives after others that were sent later; the phone has long given up. */
    DELAYED
}
