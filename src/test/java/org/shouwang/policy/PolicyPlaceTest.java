package org.shouwang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;

class PolicyPlaceTest {

    private static final FollowUpPolicy STANDARD = FollowUpPolicy.standard();
    private static final FollowUpPolicy OTHER =
            new FollowUpPolicy(STANDARD.byLevel(), Map.of(), STANDARD.newFileFirstVisit());

    private static final AreaCode COUNTY = AreaCode.of("610304000000");
    private static final AreaCode TOWN = AreaCode.of("610304101000");
    private static final AreaCode VILLAGE = AreaCode.of("610304101200");
    private static final AreaCode SECOND_VILLAGE = AreaCode.of("610304101201");
    private static final AreaCode ELSEWHERE = AreaCode.of("610322100200");

    private static final List<Areas.Below> AREAS = List.of(
            new Areas.Below(TOWN, COUNTY),
            new Areas.Below(VILLAGE, TOWN),
            new Areas.Below(SECOND_VILLAGE, TOWN),
            new Areas.Below(ELSEWHERE, AreaCode.of("610322100000")));

    private static List<AreaCode> named(AreaCode... others) {
        return PolicyPlace.of(AREAS, area -> List.of(others).contains(area) ? OTHER : STANDARD).stream()
                .map(PolicyPlace::area)
                .toList();
    }

    @Test
    void thePlacesAtTheTopAreNamed() {
        assertThat(named()).containsExactly(TOWN, ELSEWHERE);
    }

    @Test
    void aVillageWithAMatrixOfItsOwnIsNamedToo() {
        assertThat(named(SECOND_VILLAGE)).containsExactly(TOWN, SECOND_VILLAGE, ELSEWHERE);
        assertThat(named(TOWN, VILLAGE)).containsExactly(TOWN, SECOND_VILLAGE, ELSEWHERE);
    }
}
