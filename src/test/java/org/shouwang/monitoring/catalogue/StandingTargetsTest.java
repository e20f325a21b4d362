package org.shouwang.monitoring.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.core.buffer.Buffer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;

class StandingTargetsTest {

    private static final Indicator KINDERGARTENS =
            new Catalogues().on(LocalDate.parse("2026-11-23")).find("C-E02").orElseThrow();

    private static LocalTarget local(String area, String plan, int year, int value, boolean binding) {
        return new LocalTarget(
                UUID.randomUUID(),
                0,
                "C-E02",
                new Target(
                        TargetLevel.COUNTY,
                        AreaCode.of(area),
                        plan,
                        year,
                        null,
                        TargetOperator.GE,
                        BigDecimal.valueOf(value),
                        null,
                        false,
                        List.of(),
                        null),
                binding,
                Instant.EPOCH,
                new UUID(0, 1),
                Buffer.buffer(),
                null,
                null);
    }

    @Test
    void whereNobodyHasDecidedTheNationalTargetCounts() {
        assertThat(StandingTargets.decided(List.of()).of(KINDERGARTENS)).isEqualTo(KINDERGARTENS.target());
    }

    /** The county before its city, the plan that is binding, its last year with those before as milestones. */
    @Test
    void theNearestAreaCountsWithAllYearsOfItsPlan() {
        Target counting = StandingTargets.decided(List.of(
                        local("610304000000", "规划", 2030, 95, true),
                        local("610304000000", "规划", 2027, 90, true),
                        local("610304000000", "旧规划", 2030, 88, false),
                        local("610300000000", "市规划", 2030, 99, true)))
                .of(KINDERGARTENS);

        assertThat(counting.year()).isEqualTo(2030);
        assertThat(counting.value()).isEqualTo("95");
        assertThat(counting.milestones()).containsExactly(new Milestone(2027, BigDecimal.valueOf(90)));
    }
}
