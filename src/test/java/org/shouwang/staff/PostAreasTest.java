package org.shouwang.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.AreaRanges.Range;

class PostAreasTest {

    private static final Range COUNTY = new Range(990101000000L, 990102000000L);
    private static final Range TOWN = new Range(990101103000L, 990101104000L);
    private static final Range VILLAGE = new Range(990101103200L, 990101103201L);
    private static final Range OTHER_COUNTY = new Range(990103000000L, 990104000000L);

    @Test
    void aPostHoldsInItsOwnArea() {
        assertThat(resolve(COUNTY, List.of(), List.of())).isEqualTo(areas(COUNTY));
    }

    @Test
    void whatOthersRunInsideIsLeftOut() {
        assertThat(resolve(COUNTY, List.of(TOWN), List.of()))
                .isEqualTo(areas(new Range(COUNTY.from(), TOWN.from()), new Range(TOWN.to(), COUNTY.to())));
    }

    @Test
    void aPostInAHostedAreaHoldsThereNevertheless() {
        assertThat(resolve(VILLAGE, List.of(TOWN), List.of())).isEqualTo(areas(VILLAGE));
        assertThat(resolve(TOWN, List.of(TOWN), List.of())).isEqualTo(areas(TOWN));
    }

    @Test
    void anOrganisationHoldsWhatItRuns() {
        AreaRanges areas = PostAreas.resolve(Optional.empty(), true, List.of(), List.of(TOWN));

        assertThat(areas).isEqualTo(areas(TOWN));
    }

    @Test
    void anAreaHoldsWhatItRunsElsewhereBesideItsOwn() {
        assertThat(resolve(OTHER_COUNTY, List.of(), List.of(TOWN))).isEqualTo(areas(TOWN, OTHER_COUNTY));
    }

    @Test
    void whatAThirdPartyRunsInsideAHostedAreaIsLeftOut() {
        assertThat(resolve(OTHER_COUNTY, List.of(VILLAGE), List.of(TOWN)))
                .isEqualTo(areas(
                        new Range(TOWN.from(), VILLAGE.from()), new Range(VILLAGE.to(), TOWN.to()), OTHER_COUNTY));
    }

    @Test
    void whatIsOursInsideAnAreaOfOthersStaysOurs() {
        assertThat(resolve(COUNTY, List.of(TOWN), List.of(VILLAGE)))
                .isEqualTo(areas(new Range(COUNTY.from(), TOWN.from()), VILLAGE, new Range(TOWN.to(), COUNTY.to())));
    }

    @Test
    void aPostWithoutPlaceHoldsInTheWholeInstance() {
        AreaRanges areas = PostAreas.resolve(Optional.empty(), false, List.of(), List.of());

        assertThat(areas).isEqualTo(AreaRanges.of(100_000_000_000L, 1_000_000_000_000L));
    }

    @Test
    void anOrganisationThatRunsNothingHoldsNowhere() {
        assertThat(PostAreas.resolve(Optional.empty(), true, List.of(), List.of()))
                .isEqualTo(AreaRanges.NONE);
    }

    private static AreaRanges resolve(Range own, List<Range> byOthers, List<Range> byUs) {
        return PostAreas.resolve(Optional.of(own), false, byOthers, byUs);
    }

    private static AreaRanges areas(Range... ranges) {
        return new AreaRanges(List.of(ranges));
    }
}
