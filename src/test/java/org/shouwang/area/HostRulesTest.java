package org.shouwang.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.problem.Violation;

class HostRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final AreaCode COUNTY = AreaCode.of("990102000000");
    private static final UUID ZONE = UUID.randomUUID();

    @Test
    void anOrganisationOrAnAreaRunsIt() {
        assertThat(rules(new HostForm(ZONE, null, TODAY), null, true, false)).isEmpty();
        assertThat(rules(new HostForm(null, COUNTY, TODAY.plusDays(30)), null, true, false))
                .isEmpty();
        assertThat(rules(new HostForm(ZONE, COUNTY, TODAY), null, true, false)).containsExactly("area-host-one");
        assertThat(rules(new HostForm(null, null, TODAY), null, true, false)).containsExactly("area-host-one");
    }

    @Test
    void whoIsNotThereOrUnderItRunsNothing() {
        assertThat(rules(new HostForm(ZONE, null, TODAY), null, false, false)).containsExactly("area-host-exists");
        assertThat(rules(new HostForm(null, COUNTY, TODAY), null, true, true)).containsExactly("area-host-circular");
    }

    @Test
    void whileSomebodyRunsItAChangeBeginsToday() {
        AreaView.Administrator now = new AreaView.Administrator(ZONE, null, TODAY.minusYears(1));

        assertThat(rules(new HostForm(null, COUNTY, TODAY), now, true, false)).isEmpty();
        assertThat(rules(new HostForm(null, COUNTY, TODAY.plusDays(1)), now, true, false))
                .containsExactly("area-hosted-now");
    }

    @Test
    void theSameAgainIsNoChange() {
        AreaView.Administrator now = new AreaView.Administrator(ZONE, null, TODAY);
        HostRules.Facts facts = new HostRules.Facts(now, true, false);

        assertThat(facts.isAlready(new HostForm(ZONE, null, TODAY))).isTrue();
        assertThat(facts.isAlready(new HostForm(ZONE, null, TODAY.minusDays(1))))
                .isFalse();
        assertThat(facts.isAlready(new HostForm(null, COUNTY, TODAY))).isFalse();
    }

    private static List<String> rules(
            HostForm form, AreaView.@Nullable Administrator now, boolean exists, boolean circular) {
        return HostRules.check(form, new HostRules.Facts(now, exists, circular), TODAY).stream()
                .map(Violation::rule)
                .toList();
    }
}
