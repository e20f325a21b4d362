package org.shouwang.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.problem.Result;

class FeedCursorTest {

    private static final Epoch EPOCH = new Epoch(3, new UUID(2, -3));
    private static final FeedCursor CURSOR = new FeedCursor(
            EPOCH,
            new UUID(-5, 6),
            42,
            -7,
            Optional.of(new FeedCursor.Pages(50, 60, new FeedMark(45, "incident", new UUID(8, -9)))));

    @Test
    void cursorIsReadBackAsItWasWritten() {
        FeedCursor between = new FeedCursor(EPOCH, new UUID(-5, 6), 42, 8, Optional.empty());

        assertThat(PullTest.value(FeedCursor.read(CURSOR.bytes()))).isEqualTo(CURSOR);
        assertThat(PullTest.value(FeedCursor.read(between.bytes()))).isEqualTo(between);
    }

    @Test
    void cursorOfAnotherVersionNeedsAFreshPull() {
        byte[] otherVersion = CURSOR.bytes();
        otherVersion[0]++;

        assertThat(FeedCursor.read(otherVersion)).isEqualTo(PullTest.resync());
    }

    /** Cut between its start and its pages it is one between two pulls. */
    @Test
    void cursorThatIsCutShortNeedsAFreshPull() {
        int start = new FeedCursor(EPOCH, new UUID(-5, 6), 42, -7, Optional.empty()).bytes().length;
        int kind = CURSOR.bytes().length - "incident".length();

        assertThat(IntStream.range(0, kind).filter(length -> length != start))
                .hasSize(92)
                .allSatisfy(length -> assertThat(FeedCursor.read(Arrays.copyOf(CURSOR.bytes(), length)))
                        .isEqualTo(PullTest.resync()));
    }

    @Property
    void noBytesAreAnError(@ForAll byte[] bytes, @ForAll @LongRange(min = -10, max = 10) long from) {
        ByteBuffer forged = ByteBuffer.allocate(53 + bytes.length).put((byte) 2);
        forged.position(37);
        forged.putLong(from).putLong(0).put(bytes);

        assertThat(FeedCursor.read(bytes)).isNotNull();
        Result<FeedCursor> read = FeedCursor.read(forged.array());
        assertThat(read instanceof Result.Ok<FeedCursor> ok && ok.value().from() < 0)
                .isFalse();
    }
}
