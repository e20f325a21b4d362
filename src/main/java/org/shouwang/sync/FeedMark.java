package org.shouwang.sync;

import java.util.UUID;

/** A place in the order of the feed. */
record FeedMark(long position, String kind, UUID id) {

    private static final UUID LOWEST = new UUID(0, 0);

    /** Just before all that stands at this position or after it. */
    static FeedMark before(long position) {
        return new FeedMark(position, "", LOWEST);
    }
}
