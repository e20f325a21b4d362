package org.shouwang.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.AreaRanges.Range;

/** Scopes of one town: who sees a living village sees what was merged into it, and nobody sees more. */
class PredecessorsTest {

    private static final long TOWN = 990101103000L;

    @Property
    void aMergedVillageIsSeenWithItsSuccessor(
            @ForAll @IntRange(max = 999) int from,
            @ForAll @IntRange(min = 1, max = 500) int villages,
            @ForAll List<@IntRange(max = 999) Integer> living) {
        AreaRanges scope = AreaRanges.of(TOWN + from, TOWN + from + villages);
        List<Range> merged = living.stream()
                .map(code -> new Range(TOWN + 5000 + code, TOWN + 5001 + code))
                .toList();
        Long[] successors = living.stream().map(code -> TOWN + code).toArray(Long[]::new);

        AreaRanges seen = PostAreas.withPredecessors(scope, merged, successors);

        assertThat(seen.minus(scope).ranges().stream().allMatch(range -> range.from() >= TOWN + 5000))
                .isTrue();
        assertThat(scope.minus(seen).isEmpty()).isTrue();
        for (int code : living) {
            assertThat(seen.contains(new AreaCode(TOWN + 5000 + code)))
                    .isEqualTo(scope.contains(new AreaCode(TOWN + code)));
        }
    }
}
