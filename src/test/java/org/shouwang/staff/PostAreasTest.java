package org.shouwang.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.AreaRanges.Range;
import org.shouwang.staff.PostAreas.Hosting;
import org.shouwang.staff.PostAreas.Hosting.By;
import org.shouwang.staff.PostAreas.Own;

/** A province of two cities; each place is a range of codes. */
class PostAreasTest {

    private static final Range PROVINCE = new Range(990000000000L, 1_000_000_000_000L);
    private static final Range CITY = new Range(990100000000L, 990200000000L);
    private static final Range COUNTY = new Range(990101000000L, 990102000000L);
    private static final Range TOWN = new Range(990101103000L, 990101104000L);
    private static final Range VILLAGE = new Range(990101103200L, 990101103201L);
    private static final Range SECOND_TOWN = new Range(990101104000L, 990101105000L);
    private static final Range OTHER_COUNTY = new Range(990103000000L, 990104000000L);
    private static final Range OTHER_TOWN = new Range(990103101000L, 990103102000L);
    private static final Range OTHER_CITY = new Range(990200000000L, 990300000000L);
    private static final Range FAR_COUNTY = new Range(990201000000L, 990202000000L);

    @Test
    void aPostHoldsInItsOwnArea() {
        assertThat(areasOf(COUNTY)).isEqualTo(areas(COUNTY));
    }

    @Test
    void aPostWithoutPlaceHoldsInTheWholeInstance() {
        assertThat(PostAreas.resolve(Optional.empty(), false, List.of()))
                .isEqualTo(AreaRanges.of(100_000_000_000L, 1_000_000_000_000L));
    }

    @Test
    void whatAnotherCountyRunsIsTheOtherCountys() {
        Hosting town = hosting(TOWN, OTHER_COUNTY);

        assertThat(areasOf(COUNTY, town)).isEqualTo(without(COUNTY, TOWN));
        assertThat(areasOf(OTHER_COUNTY, town)).isEqualTo(areas(TOWN, OTHER_COUNTY));
        assertThat(areasOf(CITY, town)).isEqualTo(areas(CITY));
    }

    @Test
    void whatOneTownRunsForAnotherStaysInTheirCounty() {
        Hosting village = hosting(VILLAGE, SECOND_TOWN);

        assertThat(areasOf(COUNTY, village)).isEqualTo(areas(COUNTY));
        assertThat(areasOf(CITY, village)).isEqualTo(areas(CITY));
        assertThat(areasOf(SECOND_TOWN, village)).isEqualTo(areas(VILLAGE, SECOND_TOWN));
        assertThat(areasOf(TOWN, village)).isEqualTo(without(TOWN, VILLAGE));
    }

    @Test
    void whoeverStandsAboveTheHostHasItToo() {
        Hosting village = hosting(VILLAGE, OTHER_TOWN);

        assertThat(areasOf(OTHER_TOWN, village)).isEqualTo(areas(VILLAGE, OTHER_TOWN));
        assertThat(areasOf(OTHER_COUNTY, village)).isEqualTo(areas(VILLAGE, OTHER_COUNTY));
        assertThat(areasOf(COUNTY, village)).isEqualTo(without(COUNTY, VILLAGE));
        assertThat(areasOf(TOWN, village)).isEqualTo(without(TOWN, VILLAGE));
        assertThat(areasOf(CITY, village)).isEqualTo(areas(CITY));
    }

    @Test
    void aHostOfAnotherCityTakesItOutOfTheCity() {
        Hosting town = hosting(TOWN, FAR_COUNTY);

        assertThat(areasOf(CITY, town)).isEqualTo(without(CITY, TOWN));
        assertThat(areasOf(OTHER_CITY, town)).isEqualTo(areas(TOWN, OTHER_CITY));
        assertThat(areasOf(PROVINCE, town)).isEqualTo(areas(PROVINCE));
    }

    @Test
    void whatIsRunFromOutsideRunsNothingForTheCounty() {
        Hosting village = hosting(VILLAGE, SECOND_TOWN);
        Hosting itsHost = hosting(SECOND_TOWN, OTHER_COUNTY);

        assertThat(areasOf(COUNTY, village, itsHost))
                .isEqualTo(without(COUNTY, VILLAGE).minus(areas(SECOND_TOWN)));
        assertThat(areasOf(OTHER_COUNTY, village, itsHost)).isEqualTo(areas(VILLAGE, SECOND_TOWN, OTHER_COUNTY));
    }

    @Test
    void theInnermostSaysWhoRunsAPlace() {
        Hosting town = hosting(TOWN, OTHER_COUNTY);
        Hosting backToTheCounty = hosting(VILLAGE, SECOND_TOWN);
        Hosting toAThird = hosting(VILLAGE, FAR_COUNTY);

        assertThat(areasOf(COUNTY, town, backToTheCounty))
                .isEqualTo(without(COUNTY, TOWN).union(areas(VILLAGE)));
        assertThat(areasOf(OTHER_COUNTY, town, toAThird))
                .isEqualTo(without(TOWN, VILLAGE).union(areas(OTHER_COUNTY)));
    }

    @Test
    void aPostInAHostedAreaHoldsThereNevertheless() {
        Hosting town = hosting(TOWN, OTHER_COUNTY);

        assertThat(areasOf(VILLAGE, town)).isEqualTo(areas(VILLAGE));
        assertThat(areasOf(TOWN, town)).isEqualTo(areas(TOWN));
    }

    @Test
    void aUnitThatSitsInTheCountyRunsForTheCounty() {
        Hosting village = new Hosting(VILLAGE, COUNTY.from(), By.PLACE);

        assertThat(areasOf(COUNTY, village)).isEqualTo(areas(COUNTY));
        assertThat(areasOf(TOWN, village)).isEqualTo(without(TOWN, VILLAGE));
    }

    @Test
    void aUnitThatSitsInWhatItRunsTakesItFromNobody() {
        Hosting town = new Hosting(TOWN, VILLAGE.from(), By.PLACE);

        assertThat(areasOf(COUNTY, town)).isEqualTo(areas(COUNTY));
        assertThat(areasOf(OTHER_COUNTY, town)).isEqualTo(areas(OTHER_COUNTY));
    }

    @Test
    void aDevelopmentZoneStandsBesideTheCountiesAndBelowTheirCity() {
        Hosting town = new Hosting(TOWN, COUNTY.from(), By.ZONE);

        assertThat(areasOf(COUNTY, town)).isEqualTo(without(COUNTY, TOWN));
        assertThat(areasOf(CITY, town)).isEqualTo(areas(CITY));
        assertThat(areasOf(OTHER_CITY, town)).isEqualTo(areas(OTHER_CITY));
    }

    @Test
    void anOrganisationHoldsWhatItRunsAndWhatIsRunFromThere() {
        Hosting town = new Hosting(TOWN, COUNTY.from(), By.POST);

        assertThat(ofOrganisation(town)).isEqualTo(areas(TOWN));
        assertThat(ofOrganisation(town, hosting(OTHER_TOWN, TOWN))).isEqualTo(areas(TOWN, OTHER_TOWN));
        assertThat(ofOrganisation(town, hosting(VILLAGE, FAR_COUNTY))).isEqualTo(without(TOWN, VILLAGE));
    }

    @Test
    void anOrganisationThatRunsNothingHoldsNowhere() {
        assertThat(ofOrganisation()).isEqualTo(AreaRanges.NONE);
    }

    private static AreaRanges areasOf(Range own, Hosting... hosted) {
        boolean aboveCounties = own.to() - own.from() > COUNTY.to() - COUNTY.from();
        return PostAreas.resolve(Optional.of(new Own(own, aboveCounties)), false, List.of(hosted));
    }

    private static AreaRanges ofOrganisation(Hosting... hosted) {
        return PostAreas.resolve(Optional.empty(), true, List.of(hosted));
    }

    private static Hosting hosting(Range area, Range host) {
        return new Hosting(area, host.from(), By.PLACE);
    }

    private static AreaRanges without(Range area, Range hole) {
        return areas(area).minus(areas(hole));
    }

    private static AreaRanges areas(Range... ranges) {
        return List.of(ranges).stream()
                .map(range -> AreaRanges.of(range.from(), range.to()))
                .reduce(AreaRanges.NONE, AreaRanges::union);
    }
}
