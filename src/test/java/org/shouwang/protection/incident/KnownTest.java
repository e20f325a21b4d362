package org.shouwang.protection.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownTest {

    private static Known at(Stage stage, boolean danger, String... situations) {
        return new Known(stage, Set.of(situations), danger);
    }

    @Test
    void aSituationMoreIsGraver() {
        Known before = at(Stage.REPORTED, false, "B2");

        assertThat(before.isOutdoneBy(at(Stage.REPORTED, false, "B2", "A9"), false))
                .isTrue();
        assertThat(before.isOutdoneBy(at(Stage.REPORTED, false, "A9"), false)).isTrue();
        assertThat(before.isOutdoneBy(before, false)).isFalse();
        assertThat(before.isOutdoneBy(at(Stage.REPORTED, false), false)).isFalse();
    }

    @Test
    void dangerIsGraverWhenItIsNewOrComesBack() {
        Known safe = at(Stage.DISCOVERED, false);
        Known danger = at(Stage.DISCOVERED, true);
        Known handled = at(Stage.EMERGENCY_HANDLED, true);

        assertThat(safe.isOutdoneBy(danger, true)).isTrue();
        assertThat(danger.isOutdoneBy(danger, true))
                .as("the same report, sent whole again")
                .isFalse();
        assertThat(handled.isOutdoneBy(handled, true)).isTrue();
        assertThat(handled.isOutdoneBy(handled, false)).isFalse();
    }
}
