package org.shouwang.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;

class ShownByTest {

    private static final AreaCode HERE = AreaCode.of("610304101200");
    private static final AreaCode THERE = AreaCode.of("610305101200");

    private final Post here = post(HERE);
    private final Post there = post(THERE);
    private final Caller both = new Caller(UUID.randomUUID(), 1, List.of(here, there), null);

    @Test
    void eachPersonIsShownByThePostThatReachesThem() {
        Subject child = new Subject("CHILD", UUID.randomUUID(), HERE);
        Subject stranger = new Subject("CHILD", UUID.randomUUID(), THERE);

        Map<Post, List<UUID>> parts = ShownBy.posts(both, Right.CHILD_READ, List.of(child, stranger));

        assertThat(parts).containsOnly(Map.entry(here, List.of(child.id())), Map.entry(there, List.of(stranger.id())));
    }

    @Test
    void whatNoPostReachesIsShownByTheFirstThatHasTheRight() {
        Subject granted = new Subject("CHILD", UUID.randomUUID(), AreaCode.of("620102001001"));
        Subject anywhere = new Subject("CHILD", UUID.randomUUID(), null);

        Map<Post, List<UUID>> parts = ShownBy.posts(both, Right.CHILD_READ, List.of(granted, anywhere));

        assertThat(parts).containsOnly(Map.entry(here, List.of(granted.id(), anywhere.id())));
    }

    @Test
    void nobodyIsShownWithoutTheRight() {
        Subject child = new Subject("CHILD", UUID.randomUUID(), HERE);

        assertThat(ShownBy.posts(both, Right.VISIT_READ, List.of())).isEmpty();
        assertThatThrownBy(() -> ShownBy.posts(both, Right.VISIT_READ, List.of(child)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Post post(AreaCode at) {
        return new Post(
                UUID.randomUUID(),
                RoleCode.CHILDREN_DIRECTOR,
                AreaRanges.of(at.value(), at.value() + 1),
                Map.of(Right.CHILD_READ, Set.of()));
    }
}
