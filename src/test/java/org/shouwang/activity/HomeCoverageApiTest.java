package org.shouwang.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.COUNTY;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.HOSTED_DIRECTOR;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.LocalDays;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class HomeCoverageApiTest {

    private static final String OTHER_TOWN = "610304106000";
    private static final String COUNTY_CODE = "610304000000";

    /** The villages of a prefix that are valid, and that nobody else runs. */
    private static final String VILLAGES = """
            select count(*) from area v
            where v.level = 'VILLAGE' and v.code::text like ? and (v.valid_to is null or v.valid_to >= ?)
              and not exists (
                  select 1 from area h
                  where coalesce(h.administered_by_area_code::text, h.administered_by_organisation_id::text) is not null
                    and v.code >= h.code and v.code < h.code_end)
            """;

    /** Those of them with a home that counts: the rule once more, in SQL. */
    private static final String COVERED = VILLAGES + """
              and v.code in (
                  select c.area_code from childrens_home c join activity a on a.home_id = c.id
                  where c.status = 'OPEN' and c.indoor_m2 >= 10
                    and (select count(distinct z) from unnest(c.zones) z) > 1
                    and (select count(distinct f) from unnest(c.functions) f) > 2
                    and (a.started_at at time zone 'Asia/Shanghai')::date >= ?::date - 90)
            """;

    @Inject
    AgroalDataSource database;

    @AfterEach
    void backToRealTime() {
        Demo.backToRealTime();
    }

    private static UUID home(Accounts who, String village) {
        UUID id = UUID.randomUUID();
        Map<String, Object> home =
                Records.with(Records.home(village), "functions", List.of("GAME", "READING", "SAFETY_EDU"));
        who.request().body(home).put("/api/v1/homes/" + id).then().statusCode(201);
        return id;
    }

    /** An activity in the home, one hour ago. */
    private static void open(Accounts who, String village, UUID home) {
        String hourAgo = Demo.now().minus(Duration.ofHours(1)).toString();
        Map<String, Object> activity = Records.with(
                Records.with(Records.with(Records.activity(village), "place", null), "homeId", home),
                "startedAt",
                hourAgo);
        who.request()
                .body(Records.with(activity, "endedAt", hourAgo))
                .put("/api/v1/activities/" + UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse coverage(Accounts who, String area) {
        return who.request().get("/api/v1/homes/coverage?area=" + area).then();
    }

    private static JsonPath counted(Accounts who, String area) {
        return coverage(who, area).statusCode(200).extract().jsonPath();
    }

    @Test
    void theCoverageOfACountyIsWhatTheTablesSayTownByTown() throws SQLException {
        open(DIRECTOR, Accounts.VILLAGE, home(DIRECTOR, Accounts.VILLAGE));
        open(OTHER_TOWN_DIRECTOR, "610304106200", home(OTHER_TOWN_DIRECTOR, "610304106200"));
        home(COORDINATOR, "610304101202");
        LocalDate today = Demo.today();

        JsonPath county = counted(COUNTY, COUNTY_CODE);

        List<Map<String, Object>> towns = county.getList("townships");
        assertThat(towns).extracting(town -> town.get("areaCode")).isSorted().contains(Accounts.TOWN, OTHER_TOWN);
        for (Map<String, Object> town : towns) {
            String prefix = town.get("areaCode").toString().substring(0, 9) + "%";
            Map<?, ?> share = (Map<?, ?>) town.get("share");
            assertThat(((Number) share.get("villages")).longValue())
                    .isEqualTo(Sql.number(database, VILLAGES, prefix, today));
            assertThat(((Number) share.get("villagesWithQualifiedHome")).longValue())
                    .isEqualTo(Sql.number(database, COVERED, prefix, today, today));
        }
        assertThat(county.getLong("total.villages")).isEqualTo(Sql.number(database, VILLAGES, "610304%", today));
        assertThat(county.getLong("total.villagesWithQualifiedHome"))
                .isEqualTo(Sql.number(database, COVERED, "610304%", today, today))
                .isGreaterThanOrEqualTo(2);
        assertThat(county.getString("counties[0].areaCode")).isEqualTo(COUNTY_CODE);
        assertThat(county.getList("villages")).isEmpty();
    }

    @Test
    void aTownshipNamesItsVillagesInTheOrderOfTheirCodes() {
        open(DIRECTOR, Accounts.VILLAGE, home(DIRECTOR, Accounts.VILLAGE));

        JsonPath town = counted(COORDINATOR, Accounts.TOWN);

        assertThat(town.getList("villages.areaCode", String.class)).isSorted().hasSize(town.getInt("total.villages"));
        assertThat(town.getBoolean("villages.find { it.areaCode == '" + Accounts.VILLAGE + "' }.hasQualifiedHome"))
                .isTrue();
    }

    @Test
    void theHomeDropsOutOnTheNinetyFirstDayAfterItsLastActivity() {
        String village = "610304102202";
        UUID home = home(HOSTED_DIRECTOR, village);
        isQualified(home, village, false);
        LocalDate held = LocalDays.of(Demo.now().minus(Duration.ofHours(1)));
        open(HOSTED_DIRECTOR, village, home);
        isQualified(home, village, true);

        Demo.moveTo(held.plusDays(90), LocalTime.of(23, 59));
        isQualified(home, village, true);
        Demo.moveTo(held.plusDays(91), LocalTime.MIDNIGHT);

        isQualified(home, village, false);
    }

    private static void isQualified(UUID home, String village, boolean qualified) {
        HOSTED_DIRECTOR
                .request()
                .get("/api/v1/homes/" + home)
                .then()
                .statusCode(200)
                .body("qualified", equalTo(qualified));
        coverage(HOSTED_DIRECTOR, village)
                .statusCode(200)
                .body("total.villages", equalTo(1))
                .body("total.villagesWithQualifiedHome", equalTo(qualified ? 1 : 0))
                .body("total.markReached", equalTo(qualified ? 70 : 0));
    }

    @Test
    void aVillageCountsWhereItIsRun() throws SQLException {
        String village = "610304106205";
        int there = counted(COUNTY, OTHER_TOWN).getInt("total.villages");
        int here = counted(COORDINATOR, Accounts.TOWN).getInt("total.villages");
        int all = counted(COUNTY, COUNTY_CODE).getInt("total.villages");
        Sql.update(
                database,
                "update area set administered_by_area_code = ? where code = ?",
                Long.valueOf(Accounts.TOWN),
                Long.valueOf(village));
        try {
            JsonPath host = counted(COORDINATOR, Accounts.TOWN);

            assertThat(host.getInt("total.villages")).isEqualTo(here + 1);
            assertThat(host.getList("villages.areaCode", String.class))
                    .contains(village)
                    .isSorted();
        } finally {
            Sql.update(
                    database, "update area set administered_by_area_code = null where code = ?", Long.valueOf(village));
        }
        assertThat(counted(COUNTY, OTHER_TOWN).getInt("total.villages")).isEqualTo(there);
        coverage(COUNTY, "610304102000").statusCode(404);
        assertThat(all).isGreaterThan(there + here);
        HOSTED_DIRECTOR
                .request()
                .get("/api/v1/homes/coverage")
                .then()
                .statusCode(200)
                .body("counties[0].areaCode", nullValue())
                .body("counties[0].name", equalTo("高新技术产业开发区管理委员会"));
    }

    @Test
    void aMergedVillageDoesNotCount() throws SQLException {
        int before = counted(COORDINATOR, Accounts.TOWN).getInt("total.villages");
        Sql.update(
                database,
                "update area set valid_to = ? where code = 610304101203",
                Demo.today().minusDays(1));
        try {
            assertThat(counted(COORDINATOR, Accounts.TOWN).getInt("total.villages"))
                    .isEqualTo(before - 1);
        } finally {
            Sql.update(database, "update area set valid_to = null where code = 610304101203");
        }
    }
}
