package org.shouwang.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

class FeedCursorTest {

    private static final FeedCursor CURSOR = new FeedCursor(
            3,
            new UUID(-5, 6),
            42,
            Optional.of(new FeedCursor.Pages(50, 60, new FeedMark(45, "incident", new UUID(8, -9)))));

    @Test
    void cursorIsReadBackAsItWasWritten() {
        FeedCursor between = new FeedCursor(3, new UUID(-5, 6), 42, Optional.empty());

        assertThat(PullTest.value(FeedCursor.read(CURSOR.toString()))).isEqualTo(CURSOR);
        assertThat(PullTest.value(FeedCursor.read(between.toString()))).isEqualTo(between);
    }

    @Test
    void whatIsNoBase64IsMalformed() {
        assertThat(FeedCursor.read("不是")).isEqualTo(Result.refused(Problem.MALFORMED_REQUEST));
        assertThat(FeedCursor.read("a+b/")).isEqualTo(Result.refused(Problem.MALFORMED_REQUEST));
    }

    @Test
    void cursorOfAnotherVersionOrCutShortNeedsAFreshPull() {
        byte[] bytes = Base64.getUrlDecoder().decode(CURSOR.toString());
        byte[] otherVersion = bytes.clone();
        otherVersion[0]++;

        assertThat(FeedCursor.read(text(otherVersion, bytes.length))).isEqualTo(PullTest.resync());
        assertThat(FeedCursor.read(text(bytes, 40))).isEqualTo(PullTest.resync());
        assertThat(FeedCursor.read("")).isEqualTo(PullTest.resync());
    }

    @Property
    void noBytesAreAnError(@ForAll byte[] bytes, @ForAll @LongRange(min = -10, max = 10) long from) {
        ByteBuffer forged = ByteBuffer.allocate(29 + bytes.length).put((byte) 1);
        forged.position(21);
        forged.putLong(from).put(bytes);

        assertThat(FeedCursor.read(text(bytes, bytes.length))).isNotNull();
        Result<FeedCursor> read = FeedCursor.read(text(forged.array(), forged.capacity()));
        assertThat(read instanceof Result.Ok<FeedCursor> ok && ok.value().from() < 0)
                .isFalse();
    }

    private static String text(byte[] bytes, int length) {
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(bytes, length));
    }
}
