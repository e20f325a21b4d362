package org.shouwang.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;

class PullTest {

    static final Instant RESEND = Instant.parse("2026-10-24T00:00:00Z");

    private static final UUID SCOPE = new UUID(7, 7);
    private static final Epoch SECOND = new Epoch(2, new UUID(4, 4));
    private static final Epoch THIRD = new Epoch(3, new UUID(4, 5));
    private static final FeedMoment FIRST = new FeedMoment(SECOND, 100, 120);
    private static final FeedMoment LATER = new FeedMoment(SECOND, 150, 160);
    private static final FeedMark MARK = new FeedMark(FIRST.horizon() + 5, "visit", new UUID(3, 4));

    @Test
    void windowOfTheFirstPageStaysForAllPages() {
        Pull first = value(Pull.decide(Optional.empty(), SCOPE, FIRST, RESEND));

        Pull second = value(Pull.decide(sentBack(first.next(MARK)), SCOPE, LATER, RESEND));

        assertThat(second).isEqualTo(new Pull(SECOND, SCOPE, 0, 0, FIRST.horizon(), FIRST.ceiling(), MARK));
        assertThat(second.isFull()).isTrue();
    }

    @Test
    void nextPullStartsAtTheHorizonOfThisOne() {
        Pull first = value(Pull.decide(Optional.empty(), SCOPE, FIRST, RESEND));

        Pull next = value(Pull.decide(sentBack(first.finished()), SCOPE, LATER, RESEND));

        assertThat(next)
                .isEqualTo(new Pull(
                        SECOND,
                        SCOPE,
                        FIRST.horizon(),
                        0,
                        LATER.horizon(),
                        LATER.ceiling(),
                        FeedMark.before(FIRST.horizon())));
        assertThat(next.isFull()).isFalse();
    }

    @Test
    void positionsOfALaterEpochLieAbove() {
        assertThat(new FeedMoment(THIRD, 1, 1).horizon())
                .isGreaterThan(new FeedMoment(SECOND, 1L << 40, 1L << 40).ceiling());
    }

    @Test
    void cursorOfAnotherEpochOrScopeOrFromTheFutureNeedsAFreshPull() {
        FeedCursor cursor = new FeedCursor(SECOND, SCOPE, LATER.ceiling(), 0, Optional.empty());

        assertThat(Pull.decide(Optional.of(cursor), SCOPE, LATER, RESEND)).isInstanceOf(Result.Ok.class);
        assertThat(Pull.decide(Optional.of(cursor), SCOPE, FIRST, RESEND)).isEqualTo(resend());
        assertThat(Pull.decide(Optional.of(cursor), new UUID(7, 8), LATER, RESEND))
                .isEqualTo(resync());
        assertThat(Pull.decide(Optional.of(cursor), SCOPE, new FeedMoment(THIRD, 150, 160), RESEND))
                .isEqualTo(resend());
    }

    @Test
    void cursorOfAnEpochWithTheSameNumberButOfAnotherRestoreNeedsAFreshPull() {
        FeedCursor slept = new FeedCursor(new Epoch(2, new UUID(9, 9)), SCOPE, FIRST.horizon(), 0, Optional.empty());
        FeedCursor ahead = new FeedCursor(slept.epoch(), SCOPE, LATER.ceiling() + 1, 0, Optional.empty());

        assertThat(Pull.decide(Optional.of(slept), SCOPE, LATER, RESEND)).isEqualTo(resend());
        assertThat(Pull.isAhead(ahead, LATER)).isFalse();
    }

    static <T> T value(Result<T> result) {
        return ((Result.Ok<T>) result).value();
    }

    static <T> Result<T> resync() {
        return Result.refused(Problem.RESYNC_REQUIRED);
    }

    private static Result<Pull> resend() {
        return Result.refused(Refusal.resend(RESEND));
    }

    private static Optional<FeedCursor> sentBack(FeedCursor cursor) {
        return Optional.of(value(FeedCursor.read(cursor.bytes())));
    }
}
