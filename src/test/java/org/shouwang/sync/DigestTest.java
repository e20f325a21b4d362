package org.shouwang.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final HeldRecord ONE = new HeldRecord(UUID.fromString("0a0b0c0d-0000-4000-8000-000000000001"), 0);
    private static final HeldRecord TWO = new HeldRecord(UUID.fromString("0a0b0c0d-0000-4000-8000-000000000002"), 12);

    /** Sums of {@code printf '%s' 0a0b0c0d-0000-4000-8000-000000000001:0 | sha256sum}. */
    @Test
    void isWhatAPhoneComputes() {
        assertThat(Digest.of("child", List.of())).isEqualTo(new Digest("child", 0, "0000000000000000"));
        assertThat(Digest.of("child", List.of(ONE))).isEqualTo(new Digest("child", 1, "5a58b929c67d1555"));
        assertThat(Digest.of("child", List.of(ONE, TWO))).isEqualTo(new Digest("child", 2, "5d60ac604ee51a17"));
    }

    @Test
    void followsTheVersionsAndNotTheOrder() {
        HeldRecord later = new HeldRecord(ONE.id(), 1);

        assertThat(Digest.of("child", List.of(TWO, ONE))).isEqualTo(Digest.of("child", List.of(ONE, TWO)));
        assertThat(Digest.of("child", List.of(later))).isNotEqualTo(Digest.of("child", List.of(ONE)));
    }
}
