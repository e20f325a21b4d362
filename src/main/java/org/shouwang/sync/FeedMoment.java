package org.shouwang.sync;

/**
 * A moment of the database, from one snapshot: all transactions below {@code xmin} are over, none at or above {@code xmax}
 * has begun. Clocks and sequences cannot say that; both lose late commits.
 */
record FeedMoment(Epoch epoch, long xmin, long xmax) {

    private static final int XID_BITS = 48;

    /** Position below which nothing will ever be written any more. */
    long horizon() {
        return position(xmin);
    }

    /** Position below which everything lies that this snapshot can see. */
    long ceiling() {
        return position(xmax);
    }

    private long position(long xid) {
        return ((long) epoch.number() << XID_BITS) + xid;
    }
}
