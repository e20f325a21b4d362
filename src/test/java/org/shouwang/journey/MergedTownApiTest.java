package org.shouwang.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaLevel;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Appointments;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Divisions;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;

/** A town that was re-coded with its village, its coordinator and its committee. Records point at areas for ever: they stay. */
@QuarkusTest
class MergedTownApiTest {

    private static final long COUNTY = 973501000000L;
    private static final long OLD = 973501101000L;
    private static final long OLD_VILLAGE = OLD + 200;
    private static final long LIVING = 973501102000L;
    private static final long LIVING_VILLAGE = LIVING + 200;

    private final UUID coordinator = UUID.randomUUID();
    private final UUID committee = UUID.randomUUID();
    private final UUID closed = UUID.randomUUID();
    private final UUID liaison = UUID.randomUUID();

    @Inject
    DataSource database;

    @BeforeEach
    void aTownAndTheOneThatItBecomes() throws SQLException {
        Divisions.add(database, AreaLevel.COUNTY, COUNTY, null, null);
        for (long town : List.of(OLD, LIVING)) {
            Divisions.add(database, AreaLevel.TOWNSHIP, town, COUNTY, null);
            Divisions.add(database, AreaLevel.VILLAGE, town + 200, town, null);
        }
        organisation(committee, "ACTIVE");
        organisation(closed, "CLOSED");
        appoint(coordinator, Accounts.COORDINATOR, "TOWNSHIP_COORDINATOR", OLD, null);
        appoint(liaison, Accounts.EXECUTIVE, "UNIT_LIAISON", null, committee);
    }

    @AfterEach
    void noPosts() throws SQLException {
        Appointments.end(database, "id in (?, ?)", coordinator, liaison);
    }

    @Test
    void whatStandsAtTheOldCodeFollows() throws SQLException {
        String token = Accounts.COORDINATOR.token();
        UUID household = Families.settle(Accounts.COORDINATOR, Long.toString(OLD_VILLAGE))
                .id();
        succeed(OLD_VILLAGE, LIVING_VILLAGE);
        succeed(OLD, LIVING);

        Demo.sweep();

        assertThat(areaOf("appointment", coordinator)).isEqualTo(LIVING);
        assertThat(areaOf("organisation", committee)).isEqualTo(LIVING);
        assertThat(areaOf("organisation", closed)).isEqualTo(LIVING);
        assertThat(Sql.number(database, "select version from organisation where id = ?", committee))
                .isOne();
        Accounts.with(token)
                .get("/api/v1/households/{id}", household)
                .then()
                .statusCode(200)
                .body("areaCode", equalTo(Long.toString(LIVING_VILLAGE)));
        Accounts.with(token)
                .get("/api/v1/organisations?area={area}", LIVING)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(committee.toString()));
        Accounts.with(token)
                .get("/api/v1/workers?area={area}", LIVING)
                .then()
                .statusCode(200)
                .body("items.appointments.flatten().id", hasItem(liaison.toString()));
        Accounts.with(token)
                .get("/api/v1/overview?area={area}", OLD)
                .then()
                .statusCode(200)
                .body("areaCode", equalTo(Long.toString(LIVING)))
                .body("villages.areaCode", contains(Long.toString(LIVING_VILLAGE)));
    }

    private void organisation(UUID id, String status) throws SQLException {
        Sql.update(
                database,
                "insert into organisation (id, name, kind, area_code, status) values (?, '试验镇妇儿工委', 'TOWNSHIP_COMMITTEE', ?, ?)",
                id,
                OLD,
                status);
    }

    private void appoint(UUID id, Accounts who, String role, @Nullable Long area, @Nullable UUID organisation)
            throws SQLException {
        Sql.update(
                database,
                "insert into appointment (id, worker_id, role_code, area_code, organisation_id, appointed_on)"
                        + " values (?, ?, ?, ?, ?, '2026-01-04')",
                id,
                UUID.fromString(who.request().get("/api/v1/me").path("worker.id")),
                role,
                area,
                organisation);
    }

    private static void succeed(long area, long successor) {
        Accounts.INSTANCE_ADMINISTRATOR
                .request()
                .body(Map.of(
                        "id",
                        UUID.randomUUID(),
                        "successor",
                        Long.toString(successor),
                        "on",
                        Demo.today().toString()))
                .post("/api/v1/areas/{code}/succession", area)
                .then()
                .statusCode(201);
    }

    private long areaOf(String table, UUID id) throws SQLException {
        return Sql.number(database, "select area_code from " + table + " where id = ?", id);
    }
}
