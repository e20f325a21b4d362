package org.shouwang.sync;

import java.util.UUID;

/**
 * A record at one position of a pull, its rows in all of the caller's scopes taken together.
 *
 * @param live whether any of the caller's scopes holds it, at whatever position
 * @param last whether no later entry of this pull is about the same record
 */
record FeedEntry(long position, String kind, UUID id, int version, boolean live, boolean last) {

    FeedMark mark() {
        return new FeedMark(position, kind, id);
    }
}
