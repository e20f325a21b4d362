package org.shouwang.area;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;

/** A province that does not exist, where a second county takes over a town of the first. */
@QuarkusTest
class HostAreaApiTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final long OWNER = 970101000000L;
    private static final long HOST = 970102000000L;
    private static final long TOWN = 970101103000L;
    private static final long OTHER_TOWN = 970101104000L;
    private static final long VILLAGE = 970101103200L;
    private static final long VILLAGE_OF_HOST = 970102103200L;
    private static final long LAST = 970102999999L;

    @Inject
    DataSource database;

    @BeforeEach
    void twoCounties() throws SQLException {
        area(OWNER, OWNER + 1_000_000, "COUNTY");
        area(HOST, HOST + 1_000_000, "COUNTY");
        area(TOWN, TOWN + 1000, "TOWNSHIP");
        area(OTHER_TOWN, OTHER_TOWN + 1000, "TOWNSHIP");
        area(VILLAGE, VILLAGE + 1, "VILLAGE");
        area(VILLAGE_OF_HOST, VILLAGE_OF_HOST + 1, "VILLAGE");
        appoint(Accounts.STATISTICS, "COUNTY_CIVIL_AFFAIRS", HOST);
        appoint(Accounts.POLICE_OFFICER, "CHILDREN_DIRECTOR", VILLAGE);
    }

    private void appoint(Accounts account, String role, long area) throws SQLException {
        UUID worker = UUID.fromString(account.request().get("/api/v1/me").path("worker.id"));
        Sql.update(
                database,
                "insert into appointment (id, worker_id, role_code, area_code, appointed_on)"
                        + " values (?, ?, ?, ?, '2026-01-04')",
                UUID.randomUUID(),
                worker,
                role,
                area);
    }

    @AfterEach
    void noCounties() throws SQLException {
        Demo.backToRealTime();
        Sql.update(database, "delete from appointment where area_code between ? and ?", OWNER, LAST);
        Sql.update(
                database,
                "update area set administered_by_area_code = null, administered_by_organisation_id = null"
                        + " where code between ? and ?",
                OWNER,
                LAST);
        Sql.update(database, "delete from organisation where area_code between ? and ?", OWNER, LAST);
        Sql.update(database, "delete from area where code between ? and ?", OWNER, LAST);
    }

    @Test
    void aHostSeesThePeopleFromItsFirstDayUntilItEnds() {
        LocalDate from = Demo.today().plusDays(3);
        put(TOWN, Map.of("areaCode", Long.toString(HOST), "from", from.toString()))
                .statusCode(200)
                .body("administeredBy.areaCode", equalTo(Long.toString(HOST)))
                .body("administeredBy.from", equalTo(from.toString()));
        workersSeenByHost().body("items.appointments.flatten().areaCode", not(hasItem(Long.toString(VILLAGE))));

        Demo.moveTo(from, java.time.LocalTime.of(0, 1));
        workersSeenByHost().body("items.appointments.flatten().areaCode", contains(Long.toString(VILLAGE)));

        Accounts.INSTANCE_ADMINISTRATOR
                .request()
                .delete("/api/v1/areas/{code}/administrator", TOWN)
                .then()
                .statusCode(204);
        workersSeenByHost().body("items.appointments.flatten().areaCode", not(hasItem(Long.toString(VILLAGE))));
        Accounts.DIRECTOR.request().get("/api/v1/areas/{code}", TOWN).then().body("administeredBy", nullValue());
    }

    @Test
    void ringsAreRefused() {
        String today = Demo.today().toString();
        put(OWNER, Map.of("areaCode", Long.toString(TOWN), "from", today))
                .statusCode(422)
                .body("violations.rule", contains("area-host-circular"));
        put(TOWN, Map.of("areaCode", Long.toString(HOST), "from", today)).statusCode(200);

        put(HOST, Map.of("areaCode", Long.toString(VILLAGE), "from", today))
                .statusCode(422)
                .body("violations.rule", contains("area-host-circular"));
    }

    @Test
    void whoIsUnknownRunsNothing() {
        for (Map<String, Object> form : List.<Map<String, Object>>of(
                Map.of("organisationId", UUID.randomUUID(), "from", "2026-03-01"),
                Map.of("areaCode", "979999000000", "from", "2026-03-01"))) {
            put(TOWN, form).statusCode(422).body("violations.rule", contains("area-host-exists"));
        }
    }

    @Test
    void onlyAnAdministratorOfTheAreaDecides() {
        Map<String, Object> form = Map.of("areaCode", Long.toString(HOST), "from", "2026-03-01");
        Accounts.ADMINISTRATOR
                .request()
                .body(form)
                .put("/api/v1/areas/{code}/administrator", TOWN)
                .then()
                .statusCode(404);
        Accounts.COUNTY
                .request()
                .body(form)
                .put("/api/v1/areas/{code}/administrator", TOWN)
                .then()
                .statusCode(403);
        put(979999000000L, form).statusCode(404);
    }

    @Test
    void anOrganisationThatIsClosedMeanwhileRunsNothing() throws Exception {
        UUID zone = UUID.randomUUID();
        Sql.update(
                database,
                "insert into organisation (id, name, kind, area_code) values (?, '试验开发区', 'DEVELOPMENT_ZONE', ?)",
                zone,
                HOST);
        Map<String, Object> form =
                Map.of("organisationId", zone, "from", Demo.today().toString());
        RequestSpecification administrator = Accounts.INSTANCE_ADMINISTRATOR.request();
        CompletableFuture<Response> answer;
        try (Connection other = database.getConnection();
                Statement closing = other.createStatement()) {
            other.setAutoCommit(false);
            closing.execute("update organisation set status = 'CLOSED' where id = '" + zone + "'");
            answer = CompletableFuture.supplyAsync(
                    () -> administrator.body(form).put("/api/v1/areas/{code}/administrator", TOWN));
            Awaitility.await().atMost(LONGEST).until(() -> waiting() > 0);
            other.commit();
        }

        answer.get(LONGEST.toSeconds(), TimeUnit.SECONDS)
                .then()
                .statusCode(422)
                .body("violations.rule", contains("area-host-exists"));
    }

    private long waiting() throws SQLException {
        return Sql.number(database, """
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock' and query like '%organisation%for share%'
                """);
    }

    @Test
    void aTownThatRunsVillagesOfOthersIsNotMerged() {
        String today = Demo.today().toString();
        put(VILLAGE_OF_HOST, Map.of("areaCode", Long.toString(TOWN), "from", today))
                .statusCode(200);

        succeed(TOWN, OTHER_TOWN).statusCode(422).body("violations.rule", contains("area-runs-others"));
    }

    @Test
    void whatHasALastDayBecomesNoHost() throws SQLException {
        Sql.update(
                database,
                "update area set valid_to = ? where code = ?",
                Demo.today().plusDays(9),
                HOST);

        put(TOWN, Map.of("areaCode", Long.toString(HOST), "from", Demo.today().toString()))
                .statusCode(422)
                .body("violations.rule", contains("area-host-exists"));
    }

    @Test
    void aHostDisposesOfNothingThatItOnlyRuns() throws SQLException {
        String today = Demo.today().toString();
        appoint(Accounts.STATISTICS, "ADMINISTRATOR", HOST);
        put(TOWN, Map.of("areaCode", Long.toString(HOST), "from", today)).statusCode(200);
        String token = Accounts.STATISTICS.token();
        Map<String, String> form = Map.of("areaCode", Long.toString(VILLAGE_OF_HOST), "from", today);

        refused(Accounts.with(token).body(form).put("/api/v1/areas/{code}/administrator", VILLAGE));
        refused(Accounts.with(token).delete("/api/v1/areas/{code}/administrator", TOWN));
        annex(Accounts.with(token), VILLAGE, VILLAGE_OF_HOST);
        annex(Accounts.with(token), VILLAGE_OF_HOST, VILLAGE);
    }

    private static void annex(RequestSpecification host, long from, long to) {
        refused(host.body(succession(to)).post("/api/v1/areas/{code}/succession", from));
    }

    private static ValidatableResponse succeed(long from, long to) {
        return Accounts.INSTANCE_ADMINISTRATOR
                .request()
                .body(succession(to))
                .post("/api/v1/areas/{code}/succession", from)
                .then();
    }

    private static Map<String, Object> succession(long to) {
        return Map.of(
                "id",
                UUID.randomUUID(),
                "successor",
                Long.toString(to),
                "on",
                Demo.today().toString());
    }

    private static void refused(Response answer) {
        answer.then().statusCode(422).body("violations.rule", contains("area-run-by-host"));
    }

    @Test
    void aListHoldsWhatIsValidOnItsDay() throws SQLException {
        Sql.update(database, "update area set valid_to = '2026-01-31' where code = ?", VILLAGE);

        villages("").body("items", org.hamcrest.Matchers.empty());
        villages("&on=2026-01-31").body("items.areaCode", contains(Long.toString(VILLAGE)));
        villages("&on=2026-02-01").body("items", org.hamcrest.Matchers.empty());
        Accounts.DIRECTOR
                .request()
                .get("/api/v1/areas/{code}", VILLAGE)
                .then()
                .statusCode(200)
                .body("validTo", equalTo("2026-01-31"));
    }

    private static ValidatableResponse villages(String more) {
        return Accounts.DIRECTOR
                .request()
                .get("/api/v1/areas?level=VILLAGE&under=" + OWNER + more)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse put(long area, Map<String, Object> form) {
        return Accounts.INSTANCE_ADMINISTRATOR
                .request()
                .body(form)
                .put("/api/v1/areas/{code}/administrator", area)
                .then();
    }

    private static ValidatableResponse workersSeenByHost() {
        return Accounts.STATISTICS
                .request()
                .queryParam("area", TOWN)
                .get("/api/v1/workers")
                .then()
                .statusCode(200);
    }

    private void area(long code, long end, String level) throws SQLException {
        Sql.update(database, "insert into area (code, name, level, code_end) values (?, '试验', ?, ?)", code, level, end);
    }
}
