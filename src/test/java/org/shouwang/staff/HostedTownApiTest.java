package org.shouwang.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;

/**
 * Two counties of a province that does not exist. The second runs a town of the first, but for one village there that the
 * first runs and one that an organisation runs.
 */
@QuarkusTest
class HostedTownApiTest {

    private static final String HOSTED_BY_AREA = "update area set administered_by_area_code = ? where code = ?";
    private static final long OWNER = 990101000000L;
    private static final long HOST = 990102000000L;
    private static final long TOWN = 990101103000L;
    private static final long VILLAGE = 990101103200L;
    private static final long VILLAGE_BACK = 990101103201L;
    private static final long VILLAGE_OF_A_THIRD = 990101103202L;
    private static final long OTHER_TOWN = 990101104000L;
    private static final long ITS_VILLAGE = 990101104200L;
    private static final long TOWN_OF_HOST = 990102105000L;
    private static final long VILLAGE_OF_A_UNIT = 990101104201L;

    private static final long LAST = HOST + 999_999;

    private final UUID unit = UUID.randomUUID();
    private final UUID ownersPost = UUID.randomUUID();
    private final UUID hostsPost = UUID.randomUUID();

    @Inject
    DataSource database;

    @Inject
    Posts posts;

    @BeforeEach
    void twoCounties() throws SQLException {
        area(OWNER, OWNER + 1_000_000, "COUNTY", null);
        area(HOST, HOST + 1_000_000, "COUNTY", null);
        area(TOWN, TOWN + 1000, "TOWNSHIP", HOST);
        area(OTHER_TOWN, OTHER_TOWN + 1000, "TOWNSHIP", null);
        area(TOWN_OF_HOST, TOWN_OF_HOST + 1000, "TOWNSHIP", null);
        area(ITS_VILLAGE, ITS_VILLAGE + 1, "VILLAGE", null);
        area(VILLAGE_OF_A_UNIT, VILLAGE_OF_A_UNIT + 1, "VILLAGE", null);
        area(VILLAGE, VILLAGE + 1, "VILLAGE", null);
        area(VILLAGE_BACK, VILLAGE_BACK + 1, "VILLAGE", OWNER);
        area(VILLAGE_OF_A_THIRD, VILLAGE_OF_A_THIRD + 1, "VILLAGE", null);
        Sql.update(database, """
                update area set administered_by_organisation_id =
                    (select id from organisation where kind = 'DEVELOPMENT_ZONE' limit 1)
                where code = ?
                """, VILLAGE_OF_A_THIRD);
        appoint(ownersPost, Accounts.COUNTY, "COUNTY_CIVIL_AFFAIRS", OWNER);
        appoint(hostsPost, Accounts.WOMENS_FEDERATION, "COUNTY_CIVIL_AFFAIRS", HOST);
        for (long village : new long[] {VILLAGE, VILLAGE_BACK, VILLAGE_OF_A_THIRD}) {
            appoint(UUID.randomUUID(), Accounts.OTHER_TOWN_DIRECTOR, "CHILDREN_DIRECTOR", village);
        }
    }

    @AfterEach
    void noCounties() throws SQLException {
        Sql.update(database, "delete from appointment where area_code between ? and ?", OWNER, LAST);
        Sql.update(
                database,
                "update area set administered_by_organisation_id = null where administered_by_organisation_id = ?",
                unit);
        Sql.update(database, "delete from organisation where id = ?", unit);
        Sql.update(database, "delete from area where code between ? and ?", OWNER, LAST);
    }

    @Test
    void whoRunsAPlaceSeesItsWorkers() {
        assertThat(villagesSeenBy(Accounts.WOMENS_FEDERATION)).containsExactly(VILLAGE);
        assertThat(villagesSeenBy(Accounts.COUNTY)).containsExactly(VILLAGE_BACK);
    }

    @Test
    void whoRunsAPlaceIsToldOfIt() {
        assertThat(civilAffairsAt(VILLAGE)).containsExactly(hostsPost);
        assertThat(civilAffairsAt(VILLAGE_BACK)).containsExactly(ownersPost);
        assertThat(civilAffairsAt(VILLAGE_OF_A_THIRD)).isEmpty();
        assertThat(civilAffairsAt(OWNER)).containsExactly(ownersPost);
        assertThat(civilAffairsAt(HOST)).containsExactly(hostsPost);
    }

    @Test
    void theCountyIsToldOfAVillageThatOneOfItsTownsRunsForAnother() throws SQLException {
        Sql.update(database, HOSTED_BY_AREA, OTHER_TOWN, VILLAGE_BACK);

        assertThat(civilAffairsAt(VILLAGE_BACK)).containsExactly(ownersPost);
        assertThat(villagesSeenBy(Accounts.COUNTY)).containsExactly(VILLAGE_BACK);
    }

    @Test
    void theCountyAboveTheTownThatRunsAVillageIsToldOfIt() throws SQLException {
        Sql.update(database, HOSTED_BY_AREA, TOWN_OF_HOST, ITS_VILLAGE);

        assertThat(civilAffairsAt(ITS_VILLAGE)).containsExactly(hostsPost);
    }

    @Test
    void theCountyIsToldOfAVillageThatAUnitOfItsRuns() throws SQLException {
        Sql.update(
                database,
                "insert into organisation (id, name, kind, area_code) values (?, '试验单位', 'GOVERNMENT_UNIT', ?)",
                unit,
                OWNER);
        Sql.update(
                database,
                "update area set administered_by_organisation_id = ? where code = ?",
                unit,
                VILLAGE_OF_A_UNIT);

        assertThat(civilAffairsAt(VILLAGE_OF_A_UNIT)).containsExactly(ownersPost);
    }

    private static List<Long> villagesSeenBy(Accounts worker) {
        List<String> codes = worker.request()
                .queryParam("area", TOWN)
                .get("/api/v1/workers")
                .then()
                .statusCode(200)
                .extract()
                .path("items.appointments.flatten().areaCode");
        return codes.stream().map(Long::valueOf).toList();
    }

    private List<UUID> civilAffairsAt(long place) {
        return posts
                .at(new AreaCode(place), Set.of(RoleCode.COUNTY_CIVIL_AFFAIRS))
                .await()
                .atMost(Duration.ofSeconds(10))
                .stream()
                .map(holder -> holder.post().appointmentId())
                .toList();
    }

    private void area(long code, long end, String level, @Nullable Long host) throws SQLException {
        Sql.update(
                database,
                "insert into area (code, name, level, code_end, administered_by_area_code) values (?, '试验', ?, ?, ?)",
                code,
                level,
                end,
                host);
    }

    private void appoint(UUID id, Accounts worker, String role, long area) throws SQLException {
        Sql.update(
                database,
                "insert into appointment (id, worker_id, role_code, area_code, appointed_on) values (?, ?, ?, ?, '2026-01-04')",
                id,
                UUID.fromString(worker.request().get("/api/v1/me").path("worker.id")),
                role,
                area);
    }
}
