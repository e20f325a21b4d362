package org.shouwang.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.problem.Violation;

class SuccessionRulesTest {

    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    @Test
    void aVillageGoesOverToALivingVillage() {
        assertThat(rules(SINCE.plusDays(1), Optional.of(AreaLevel.VILLAGE), false, false, false))
                .isEmpty();
    }

    @Test
    void theSuccessorLivesAndHasTheSameLevel() {
        assertThat(rules(SINCE.plusDays(1), Optional.empty(), false, false, false))
                .containsExactly("area-successor-lives");
        assertThat(rules(SINCE.plusDays(1), Optional.of(AreaLevel.TOWNSHIP), false, false, false))
                .containsExactly("area-successor-level");
    }

    @Test
    void ringsAndLivingChildrenAreRefused() {
        assertThat(rules(SINCE.plusDays(1), Optional.of(AreaLevel.VILLAGE), true, false, true))
                .containsExactly("area-succession-circular", "area-living-children");
    }

    @Test
    void whatRunsAreasOfOthersDoesNotEnd() {
        assertThat(rules(SINCE.plusDays(1), Optional.of(AreaLevel.VILLAGE), false, true, false))
                .containsExactly("area-runs-others");
    }

    @Test
    void anAreaLivesADayAtLeast() {
        assertThat(rules(SINCE, Optional.of(AreaLevel.VILLAGE), false, false, false))
                .containsExactly("area-succession-day");
    }

    private static List<String> rules(
            LocalDate on, Optional<AreaLevel> successor, boolean livingChildren, boolean runsOthers, boolean circular) {
        SuccessionForm form = new SuccessionForm(UUID.randomUUID(), AreaCode.of("990101103201"), on);
        return SuccessionRules.check(
                        form,
                        new SuccessionRules.Facts(
                                AreaLevel.VILLAGE, SINCE, successor, livingChildren, runsOthers, circular))
                .stream()
                .map(Violation::rule)
                .toList();
    }
}
