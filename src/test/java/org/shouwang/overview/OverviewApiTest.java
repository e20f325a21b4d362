package org.shouwang.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.shouwang.testsupport.Accounts.COMMITTEE;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.COUNTY;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.STATISTICS;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Tasks;

/** The demo district's numbers, who sees them, and what can be asked for. */
@QuarkusTest
class OverviewApiTest {

    private static final String COUNTY_CODE = "610304000000";
    private static final String OTHER_TOWN = "610304106000";

    @Inject
    AgroalDataSource database;

    private static ValidatableResponse overview(RequestSpecification who, String query) {
        return who.get("/api/v1/overview" + query).then();
    }

    private static JsonPath shown(Accounts who, String query) {
        return overview(who.request(), query).statusCode(200).extract().jsonPath();
    }

    /** The last 40 days: the demo district's visits go back 28 to 64. */
    private static String lastDays() {
        return "&from=" + Demo.today().minusDays(39) + "&to=" + Demo.today();
    }

    private void isWhatTheTablesSay(JsonPath answer, Map<String, Map<String, Number>> numbers, long lower, long upper)
            throws SQLException {
        LocalDate from = LocalDate.parse(answer.getString("from"));
        LocalDate to = LocalDate.parse(answer.getString("to"));
        Instant now = Instant.parse(answer.getString("countedAt"));
        assertThat(OverviewRows.flat(numbers))
                .as("%d to %d", lower, upper)
                .isEqualTo(OverviewRows.count(database, lower, upper, from, to, now));
    }

    @Test
    void aCountyIsCountedTownByTownAsTheTablesSay() throws SQLException {
        aVisitIsDueTodayAndNobodyHasCome();

        JsonPath county = shown(COUNTY, "?area=" + COUNTY_CODE + lastDays());

        List<Map<String, Object>> towns = county.getList("townships");
        assertThat(towns).extracting(town -> town.get("areaCode")).isSorted().contains(Accounts.TOWN, OTHER_TOWN);
        for (int i = 0; i < towns.size(); i++) {
            long code = county.getLong("townships[" + i + "].areaCode");
            isWhatTheTablesSay(county, county.getMap("townships[" + i + "].numbers"), code, code + 1000);
        }
        isWhatTheTablesSay(county, county.getMap("total"), 610304000000L, 610305000000L);
        assertThat(county.getLong("total.children.active")).isPositive();
        assertThat(county.getLong("total.visits.homeMetChild")).isPositive();
        assertThat(county.getLong("total.tasks.open")).isPositive();
        assertThat(county.getLong("total.visitsDue.notMet")).isPositive();
        assertThat(county.getList("villages")).isEmpty();
    }

    private static void aVisitIsDueTodayAndNobodyHasCome() {
        UUID child = Families.register(DIRECTOR, Accounts.VILLAGE, Families.settle(DIRECTOR, Accounts.VILLAGE), "LOW");
        Tasks.assigned(Tasks.visitTo(child, DIRECTOR.appointment("CHILDREN_DIRECTOR"), Demo.today()));
    }

    @Test
    void aTownshipIsCountedVillageByVillageInTheOrderOfCodes() throws SQLException {
        JsonPath town = shown(COORDINATOR, "?area=" + Accounts.TOWN + lastDays());

        List<String> codes = town.getList("villages.areaCode", String.class);
        assertThat(codes).isSorted().contains(Accounts.VILLAGE, Accounts.SECOND_VILLAGE);
        for (int i = 0; i < codes.size(); i++) {
            long code = Long.parseLong(codes.get(i));
            isWhatTheTablesSay(town, town.getMap("villages[" + i + "].numbers"), code, code + 1);
        }
        isWhatTheTablesSay(town, town.getMap("total"), 610304101000L, 610304102000L);
        assertThat(town.getString("townships.areaCode")).isEqualTo("[" + Accounts.TOWN + "]");
        assertThat(town.<Object>get("townships[0].numbers")).isEqualTo(town.get("total"));
    }

    @Test
    void withoutAnAreaItIsAllThatThePostReachesThisMonth() throws SQLException {
        JsonPath own = shown(COORDINATOR, "");

        assertThat(own.<Object>get("areaCode")).isNull();
        assertThat(own.getString("from"))
                .isEqualTo(Demo.today().withDayOfMonth(1).toString());
        assertThat(own.getString("to")).isEqualTo(Demo.today().toString());
        isWhatTheTablesSay(own, own.getMap("total"), 610304101000L, 610304102000L);
        assertThat(own.getList("villages")).isEmpty();
    }

    @Test
    void aVillageIsShownAlone() throws SQLException {
        JsonPath village = shown(COORDINATOR, "?area=" + Accounts.VILLAGE + lastDays());

        assertThat(village.getList("villages.areaCode")).containsExactly(Accounts.VILLAGE);
        isWhatTheTablesSay(village, village.getMap("total"), 610304101200L, 610304101201L);
    }

    @Test
    void onlyWhoLeadsTheWorkSeesItAndOnlyInTheOwnArea() {
        overview(DIRECTOR.request(), "?area=" + Accounts.VILLAGE).statusCode(403);
        overview(DIRECTOR.request(), "").statusCode(403);
        overview(STATISTICS.request(), "?area=" + COUNTY_CODE).statusCode(403);
        for (String foreign : List.of(OTHER_TOWN, COUNTY_CODE, "610304102202", "610304101999")) {
            overview(COORDINATOR.request(), "?area=" + foreign).statusCode(404);
        }
        overview(COUNTY.request(), "?area=610304102202").statusCode(404);
    }

    /** A number of a village may be one child: whoever reads no file sees townships. */
    @Test
    void whoReadsNoFilesSeesNoSingleVillage() {
        String token = COMMITTEE.token();

        overview(Accounts.with(token), "?area=" + COUNTY_CODE)
                .statusCode(200)
                .body("townships", not(empty()))
                .body("villages", empty());
        overview(Accounts.with(token), "?area=" + Accounts.TOWN)
                .statusCode(200)
                .body("townships", hasSize(1))
                .body("villages", empty());
        overview(Accounts.with(token), "?area=" + Accounts.VILLAGE).statusCode(403);
    }

    @Test
    void aPeriodIsAtMostAYearAndDoesNotEndBeforeItBegins() {
        String token = COORDINATOR.token();
        String area = "?area=" + Accounts.TOWN;

        overview(Accounts.with(token), area + "&from=2025-03-01&to=2026-03-01").statusCode(200);
        overview(Accounts.with(token), area + "&from=2025-03-01&to=2026-03-02")
                .statusCode(422)
                .body("violations.rule", contains("period-too-long"))
                .body("violations.field", contains("to"));
        overview(Accounts.with(token), area + "&from=2026-03-02&to=2026-03-01")
                .statusCode(422)
                .body("violations.rule", contains("period-ends-before-start"));
        overview(Accounts.with(token), area + "&from=02.03.2026").statusCode(400);
        overview(Accounts.with(token), area + "&from=9999-12-01&to=9999-12-31").statusCode(200);
    }

    @Test
    void aPeriodInWhichNothingHappenedIsZeros() {
        ValidatableResponse long_ago = overview(
                        COORDINATOR.request(), "?area=" + Accounts.TOWN + "&from=2001-01-01&to=2001-01-31")
                .statusCode(200);

        for (String none :
                List.of("visits.home", "visits.phone", "visitsDue.children", "tasks.done", "activities.sessions")) {
            long_ago.body("total." + none, equalTo(0));
        }
        long_ago.body("total.children.active", not(equalTo(0))).body("total.rank", nullValue());
    }
}
