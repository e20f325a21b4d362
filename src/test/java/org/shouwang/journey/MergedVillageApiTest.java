package org.shouwang.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Appointments;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Tasks;
import org.shouwang.testsupport.Visits;

/** Villages of a town that does not exist, of which one goes over to another. Records point at them for ever: they stay. */
@QuarkusTest
class MergedVillageApiTest {

    private static final long TOWN = 960101101000L;

    /** Each test takes villages of its own. */
    private static long free = TOWN + 200;

    private final String old = Long.toString(free++);
    private final String living = Long.toString(free++);
    private final UUID post = UUID.randomUUID();

    @Inject
    DataSource database;

    @BeforeEach
    void twoVillages() throws SQLException {
        Sql.update(
                database,
                "insert into area (code, name, level, code_end) values (?, '试验镇', 'TOWNSHIP', ?) on conflict do nothing",
                TOWN,
                TOWN + 1000);
        village(old);
        village(living);
        appoint(post, Accounts.DIRECTOR, "CHILDREN_DIRECTOR", living);
        appoint(UUID.randomUUID(), Accounts.COORDINATOR, "TOWNSHIP_COORDINATOR", Long.toString(TOWN));
    }

    private void village(String code) throws SQLException {
        Sql.update(
                database,
                "insert into area (code, name, level, parent_code, code_end) values (?, '试验村', 'VILLAGE', ?, ?)",
                Long.valueOf(code),
                TOWN,
                Long.parseLong(code) + 1);
    }

    @AfterEach
    void noPosts() throws SQLException {
        Demo.backToRealTime();
        Appointments.end(database, "area_code between ? and ?", TOWN, TOWN + 999);
    }

    @Test
    void allThatBelongsToAVillageGoesWithItAndTheFeedTells() throws SQLException {
        appoint(UUID.randomUUID(), Accounts.DIRECTOR, "CHILDREN_DIRECTOR", old);
        RequestSpecification director = Accounts.DIRECTOR.request();
        Families.Household household = Families.settle(Accounts.DIRECTOR, old);
        UUID child = Families.register(Accounts.DIRECTOR, old, household, "LOW");
        UUID visit = visit(director, household.id(), child);
        UUID contact = contact(director, child);
        UUID home = UUID.randomUUID();
        put(director, "homes", home, home(old)).statusCode(201);

        succeed(old, living, Demo.today().toString()).statusCode(201);
        child(director, child).statusCode(200);
        Demo.sweep();

        assertThat(moved("household", household.id())).isOne();
        assertThat(moved("child", child)).isOne();
        assertThat(moved("visit", visit)).isOne();
        assertThat(moved("contact", contact)).isOne();
        assertThat(moved("childrens_home", home)).isOne();
        assertThat(count("select count(*) from visit_child where visit_id = ? and area_code = " + living, visit))
                .isOne();
        assertThat(count("select count(*) from contact_child where contact_id = ? and area_code = " + living, contact))
                .isOne();
        assertThat(count("select count(*) from risk_assessment where child_id = ? and area_code = " + living, child))
                .isOne();
        for (UUID id : List.of(household.id(), child, visit, contact, home)) {
            assertThat(count("select count(*) from sync_change where id = ? and removed and scope = " + old, id))
                    .isOne();
            assertThat(count("select count(*) from sync_change where id = ? and not removed and scope = " + living, id))
                    .isOne();
        }
        child(director, child).body("residenceAreaCode", equalTo(living));
    }

    @Test
    void aPhoneThatStillSendsTheOldCodeIsNotRefused() throws SQLException {
        RequestSpecification director = Accounts.DIRECTOR.request();
        succeed(old, living, Demo.today().toString()).statusCode(201);

        Families.Household household = Families.settle(Accounts.DIRECTOR, old);
        UUID child = Families.register(Accounts.DIRECTOR, old, household, "LOW");
        UUID home = UUID.randomUUID();
        put(director, "homes", home, home(old)).statusCode(201).body("areaCode", equalTo(living));
        UUID activity = UUID.randomUUID();
        put(director, "activities", activity, activity(home)).statusCode(201).body("areaCode", equalTo(living));
        UUID task = task();

        for (String table : List.of("household", "child", "childrens_home", "activity", "task")) {
            UUID id = Map.of(
                            "household", household.id(),
                            "child", child,
                            "childrens_home", home,
                            "activity", activity,
                            "task", task)
                    .get(table);
            assertThat(moved(table, id)).as(table).isOne();
        }
    }

    @Test
    void nothingIsOutOfSightBeforeItMovesAndChainsLeadToTheirEnd() throws SQLException {
        String oldest = Long.toString(free++);
        village(oldest);
        UUID first = UUID.randomUUID();
        appoint(first, Accounts.OTHER_TOWN_DIRECTOR, "CHILDREN_DIRECTOR", oldest);
        Families.Household household = Families.settle(Accounts.OTHER_TOWN_DIRECTOR, oldest);
        Appointments.end(database, "id = ?", first);
        String tomorrow = Demo.today().plusDays(1).toString();
        succeed(oldest, old, Demo.today().toString()).statusCode(201);
        succeed(old, living, tomorrow).statusCode(201);
        household(household.id()).statusCode(404);

        Demo.moveTo(Demo.today().plusDays(1), LocalTime.of(0, 1));

        household(household.id()).statusCode(200).body("areaCode", equalTo(oldest));
        Demo.sweep();
        household(household.id()).statusCode(200).body("areaCode", equalTo(living));
    }

    @Test
    void theSameSuccessionAgainIsAnsweredAndAnotherRefused() {
        Map<String, Object> form = form(living, Demo.today().toString());
        post(old, form).statusCode(201);

        post(old, form).statusCode(200).body("successor", equalTo(living));
        post(old, form(living, Demo.today().toString())).statusCode(409);
        succeed(living, old, Demo.today().toString())
                .statusCode(422)
                .body("violations.rule", contains("area-succession-circular"));
        Accounts.DIRECTOR
                .request()
                .get("/api/v1/areas/{code}", old)
                .then()
                .statusCode(200)
                .body("successor", equalTo(living))
                .body("validTo", equalTo(Demo.today().minusDays(1).toString()));
    }

    private long moved(String table, UUID id) throws SQLException {
        return count(
                "select count(*) from " + table + " where id = ? and area_code = " + living
                        + " and recorded_area_code = " + old,
                id);
    }

    private long count(String query, UUID id) throws SQLException {
        return Sql.number(database, query, id);
    }

    private static ValidatableResponse child(RequestSpecification director, UUID child) {
        return given(director).get("/api/v1/children/{id}", child).then();
    }

    private static ValidatableResponse household(UUID household) {
        return Accounts.DIRECTOR
                .request()
                .get("/api/v1/households/{id}", household)
                .then();
    }

    private static ValidatableResponse put(
            RequestSpecification director, String kind, UUID id, Map<String, Object> form) {
        return given(director).body(form).put("/api/v1/" + kind + "/{id}", id).then();
    }

    private static UUID visit(RequestSpecification director, UUID household, UUID child) {
        UUID id = UUID.randomUUID();
        put(director, "visits", id, Visits.met(household, child)).statusCode(201);
        return id;
    }

    private static UUID contact(RequestSpecification director, UUID child) {
        UUID id = UUID.randomUUID();
        Map<String, Object> form = Map.of(
                "childIds",
                List.of(child),
                "contactedAt",
                Demo.now().minusSeconds(1800).toString(),
                "channel",
                "WECHAT",
                "counterpart",
                "MOTHER",
                "reached",
                false,
                "needsVisit",
                false);
        put(director, "contacts", id, form).statusCode(201);
        return id;
    }

    private static Map<String, Object> home(String village) {
        Map<String, Object> form = new HashMap<>();
        form.put("name", "儿童之家");
        form.put("homeCode", village + "001");
        form.put("areaCode", village);
        form.put("address", "村委会院内");
        form.put("homeType", "VILLAGE");
        form.put("openedOn", "2024-09-01");
        form.put("status", "OPEN");
        form.put("indoorM2", 25);
        form.put("zones", List.of("PLAY", "READING"));
        form.put("functions", List.of("GAME"));
        return form;
    }

    private Map<String, Object> activity(UUID home) {
        Map<String, Object> form = new HashMap<>();
        form.put("title", "读书会");
        form.put("themeCode", "READING");
        form.put("homeId", home);
        form.put("areaCode", old);
        form.put("startedAt", Demo.now().minusSeconds(7200).toString());
        form.put("endedAt", Demo.now().minusSeconds(3600).toString());
        for (String count : List.of(
                "countChildren",
                "countBoys",
                "countGirls",
                "countAge0To2",
                "countAge3To5",
                "countAge6To11",
                "countAge12To15",
                "countAge16To17",
                "countLeftBehind",
                "countDifficult",
                "countMigrant",
                "countDisabled",
                "countParents",
                "countWomen",
                "countVolunteers")) {
            form.put(count, 0);
        }
        form.put("summary", "读书");
        return form;
    }

    private UUID task() {
        return Tasks.assigned(Tasks.report(old, post, Demo.today().plusDays(3)));
    }

    private static ValidatableResponse succeed(String area, String successor, String on) {
        return post(area, form(successor, on));
    }

    private static Map<String, Object> form(String successor, String on) {
        return Map.of("id", UUID.randomUUID(), "successor", successor, "on", on);
    }

    private static ValidatableResponse post(String area, Map<String, Object> form) {
        return Accounts.INSTANCE_ADMINISTRATOR
                .request()
                .body(form)
                .post("/api/v1/areas/{code}/succession", area)
                .then();
    }

    private void appoint(UUID id, Accounts worker, String role, String area) throws SQLException {
        Sql.update(
                database,
                "insert into appointment (id, worker_id, role_code, area_code, appointed_on)"
                        + " values (?, ?, ?, ?, '2026-01-04')",
                id,
                UUID.fromString(worker.request().get("/api/v1/me").path("worker.id")),
                role,
                Long.valueOf(area));
    }
}
