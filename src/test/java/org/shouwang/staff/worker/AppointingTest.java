package org.shouwang.staff.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.platform.RoleCode.ADMINISTRATOR;
import static org.shouwang.platform.RoleCode.CHILDREN_DIRECTOR;
import static org.shouwang.platform.RoleCode.COUNTY_CIVIL_AFFAIRS;
import static org.shouwang.platform.RoleCode.TOWNSHIP_COORDINATOR;
import static org.shouwang.platform.RoleCode.TOWNSHIP_WOMENS_CHAIR;
import static org.shouwang.platform.RoleCode.WOMENS_CHAIR;
import static org.shouwang.platform.RoleCode.WOMENS_EXECUTIVE;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.organisation.OrganisationKind;
import org.shouwang.staff.worker.PostPlace.InArea;
import org.shouwang.staff.worker.PostPlace.InOrganisation;
import org.shouwang.staff.worker.PostPlace.WholeInstance;

class AppointingTest {

    private static final PostPlace PROVINCE = area("610000000000", AreaLevel.PROVINCE, false);
    private static final PostPlace CITY = area("610300000000", AreaLevel.CITY, false);
    private static final PostPlace CITY_WITHOUT_COUNTIES = area("441900000000", AreaLevel.CITY, true);
    private static final PostPlace COUNTY = area("610304000000", AreaLevel.COUNTY, true);
    private static final PostPlace TOWN = area("610304101000", AreaLevel.TOWNSHIP, false);
    private static final PostPlace VILLAGE = area("610304101200", AreaLevel.VILLAGE, false);
    private static final PostPlace VILLAGE_ELSEWHERE = area("610304106200", AreaLevel.VILLAGE, false);
    private static final PostPlace BUREAU = organisation(OrganisationKind.MEMBER_UNIT);
    private static final PostPlace ZONE = organisation(OrganisationKind.DEVELOPMENT_ZONE);
    private static final PostPlace INSTANCE = new WholeInstance();

    private static final AreaRanges IN_TOWN = AreaRanges.of(610304101000L, 610304102000L);
    private static final AreaRanges IN_COUNTY = AreaRanges.of(610304000000L, 610305000000L);

    private static final Post COORDINATOR = post(TOWNSHIP_COORDINATOR, IN_TOWN);
    private static final Post WOMENS_LINE = post(TOWNSHIP_WOMENS_CHAIR, IN_TOWN);
    private static final Post COUNTY_ADMINISTRATOR = post(ADMINISTRATOR, IN_COUNTY);
    private static final Post INSTANCE_ADMINISTRATOR = post(ADMINISTRATOR, AreaRanges.EVERYWHERE);

    @ParameterizedTest
    @CsvSource(textBlock = """
                    CHILDREN_DIRECTOR,        VILLAGE
                    WOMENS_CHAIR,             VILLAGE
                    WOMENS_EXECUTIVE,         VILLAGE TOWN
                    TOWNSHIP_COORDINATOR,     TOWN
                    TOWNSHIP_WOMENS_CHAIR,    TOWN
                    COUNTY_CIVIL_AFFAIRS,     COUNTY CITY_WITHOUT_COUNTIES ZONE
                    COUNTY_WOMENS_FEDERATION, COUNTY CITY_WITHOUT_COUNTIES ZONE
                    COMMITTEE_OFFICE,         COUNTY CITY_WITHOUT_COUNTIES ZONE
                    STATISTICS_OFFICER,       COUNTY CITY_WITHOUT_COUNTIES ZONE
                    PRIVACY_OFFICER,          COUNTY CITY_WITHOUT_COUNTIES ZONE
                    UNIT_LIAISON,             BUREAU ZONE
                    AGENCY_OFFICER,           BUREAU ZONE
                    ADMINISTRATOR,            TOWN COUNTY CITY CITY_WITHOUT_COUNTIES PROVINCE ZONE INSTANCE
                    """)
    void aPostStandsWhereItsRoleBelongs(RoleCode role, String places) {
        Set<String> fitting = Stream.of(Place.values())
                .filter(place -> Appointing.fits(new HeldPost(role, place.place)))
                .map(Enum::name)
                .collect(Collectors.toSet());

        assertThat(fitting).containsExactlyInAnyOrder(places.split(" "));
    }

    @Test
    void aCoordinatorAppointsTheDirectorsOfTheOwnTown() {
        assertThat(appointable(COORDINATOR, VILLAGE)).containsExactly(CHILDREN_DIRECTOR);
        assertThat(appointable(COORDINATOR, TOWN)).doesNotContain(TOWNSHIP_COORDINATOR);
        assertThat(appointable(COORDINATOR, VILLAGE_ELSEWHERE)).isEmpty();
    }

    @Test
    void theTownsWomensChairAppointsTheWomensLine() {
        assertThat(appointable(WOMENS_LINE, VILLAGE)).containsExactlyInAnyOrder(WOMENS_CHAIR, WOMENS_EXECUTIVE);
        assertThat(appointable(WOMENS_LINE, VILLAGE_ELSEWHERE)).isEmpty();
    }

    @Test
    void anAdministratorAppointsEverybodyInTheOwnAreaButAdministrators() {
        EnumSet<RoleCode> all = EnumSet.allOf(RoleCode.class);
        all.remove(ADMINISTRATOR);

        assertThat(appointable(COUNTY_ADMINISTRATOR, COUNTY)).isEqualTo(all);
        assertThat(appointable(COUNTY_ADMINISTRATOR, BUREAU)).isEqualTo(all);
        assertThat(appointable(COUNTY_ADMINISTRATOR, VILLAGE)).contains(CHILDREN_DIRECTOR);
        assertThat(appointable(COUNTY_ADMINISTRATOR, TOWN)).contains(ADMINISTRATOR);
        assertThat(appointable(COUNTY_ADMINISTRATOR, CITY)).isEmpty();
        assertThat(appointable(COUNTY_ADMINISTRATOR, INSTANCE)).isEmpty();
    }

    /** Else the county at a zone's seat would appoint itself into the towns of another. */
    @Test
    void postsOfAZoneAreGivenByWhoseAreasHoldAllThatItRuns() {
        PostPlace elsewhere = zoneThatRuns(IN_TOWN.union(AreaRanges.of(610305101000L, 610305102000L)));
        Post city = post(ADMINISTRATOR, AreaRanges.of(610300000000L, 610400000000L));

        assertThat(appointable(COUNTY_ADMINISTRATOR, zoneThatRuns(IN_TOWN))).contains(COUNTY_CIVIL_AFFAIRS);
        assertThat(appointable(COUNTY_ADMINISTRATOR, elsewhere)).isEmpty();
        assertThat(appointable(city, elsewhere)).contains(COUNTY_CIVIL_AFFAIRS);
        assertThat(appointable(INSTANCE_ADMINISTRATOR, elsewhere)).contains(COUNTY_CIVIL_AFFAIRS, ADMINISTRATOR);
        assertThat(Appointing.mayCareFor(COUNTY_ADMINISTRATOR, List.of(new HeldPost(COUNTY_CIVIL_AFFAIRS, elsewhere))))
                .isFalse();
    }

    @Test
    void theAdministratorOfTheInstanceAppointsAdministratorsEverywhere() {
        assertThat(List.of(PROVINCE, CITY, COUNTY, TOWN, ZONE, INSTANCE))
                .allSatisfy(place ->
                        assertThat(appointable(INSTANCE_ADMINISTRATOR, place)).contains(ADMINISTRATOR));
    }

    @ParameterizedTest
    @EnumSource(
            value = RoleCode.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TOWNSHIP_COORDINATOR", "TOWNSHIP_WOMENS_CHAIR", "ADMINISTRATOR"})
    void nobodyElseAppoints(RoleCode role) {
        assertThat(appointable(post(role, AreaRanges.EVERYWHERE), VILLAGE)).isEmpty();
    }

    @Test
    void aPostWithoutTheRightAppointsNobody() {
        Post without =
                new Post(UUID.randomUUID(), ADMINISTRATOR, AreaRanges.EVERYWHERE, Map.of(Right.WORKER_READ, Set.of()));

        assertThat(appointable(without, VILLAGE)).isEmpty();
    }

    @Test
    void eitherLineOfTheTownCaresForTheChairWhoIsTheDirectorToo() {
        List<HeldPost> both = List.of(new HeldPost(CHILDREN_DIRECTOR, VILLAGE), new HeldPost(WOMENS_CHAIR, VILLAGE));

        assertThat(Appointing.mayCareFor(COORDINATOR, both)).isTrue();
        assertThat(Appointing.mayCareFor(WOMENS_LINE, both)).isTrue();
    }

    /** Else a coordinator would make the administrator a director, change the phone, and be administrator. */
    @ParameterizedTest
    @EnumSource(
            value = RoleCode.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CHILDREN_DIRECTOR", "WOMENS_CHAIR", "WOMENS_EXECUTIVE"})
    void nobodyCaresForSomebodyInAPostThatTheyCouldNotGive(RoleCode higher) {
        assertThat(List.of(VILLAGE, TOWN, COUNTY, BUREAU, INSTANCE))
                .allSatisfy(place -> assertThat(Appointing.mayCareFor(
                                COORDINATOR,
                                List.of(new HeldPost(CHILDREN_DIRECTOR, VILLAGE), new HeldPost(higher, place))))
                        .isFalse());
    }

    @Test
    void aDirectorOfTwoTownsIsNeitherCoordinatorsToEdit() {
        List<HeldPost> held =
                List.of(new HeldPost(CHILDREN_DIRECTOR, VILLAGE), new HeldPost(CHILDREN_DIRECTOR, VILLAGE_ELSEWHERE));

        assertThat(Appointing.mayCareFor(COORDINATOR, held)).isFalse();
        assertThat(Appointing.mayCareFor(COUNTY_ADMINISTRATOR, held)).isTrue();
    }

    @Test
    void whoHoldsNothingIsNobodysToEdit() {
        assertThat(Appointing.mayCareFor(INSTANCE_ADMINISTRATOR, List.of())).isFalse();
    }

    @Test
    void thePostIsTheOnlyOneOrTheNamedOne() {
        assertThat(Appointing.chosen(List.of(COORDINATOR), null)).contains(COORDINATOR);
        assertThat(Appointing.chosen(List.of(COORDINATOR, WOMENS_LINE), WOMENS_LINE.appointmentId()))
                .contains(WOMENS_LINE);
        assertThat(Appointing.chosen(List.of(COORDINATOR, WOMENS_LINE), null)).isEmpty();
    }

    private static Set<RoleCode> appointable(Post by, PostPlace place) {
        return Stream.of(RoleCode.values())
                .filter(role -> Appointing.may(by, new HeldPost(role, place)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RoleCode.class)));
    }

    private static Post post(RoleCode role, AreaRanges areas) {
        return new Post(
                UUID.randomUUID(), role, areas, Map.of(Right.WORKER_READ, Set.of(), Right.WORKER_WRITE, Set.of()));
    }

    private static PostPlace area(String code, AreaLevel level, boolean county) {
        return new InArea(AreaCode.of(code), level, county);
    }

    private static PostPlace organisation(OrganisationKind kind) {
        return new InOrganisation(UUID.randomUUID(), kind, AreaCode.of("610304000000"), AreaRanges.NONE);
    }

    private static PostPlace zoneThatRuns(AreaRanges areas) {
        return new InOrganisation(
                UUID.randomUUID(), OrganisationKind.DEVELOPMENT_ZONE, AreaCode.of("610304000000"), areas);
    }

    private enum Place {
        PROVINCE(AppointingTest.PROVINCE),
        CITY(AppointingTest.CITY),
        CITY_WITHOUT_COUNTIES(AppointingTest.CITY_WITHOUT_COUNTIES),
        COUNTY(AppointingTest.COUNTY),
        TOWN(AppointingTest.TOWN),
        VILLAGE(AppointingTest.VILLAGE),
        BUREAU(AppointingTest.BUREAU),
        ZONE(AppointingTest.ZONE),
        INSTANCE(AppointingTest.INSTANCE);

        @SuppressWarnings("ImmutableEnumChecker") // all places are records of values
        private final PostPlace place;

        Place(PostPlace place) {
            this.place = place;
        }
    }
}
