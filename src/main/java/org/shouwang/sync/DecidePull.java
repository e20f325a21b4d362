package org.shouwang.sync;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Result;

/** Whether a phone may go on from the cursor that it sends. */
@Singleton
class DecidePull {

    /** Phones keep what they sent for so long, as the last line of backup. */
    static final Duration SENT_IS_KEPT = Duration.ofDays(30);

    private final FeedRows rows;
    private final SealedCursors cursors;
    private final OpenEpoch epochs;
    private final FeedMemory memory;
    private final Feeds feeds;
    private final Clock clock;

    DecidePull(FeedRows rows, SealedCursors cursors, OpenEpoch epochs, FeedMemory memory, Feeds feeds, Clock clock) {
        this.rows = rows;
        this.cursors = cursors;
        this.epochs = epochs;
        this.memory = memory;
        this.feeds = feeds;
        this.clock = clock;
    }

    /**
     * Refused with 403 for posts that work without a phone, and as {@link SealedCursors}, {@link Pull} and {@link FeedMemory} say. A cursor of ours
     * that is ahead of the database opens an epoch: somebody brought the database back in time and told nobody.
     *
     * @param caller without grants
     */
    Uni<Result<Pull>> decide(@Nullable String cursor, Caller caller) {
        return caller.with(Right.SYNC).flatMap(allowed -> cursors.sent(cursor)).then(sent -> rows.now()
                .call(now -> sent.filter(known -> Pull.isAhead(known, now))
                        .map(known -> epochs.openBehind(
                                now.epoch().number(), known.epoch().number()))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .map(now -> Pull.decide(sent, ScopeHash.of(caller, feeds.kinds()), now, resendFrom()))
                .chain(decided -> decided.then(memory::stillKnows)));
    }

    private Instant resendFrom() {
        return clock.instant().minus(SENT_IS_KEPT);
    }
}
