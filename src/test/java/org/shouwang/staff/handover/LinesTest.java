package org.shouwang.staff.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.platform.RoleCode.ADMINISTRATOR;
import static org.shouwang.platform.RoleCode.AGENCY_OFFICER;
import static org.shouwang.platform.RoleCode.CHILDREN_DIRECTOR;
import static org.shouwang.platform.RoleCode.COUNTY_CIVIL_AFFAIRS;
import static org.shouwang.platform.RoleCode.COUNTY_WOMENS_FEDERATION;
import static org.shouwang.platform.RoleCode.STATISTICS_OFFICER;
import static org.shouwang.platform.RoleCode.TOWNSHIP_COORDINATOR;
import static org.shouwang.platform.RoleCode.TOWNSHIP_WOMENS_CHAIR;
import static org.shouwang.platform.RoleCode.UNIT_LIAISON;
import static org.shouwang.platform.RoleCode.WOMENS_CHAIR;
import static org.shouwang.platform.RoleCode.WOMENS_EXECUTIVE;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Post;
import org.shouwang.platform.RoleCode;

class LinesTest {

    private static Stream<RoleCode> enders(RoleCode leaving, RoleCode... filled) {
        return Arrays.stream(RoleCode.values())
                .filter(role -> Lines.mayEnd(post(role, AreaRanges.EVERYWHERE), leaving, Set.of(filled)));
    }

    private static Post post(RoleCode role, AreaRanges areas) {
        return new Post(UUID.randomUUID(), role, areas, Map.of());
    }

    private static Stream<RoleCode> followers(RoleCode leaving) {
        return Arrays.stream(RoleCode.values()).filter(role -> Lines.mayFollow(role, leaving));
    }

    @Test
    void aDirectorIsEndedByTheCoordinatorAlone() {
        assertThat(enders(CHILDREN_DIRECTOR)).containsExactly(TOWNSHIP_COORDINATOR);
        assertThat(enders(CHILDREN_DIRECTOR, TOWNSHIP_COORDINATOR, TOWNSHIP_WOMENS_CHAIR))
                .containsExactly(TOWNSHIP_COORDINATOR);
    }

    @ParameterizedTest
    @EnumSource(names = {"WOMENS_CHAIR", "WOMENS_EXECUTIVE"})
    void theCoordinatorEndsWomensPostsWhereTheTownHasNoWomensChair(RoleCode leaving) {
        assertThat(enders(leaving, TOWNSHIP_COORDINATOR)).containsExactly(TOWNSHIP_COORDINATOR, TOWNSHIP_WOMENS_CHAIR);
        assertThat(enders(leaving, TOWNSHIP_COORDINATOR, TOWNSHIP_WOMENS_CHAIR)).containsExactly(TOWNSHIP_WOMENS_CHAIR);
    }

    @Test
    void theCountyEndsThePostsOfTheTownEachInItsLine() {
        assertThat(enders(TOWNSHIP_COORDINATOR, COUNTY_WOMENS_FEDERATION)).containsExactly(COUNTY_CIVIL_AFFAIRS);
        assertThat(enders(TOWNSHIP_WOMENS_CHAIR, COUNTY_CIVIL_AFFAIRS, COUNTY_WOMENS_FEDERATION))
                .containsExactly(COUNTY_WOMENS_FEDERATION);
        assertThat(enders(TOWNSHIP_WOMENS_CHAIR, COUNTY_CIVIL_AFFAIRS))
                .containsExactly(COUNTY_CIVIL_AFFAIRS, COUNTY_WOMENS_FEDERATION);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "CHILDREN_DIRECTOR",
                "WOMENS_CHAIR",
                "WOMENS_EXECUTIVE",
                "TOWNSHIP_COORDINATOR",
                "TOWNSHIP_WOMENS_CHAIR"
            })
    void administratorsEndThePostsOfOffices(RoleCode leaving) {
        assertThat(enders(leaving, RoleCode.values())).containsExactly(ADMINISTRATOR);
    }

    @Test
    void administratorsOfAnAreaDoNotEndEachOther() {
        Post county = post(ADMINISTRATOR, AreaRanges.of(610304000000L, 610305000000L));

        assertThat(Arrays.stream(RoleCode.values()).filter(leaving -> Lines.mayEnd(county, leaving, Set.of())))
                .contains(COUNTY_CIVIL_AFFAIRS, STATISTICS_OFFICER)
                .doesNotContain(ADMINISTRATOR);
    }

    @Test
    void administratorsTakeOverNoWork() {
        assertThat(Lines.mayStandIn(ADMINISTRATOR)).isFalse();
        assertThat(Lines.mayStandIn(TOWNSHIP_COORDINATOR)).isTrue();
        assertThat(followers(STATISTICS_OFFICER)).containsExactly(STATISTICS_OFFICER);
        assertThat(followers(UNIT_LIAISON)).containsExactly(UNIT_LIAISON);
        assertThat(followers(AGENCY_OFFICER)).containsExactly(AGENCY_OFFICER);
        assertThat(followers(ADMINISTRATOR)).containsExactly(ADMINISTRATOR);
    }

    @Test
    void whoFollowsMayDoAsMuch() {
        assertThat(followers(CHILDREN_DIRECTOR)).containsExactly(CHILDREN_DIRECTOR, TOWNSHIP_COORDINATOR);
        assertThat(followers(WOMENS_CHAIR))
                .containsExactly(CHILDREN_DIRECTOR, WOMENS_CHAIR, TOWNSHIP_COORDINATOR, TOWNSHIP_WOMENS_CHAIR);
        assertThat(followers(WOMENS_EXECUTIVE))
                .containsExactly(
                        CHILDREN_DIRECTOR, WOMENS_CHAIR, WOMENS_EXECUTIVE, TOWNSHIP_COORDINATOR, TOWNSHIP_WOMENS_CHAIR);
        assertThat(followers(TOWNSHIP_COORDINATOR)).containsExactly(TOWNSHIP_COORDINATOR, COUNTY_CIVIL_AFFAIRS);
    }
}
