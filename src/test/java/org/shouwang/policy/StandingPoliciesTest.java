package org.shouwang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.staff.AreasAbove;
import org.shouwang.staff.AreasAbove.Extent;
import org.shouwang.staff.AreasAbove.Hosting;

class StandingPoliciesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Extent COUNTY = new Extent(AreaCode.of("610304000000"), 610305000000L, false);
    private static final Extent TOWN = new Extent(AreaCode.of("610304101000"), 610304102000L, false);
    private static final AreaCode VILLAGE = AreaCode.of("610304101200");
    private static final AreaCode OTHER_VILLAGE = AreaCode.of("610304102200");
    private static final AreaCode ELSEWHERE = AreaCode.of("610322100200");

    private static PolicyVersion version(
            Extent area, String name, int daysFromToday, PolicyVersion.@Nullable Withdrawal withdrawn) {
        return new PolicyVersion(
                UUID.randomUUID(),
                area,
                name,
                null,
                TODAY.plusDays(daysFromToday),
                FollowUpPolicy.standard(),
                Instant.EPOCH,
                withdrawn,
                0);
    }

    private static PolicyVersion version(Extent area, String name, int daysFromToday) {
        return version(area, name, daysFromToday, null);
    }

    private static PolicyVersion withdrawn(Extent area, String name, int daysFromToday) {
        return version(area, name, daysFromToday, new PolicyVersion.Withdrawal(UUID.randomUUID(), Instant.EPOCH, "试验"));
    }

    private static StandingPolicies of(PolicyVersion... versions) {
        return StandingPolicies.of(AreasAbove.BY_CODES, List.of(versions));
    }

    private static @Nullable String name(Optional<PolicyVersion> version) {
        return version.map(PolicyVersion::name).orElse(null);
    }

    @Test
    void theNearestAreaWithAVersionInForceDecides() {
        StandingPolicies policies = of(version(COUNTY, "county", -9), version(TOWN, "town", -1));

        assertThat(name(policies.inForce(VILLAGE, TODAY))).isEqualTo("town");
        assertThat(name(policies.inForce(OTHER_VILLAGE, TODAY))).isEqualTo("county");
        assertThat(name(policies.inForce(ELSEWHERE, TODAY))).isNull();
    }

    @Test
    void aNearerOneThatHasNotBegunDecidesNothingYet() {
        StandingPolicies policies = of(version(COUNTY, "county", -9), version(TOWN, "town", 1));

        assertThat(name(policies.inForce(VILLAGE, TODAY))).isEqualTo("county");
        assertThat(name(policies.inForce(VILLAGE, TODAY.plusDays(1)))).isEqualTo("town");
        assertThat(name(policies.next(VILLAGE, TODAY))).isEqualTo("town");
    }

    @Test
    void aVersionHoldsFromItsFirstDayUntilTheNextOne() {
        StandingPolicies policies = of(version(COUNTY, "second", 0), version(COUNTY, "first", -9));

        assertThat(name(policies.inForce(VILLAGE, TODAY.minusDays(10)))).isNull();
        assertThat(name(policies.inForce(VILLAGE, TODAY.minusDays(9)))).isEqualTo("first");
        assertThat(name(policies.inForce(VILLAGE, TODAY.minusDays(1)))).isEqualTo("first");
        assertThat(name(policies.inForce(VILLAGE, TODAY))).isEqualTo("second");
    }

    @Test
    void whatWasWithdrawnNeverBegins() {
        StandingPolicies policies = of(version(COUNTY, "stands", -9), withdrawn(COUNTY, "withdrawn", 3));

        assertThat(name(policies.inForce(VILLAGE, TODAY.plusDays(3)))).isEqualTo("stands");
        assertThat(name(policies.next(VILLAGE, TODAY))).isNull();
        assertThat(policies.history(VILLAGE, TODAY))
                .extracting(PolicyVersion::name)
                .containsExactly("withdrawn", "stands");
    }

    /** The county's next version changes nothing in a town that has its own. */
    @Test
    void nextIsWhatTakesOverAtThePlace() {
        StandingPolicies policies = of(
                version(COUNTY, "county", -9),
                version(COUNTY, "county later", 5),
                version(TOWN, "town", -1),
                version(TOWN, "town later", 8));

        assertThat(name(policies.next(VILLAGE, TODAY))).isEqualTo("town later");
        assertThat(name(policies.next(OTHER_VILLAGE, TODAY))).isEqualTo("county later");
    }

    @Test
    void aVillageThatAnotherCountyRunsGoesByItsHost() {
        AreasAbove tree = new AreasAbove(
                List.of(new Hosting(
                        new AreaRanges.Range(ELSEWHERE.value(), ELSEWHERE.value() + 1), COUNTY.code(), false, null)),
                Map.of());

        StandingPolicies policies = StandingPolicies.of(tree, List.of(version(COUNTY, "county", -9)));

        assertThat(name(policies.inForce(ELSEWHERE, TODAY))).isEqualTo("county");
    }
}
