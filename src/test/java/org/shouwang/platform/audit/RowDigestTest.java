package org.shouwang.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowDigestTest {

    @Test
    void theFormOfARowStaysForEver() {
        RowDigest digest = new RowDigest();
        digest.add(Arrays.asList("1", null, "守望"));

        assertThat(digest.sum())
                .isEqualTo(new RowSum(1, "76d8cdd56e6cbb0328ca34bb8e12a73b5e3c25f32c621c54e34a6b37bf7a8b74"));
    }

    @Test
    void rowsThatDifferDoNotLookAlike() {
        assertThat(List.of(
                        sum(Arrays.asList("ab", "c")),
                        sum(Arrays.asList("a", "bc")),
                        sum(Arrays.asList("abc", "")),
                        sum(Arrays.asList("abc", null)),
                        sum(List.of("ab"), List.of("c"))))
                .doesNotHaveDuplicates();
    }

    @SafeVarargs
    private static String sum(List<String>... rows) {
        RowDigest digest = new RowDigest();
        for (List<String> row : rows) {
            digest.add(row);
        }
        return digest.sum().digest();
    }
}
