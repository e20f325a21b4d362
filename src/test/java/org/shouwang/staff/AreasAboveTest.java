package org.shouwang.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.AreaRanges;
import org.shouwang.staff.AreasAbove.Extent;
import org.shouwang.staff.AreasAbove.Hosting;
import org.shouwang.staff.AreasAbove.Merged;

class AreasAboveTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-23");

    private static final Extent PROVINCE = extent("610000000000", AreaLevel.PROVINCE);
    private static final Extent CITY = extent("610300000000", AreaLevel.CITY);
    private static final Extent COUNTY = extent("610304000000", AreaLevel.COUNTY);
    private static final Extent OTHER_COUNTY = extent("610322000000", AreaLevel.COUNTY);
    private static final Extent TOWN = extent("610304101000", AreaLevel.TOWNSHIP);
    private static final Extent OTHER_TOWN = extent("610322100000", AreaLevel.TOWNSHIP);
    private static final Extent VILLAGE = extent("610304101200", AreaLevel.VILLAGE);
    private static final List<Extent> ALL = List.of(CITY, TOWN, OTHER_COUNTY, PROVINCE, VILLAGE, COUNTY, OTHER_TOWN);

    private static Extent extent(String code, AreaLevel level) {
        AreaCode area = AreaCode.of(code);
        return new Extent(area, area.value() + level.span(), level.compareTo(AreaLevel.CITY) <= 0);
    }

    private static Hosting hosted(Extent area, Extent by, boolean zone, LocalDate from) {
        return new Hosting(new AreaRanges.Range(area.code().value(), area.end()), by.code(), zone, from);
    }

    private static List<Extent> above(Extent place, AreasAbove tree) {
        return tree.above(place.code(), DAY, ALL, Function.identity());
    }

    private static AreasAbove hosting(Hosting... hosted) {
        return new AreasAbove(List.of(hosted), Map.of());
    }

    @Test
    void theNearestComesFirst() {
        assertThat(above(VILLAGE, AreasAbove.BY_CODES)).containsExactly(VILLAGE, TOWN, COUNTY, CITY, PROVINCE);
        assertThat(above(COUNTY, AreasAbove.BY_CODES)).containsExactly(COUNTY, CITY, PROVINCE);
    }

    @Test
    void aHostedTownStandsBelowItsHost() {
        AreasAbove tree = hosting(hosted(TOWN, OTHER_COUNTY, false, null));

        assertThat(above(VILLAGE, tree)).containsExactly(VILLAGE, TOWN, OTHER_COUNTY, CITY, PROVINCE);
    }

    @Test
    void aHostedVillageHasNothingOfItsOwnTown() {
        AreasAbove tree = hosting(hosted(VILLAGE, OTHER_TOWN, false, null));

        assertThat(above(VILLAGE, tree)).containsExactly(VILLAGE, OTHER_TOWN, OTHER_COUNTY, CITY, PROVINCE);
        assertThat(above(TOWN, tree)).containsExactly(TOWN, COUNTY, CITY, PROVINCE);
    }

    @Test
    void aDevelopmentZoneStandsInNoCounty() {
        AreasAbove tree = hosting(hosted(TOWN, OTHER_COUNTY, true, null));

        assertThat(above(VILLAGE, tree)).containsExactly(VILLAGE, TOWN, CITY, PROVINCE);
    }

    @Test
    void hostsCountFromTheirFirstDay() {
        assertThat(above(VILLAGE, hosting(hosted(TOWN, OTHER_COUNTY, false, DAY.plusDays(1)))))
                .contains(COUNTY);
        assertThat(above(VILLAGE, hosting(hosted(TOWN, OTHER_COUNTY, false, DAY))))
                .doesNotContain(COUNTY);
    }

    @Test
    void aHostThatIsHostedItselfPassesItOn() {
        AreasAbove tree =
                hosting(hosted(VILLAGE, OTHER_TOWN, false, null), hosted(OTHER_TOWN, OTHER_COUNTY, true, null));

        assertThat(above(VILLAGE, tree)).containsExactly(VILLAGE, OTHER_TOWN, CITY, PROVINCE);
    }

    /** As nobody may make it; a loop would hang every request. */
    @Test
    void aRingIsWalkedOnce() {
        AreasAbove tree = hosting(hosted(VILLAGE, OTHER_TOWN, false, null), hosted(OTHER_TOWN, VILLAGE, false, null));

        assertThat(above(VILLAGE, tree)).startsWith(VILLAGE, OTHER_TOWN);
    }

    @Test
    void aMergedVillageStandsWhereItsSuccessorDoes() {
        Extent last = extent("610322100200", AreaLevel.VILLAGE);
        AreasAbove tree = new AreasAbove(
                List.of(),
                Map.of(
                        VILLAGE.code(), new Merged(DAY.minusDays(1), AreaCode.of("610322100201")),
                        AreaCode.of("610322100201"), new Merged(DAY.minusDays(1), last.code())));

        assertThat(above(VILLAGE, tree)).containsExactly(OTHER_TOWN, OTHER_COUNTY, CITY, PROVINCE);
        assertThat(tree.living(VILLAGE.code(), DAY.minusDays(1))).isEqualTo(VILLAGE.code());
    }
}
