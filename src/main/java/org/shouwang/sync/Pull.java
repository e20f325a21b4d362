package org.shouwang.sync;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;

/**
 * One pull of a phone, all its pages. The window is pinned by the first page, so that what moves meanwhile is neither
 * skipped nor chased: pages deliver positions in [from, ceiling), the next pull starts at the horizon. What lies between
 * horizon and ceiling comes at once and once more later.
 *
 * @param scope hash of what the caller may see
 * @param reference hash of the reference records that the phone has, 0 when it has none
 * @param after where the next page goes on
 */
record Pull(Epoch epoch, UUID scope, long from, long reference, long horizon, long ceiling, FeedMark after) {

    /** A phone that starts from nothing holds nothing that could have to go. */
    boolean isFull() {
        return from == 0;
    }

    /** The same pull of a phone that is sent these reference records. */
    Pull knowing(long sent) {
        return new Pull(epoch, scope, from, sent, horizon, ceiling, after);
    }

    /** Whether no page of it was answered yet. */
    boolean isAtItsStart() {
        return after.equals(FeedMark.before(from));
    }

    /**
     * Starts a pull, or goes on with one.
     *
     * @param resendFrom since when phones still hold what they sent
     * @return refused with 410 when the cursor is of another scope; with {@code resendFrom} when it is of another epoch, also
     *     of one with the same number, or ahead of the database: then the database went back in time, and what phones sent may be lost
     */
    static Result<Pull> decide(Optional<FeedCursor> cursor, UUID scope, FeedMoment now, Instant resendFrom) {
        if (cursor.isEmpty()) {
            return Result.ok(start(0, 0, scope, now));
        }
        FeedCursor sent = cursor.get();
        if (!sent.epoch().equals(now.epoch()) || isAhead(sent, now)) {
            return Result.refused(Refusal.resend(resendFrom));
        }
        if (!sent.scope().equals(scope)) {
            return Result.refused(Problem.RESYNC_REQUIRED);
        }
        return Result.ok(sent.pages()
                .map(pages -> new Pull(
                        sent.epoch(),
                        scope,
                        sent.from(),
                        sent.reference(),
                        pages.horizon(),
                        pages.ceiling(),
                        pages.after()))
                .orElseGet(() -> start(sent.from(), sent.reference(), scope, now)));
    }

    /** The cursor after a page that ended at this mark. */
    FeedCursor next(FeedMark last) {
        return new FeedCursor(epoch, scope, from, reference, Optional.of(new FeedCursor.Pages(horizon, ceiling, last)));
    }

    /** The cursor after the last page. */
    FeedCursor finished() {
        return new FeedCursor(epoch, scope, horizon, reference, Optional.empty());
    }

    private static Pull start(long from, long reference, UUID scope, FeedMoment now) {
        return new Pull(now.epoch(), scope, from, reference, now.horizon(), now.ceiling(), FeedMark.before(from));
    }

    /** Whether a cursor of ours has seen what this database has not. */
    static boolean isAhead(FeedCursor sent, FeedMoment now) {
        long highest = sent.pages().map(FeedCursor.Pages::ceiling).orElse(sent.from());
        return sent.epoch().number() > now.epoch().number()
                || (sent.epoch().equals(now.epoch()) && highest > now.ceiling());
    }
}
