package org.shouwang.register.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;

class ResidencesTest {

    private static final UUID CHILD = UUID.randomUUID();
    private static final AreaCode FIRST = new AreaCode(610304101200L);
    private static final AreaCode SECOND = new AreaCode(610304101201L);
    private static final AreaCode NOW = new AreaCode(610304106200L);

    private static Residences moved(boolean exact) {
        return new Residences(Map.of(CHILD, List.of(FIRST, SECOND)), exact, Set.of());
    }

    @Test
    void whoeverMovedTwiceSinceLivedWhereTheFirstMoveBegan() {
        assertThat(moved(true).within(CHILD, NOW, FIRST::equals)).contains(FIRST);
        assertThat(moved(true).within(CHILD, NOW, SECOND::equals)).isEmpty();
    }

    @Test
    void whoLooksAfterTheChildNowMayAnyway() {
        assertThat(moved(true).within(CHILD, NOW, at -> true)).contains(NOW);
    }

    @Test
    void withoutATimeItMayHaveBeenAnyOfThem() {
        assertThat(moved(false).within(CHILD, NOW, SECOND::equals)).contains(SECOND);
    }

    @Test
    void whoeverNeverMovedLivesWhereTheyLived() {
        assertThat(Residences.OF_NOW.within(CHILD, NOW, NOW::equals)).contains(NOW);
        assertThat(Residences.OF_NOW.within(CHILD, NOW, FIRST::equals)).isEmpty();
    }
}
