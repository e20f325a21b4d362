package org.shouwang.sync;

import java.util.Collection;
import java.util.stream.Collectors;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.feed.ChangeFeed;

/**
 * A scope of the feed, with the kinds that the caller may read there.
 *
 * @param scope a village code, or minus a worker's number
 * @param kinds names of the kinds, with commas between them, as the database takes them
 */
record FeedScope(long scope, String kinds) {

    static FeedScope ofVillage(long village, Caller caller, Collection<ChangeFeed> feeds) {
        AreaCode place = new AreaCode(village);
        return new FeedScope(
                village,
                feeds.stream()
                        .filter(feed -> feed.right()
                                .filter(right -> caller.may(right, place))
                                .isPresent())
                        .map(ChangeFeed::kind)
                        .collect(Collectors.joining(",")));
    }

    /** The worker's own scope: it holds what is addressed to this person. */
    static FeedScope ofWorker(Caller caller, Collection<ChangeFeed> feeds) {
        return new FeedScope(
                -caller.number(), feeds.stream().map(ChangeFeed::kind).collect(Collectors.joining(",")));
    }
}
