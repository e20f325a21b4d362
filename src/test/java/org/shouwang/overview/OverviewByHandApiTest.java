package org.shouwang.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shouwang.activity.Records;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.LocalDays;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Appointments;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Divisions;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;

/**
 * A county with one busy village, each number counted by hand. Records point at its areas for ever: they stay, the posts do not.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverviewByHandApiTest {

    private static final long COUNTY = 973401000000L;
    private static final long TOWN = 973401101000L;
    private static final long OTHER_TOWN = 973401102000L;
    private static final long BUSY = 973401101200L;
    private static final long EMPTY = 973401101201L;
    private static final long MERGED = 973401101202L;
    private static final long HOSTED = 973401102200L;

    @Inject
    DataSource database;

    private final UUID post = UUID.randomUUID();
    private LocalDate today = LocalDate.MIN;
    private LocalDate first = LocalDate.MIN;
    private UUID worker = post;

    @BeforeEach
    void theCounty() throws SQLException {
        if (!worker.equals(post)) {
            return;
        }
        today = Demo.today();
        first = today.minusDays(3);
        worker =
                UUID.fromString(Accounts.COORDINATOR.request().get("/api/v1/me").path("worker.id"));
        Divisions.add(database, AreaLevel.COUNTY, COUNTY, null, null);
        Divisions.add(database, AreaLevel.TOWNSHIP, TOWN, COUNTY, null);
        Divisions.add(database, AreaLevel.TOWNSHIP, OTHER_TOWN, COUNTY, null);
        for (long village : List.of(BUSY, EMPTY, MERGED)) {
            Divisions.add(database, AreaLevel.VILLAGE, village, TOWN, null);
        }
        Divisions.add(database, AreaLevel.VILLAGE, HOSTED, OTHER_TOWN, TOWN);
        appoint(post, Accounts.COORDINATOR, "TOWNSHIP_COORDINATOR", TOWN);
        appoint(UUID.randomUUID(), Accounts.COUNTY, "COUNTY_CIVIL_AFFAIRS", COUNTY);
        theBusyVillage();
        child(settle(HOSTED), HOSTED, "CRITICAL");
        child(settle(MERGED), MERGED, "NORMAL");
        Sql.update(
                database,
                "update area set valid_to = ?, successor_code = ? where code = ?",
                today.minusDays(1),
                BUSY,
                MERGED);
        task(TOWN, "REPORT", null, today.plusDays(20), null);
        task(COUNTY, "REPORT", null, today.plusDays(20), null);
    }

    @AfterAll
    void noPosts() throws SQLException {
        Appointments.end(database, "area_code between ? and ?", COUNTY, COUNTY + 999_999);
    }

    private void theBusyVillage() throws SQLException {
        Families.Household one = settle(BUSY);
        Families.Household two = settle(BUSY);
        UUID met = child(one, BUSY, "HIGH");
        UUID sibling = child(one, BUSY, "LOW");
        UUID spokenOf = child(two, BUSY, "MEDIUM");
        UUID alone = child(two, BUSY, "NORMAL");
        Instant begun = LocalDays.at(first, LocalTime.of(0, 5));
        Instant before = LocalDays.at(first.minusDays(1), LocalTime.of(23, 55));
        visit(one, "HOME", "MET_CHILD", begun, Map.of(met, true, sibling, false));
        visit(two, "HOME", "MET_CAREGIVER", begun, Map.of(spokenOf, false));
        visit(two, "HOME", "NO_ONE_HOME", begun, Map.of(alone, false));
        visit(two, "PHONE", "MET_CAREGIVER", begun, Map.of(alone, false));
        visit(two, "HOME", "MET_CHILD", before, Map.of(spokenOf, true, alone, true));
        task(BUSY, "VISIT", met, first, begun);
        task(BUSY, "VISIT", met, today.plusDays(30), null);
        task(BUSY, "VISIT", sibling, today.minusDays(1), null);
        task(BUSY, "VISIT", two.id(), today, null);
        task(BUSY, "VISIT", alone, first, before);
        task(BUSY, "REPORT", null, today.plusDays(6), null);
        task(BUSY, "REPORT", null, today.plusDays(7), null);
        task(BUSY, "REPORT", null, today.minusDays(2), LocalDays.at(today.minusDays(1), LocalTime.of(0, 5)));
        UUID byTheHour = task(BUSY, "REPORT", null, today, null);
        Sql.update(
                database,
                "update task set due_at = ? where id = ?",
                Demo.now().minusSeconds(60).atOffset(ZoneOffset.UTC),
                byTheHour);
        UUID cancelled = task(BUSY, "VISIT", alone, today.minusDays(9), null);
        Sql.update(database, "update task set status = 'CANCELLED' where id = ?", cancelled);
        activity(begun, List.of(met));
        activity(before, List.of());
        activity(Demo.now().minusSeconds(60), List.of());
    }

    private JsonPath overview(Accounts who, long area) {
        return who.request()
                .get("/api/v1/overview?area=" + area + "&from=" + first + "&to=" + today)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Long> village(JsonPath town, long code) {
        return OverviewRows.flat(town.getMap("villages.find { it.areaCode == '" + code + "' }.numbers"));
    }

    @Test
    void everyNumberIsWhatItsDefinitionSays() {
        Map<String, Long> busy = village(overview(Accounts.COORDINATOR, TOWN), BUSY);

        assertThat(busy)
                .containsEntry("visits.home", 3L)
                .containsEntry("visits.homeMetChild", 1L)
                .containsEntry("visits.homeMetCaregiverOnly", 1L)
                .containsEntry("visits.homeMetNobody", 1L)
                .containsEntry("visits.phone", 1L)
                .containsEntry("visitsDue.children", 4L)
                .containsEntry("visitsDue.notMet", 3L)
                .containsEntry("visitsDue.notVisited", 2L)
                .containsEntry("tasks.open", 6L)
                .containsEntry("tasks.dueInSevenDays", 2L)
                .containsEntry("tasks.overdue", 2L)
                .containsEntry("tasks.done", 2L)
                .containsEntry("tasks.doneByDueDay", 1L)
                .containsEntry("activities.sessions", 2L)
                .containsEntry("activities.childPersonTimes", 42L)
                .containsEntry("activities.sessionsWithAttendance", 1L);
    }

    @Test
    void whatHasNotMovedYetCountsForTheSuccessor() {
        JsonPath town = overview(Accounts.COORDINATOR, TOWN);

        assertThat(village(town, BUSY))
                .containsEntry("children.active", 5L)
                .containsEntry("children.high", 1L)
                .containsEntry("children.normal", 2L);
        assertThat(town.getList("villages.areaCode"))
                .containsExactly(Long.toString(BUSY), Long.toString(EMPTY), Long.toString(HOSTED));
        assertThat(village(overview(Accounts.COORDINATOR, MERGED), BUSY)).containsEntry("children.active", 5L);
    }

    @Test
    void anEmptyVillageIsShownWithZeros() {
        assertThat(village(overview(Accounts.COORDINATOR, TOWN), EMPTY).values())
                .hasSize(27)
                .containsOnly(0L);
    }

    @Test
    void aVillageCountsForTheTownshipThatRunsIt() {
        JsonPath town = overview(Accounts.COORDINATOR, TOWN);
        JsonPath county = overview(Accounts.COUNTY, COUNTY);

        assertThat(village(town, HOSTED)).containsEntry("children.critical", 1L);
        assertThat(town.getInt("total.children.active")).isEqualTo(6);
        assertThat(town.getList("townships.areaCode")).containsExactly(Long.toString(TOWN));
        assertThat(county.getList("townships.areaCode"))
                .containsExactly(Long.toString(TOWN), Long.toString(OTHER_TOWN));
        assertThat(county.getList("townships.numbers.children.active", Integer.class))
                .containsExactly(6, 0);
    }

    @Test
    void whatStandsAboveTheVillagesIsCountedThereAndNotBelow() {
        JsonPath county = overview(Accounts.COUNTY, COUNTY);
        JsonPath town = overview(Accounts.COORDINATOR, TOWN);

        assertThat(village(town, BUSY)).containsEntry("tasks.open", 6L);
        assertThat(town.getInt("total.tasks.open")).isEqualTo(7);
        assertThat(county.getList("townships.numbers.tasks.open", Integer.class))
                .containsExactly(7, 0);
        assertThat(county.getInt("total.tasks.open")).isEqualTo(8);
    }

    @Test
    void childrenWhomNobodyHasMetAreCountedByTheIntervalOfTheirLevel() throws SQLException {
        Sql.update(
                database,
                "update visit set started_at = started_at - interval '60 days' where area_code = ? and outcome = 'MET_CHILD'"
                        + " and started_at < ?",
                BUSY,
                LocalDays.at(first, LocalTime.MIDNIGHT).atOffset(ZoneOffset.UTC));

        JsonPath town = overview(Accounts.COORDINATOR, TOWN);

        assertThat(town.getMap("villages.find { it.areaCode == '" + BUSY + "' }.childrenNotMet"))
                .isEqualTo(Map.of("never", 2, "tooLongAgo", 1));
        assertThat(town.getMap("childrenNotMet")).isEqualTo(Map.of("never", 3, "tooLongAgo", 1));
        assertThat(overview(Accounts.COUNTY, COUNTY).getList("townships.childrenNotMet.never"))
                .isEqualTo(List.of(3, 0));
    }

    /** Three were due, of which two were done in time; a fourth is due today, and a fifth was cancelled. */
    @Test
    void ofAHandfulOfVisitsAndOfSingleVillagesThereIsNoRate() throws SQLException {
        JsonPath few = overview(Accounts.COORDINATOR, TOWN);
        assertThat(few.getMap("townships[0].visitsOnTime")).isEqualTo(Map.of("withheld", true));
        assertThat(few.getMap("visitsOnTime")).isEqualTo(Map.of("withheld", true));
        List<UUID> more = List.of(
                task(EMPTY, "VISIT", null, today.minusDays(2), null),
                task(EMPTY, "VISIT", null, today.minusDays(3), null));

        JsonPath five = overview(Accounts.COORDINATOR, TOWN);
        JsonPath county = overview(Accounts.COUNTY, COUNTY);
        Map<String, Object> village = overview(Accounts.COORDINATOR, BUSY).getMap("visitsOnTime");
        Sql.update(database, "delete from task where id in (?, ?)", more.get(0), more.get(1));

        assertThat(five.getMap("townships[0].visitsOnTime"))
                .containsEntry("due", 5)
                .containsEntry("onTime", 2)
                .containsEntry("withheld", false);
        assertThat(five.getDouble("townships[0].visitsOnTime.percent")).isEqualTo(40.0);
        assertThat(county.getInt("visitsOnTime.due")).isEqualTo(5);
        assertThat(village).isEqualTo(Map.of("withheld", true));
        assertThat(five.getList("villages.findAll { it.containsKey('visitsOnTime') }"))
                .isEmpty();
    }

    private void appoint(UUID id, Accounts who, String role, long area) throws SQLException {
        Sql.update(
                database,
                "insert into appointment (id, worker_id, role_code, area_code, appointed_on) values (?, ?, ?, ?, '2026-01-04')",
                id,
                UUID.fromString(who.request().get("/api/v1/me").path("worker.id")),
                role,
                area);
    }

    private static Families.Household settle(long village) {
        return Families.settle(Accounts.COORDINATOR, Long.toString(village));
    }

    private static UUID child(Families.Household household, long village, String level) {
        return Families.register(Accounts.COORDINATOR, Long.toString(village), household, level);
    }

    private void visit(
            Families.Household household, String method, String outcome, Instant start, Map<UUID, Boolean> children) {
        List<Map<String, Object>> answers = children.entrySet().stream()
                .map(child -> Map.<String, Object>of("childId", child.getKey(), "met", child.getValue()))
                .toList();
        put(
                "visits",
                Map.of(
                        "householdId",
                        household.id(),
                        "method",
                        method,
                        "purpose",
                        "ROUTINE",
                        "startedAt",
                        start.toString(),
                        "outcome",
                        outcome,
                        "children",
                        answers));
    }

    private void activity(Instant start, List<UUID> attendance) {
        Map<String, Object> activity =
                Records.with(Records.activity(Long.toString(BUSY)), "startedAt", start.toString());
        put("activities", Records.with(Records.with(activity, "endedAt", start.toString()), "attendance", attendance));
    }

    private void put(String things, Map<String, Object> body) {
        Accounts.COORDINATOR
                .request()
                .body(body)
                .put("/api/v1/" + things + "/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    /** About a child, a household or nobody; done at that moment or still open. */
    private UUID task(long area, String type, @Nullable UUID subject, LocalDate due, @Nullable Instant done)
            throws SQLException {
        UUID id = UUID.randomUUID();
        Sql.update(
                database,
                """
                insert into task (id, area_code, recorded_area_code, title, task_type, origin, subject_type, subject_id, rule,
                    occurrence, assigner_appointment_id, priority, start_on, due_on, status, done_at, request_hash, created_at,
                    created_by, updated_at, updated_by)
                select n.id, n.area, n.area, '试验', ?, 'ASSIGNED',
                    case when n.subject is null then 'NONE'
                         when exists (select from household where id = n.subject) then 'HOUSEHOLD' else 'CHILD' end,
                    n.subject, 'ASSIGNED', n.id::text, ?, 'NORMAL', n.due - 14, n.due,
                    case when n.done is null then 'NEW' else 'DONE' end, n.done, 'x', now(), ?, now(), ?
                from (select ?::uuid as id, ?::bigint as area, ?::uuid as subject, ?::date as due, ?::timestamptz as done) n
                """,
                type,
                post,
                worker,
                worker,
                id,
                area,
                subject,
                due,
                done == null ? null : done.atOffset(ZoneOffset.UTC));
        return id;
    }
}
