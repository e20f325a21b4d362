package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.testsupport.Accounts.COUNTY;
import static org.shouwang.testsupport.Accounts.DIRECTOR;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.devtools.MovableClock;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.background.Batches;
import org.shouwang.policy.PolicyForms;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.task.plan.ReplanRows;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Awaited;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Families.Household;
import org.shouwang.testsupport.Together;
import org.shouwang.testsupport.Visits;

@QuarkusTest
class ReplanByPolicyApiTest {

    private static final long DISTRICT = 610304000000L;
    private static final long OTHER_VILLAGE = 610304102202L;
    private static final long OTHER_TOWN = 610304106000L;

    @Inject
    AgroalDataSource database;

    @Inject
    MovableClock clock;

    @Inject
    PlanFollowUps planner;

    @Inject
    ReplanByPolicy replan;

    @Inject
    ReplanRows rows;

    private Village village;
    private UUID child;

    @BeforeEach
    void aPlannedChild() {
        village = new Village(Accounts.VILLAGE, database);
        village.run("delete from follow_up_replan");
        child = village.child(RiskLevel.LOW);
        run(planner::runOnce);
        assertThat(looks(child)).isZero();
    }

    private interface Work {
        Uni<Integer> begin();
    }

    private static int run(Work work) {
        return Awaited.result(work::begin);
    }

    private long looks(UUID of) {
        return village.count("select count(*) from follow_up_look where child_id = ?", of);
    }

    private void changed(long area, LocalDate from) {
        village.run("insert into follow_up_replan (area_code, from_day) values (?, ?)", area, Date.valueOf(from));
    }

    private long left() {
        return village.count("select count(*) from follow_up_replan");
    }

    @Test
    void childrenOfTheAreaArePlannedAnewFromTheDayOn() {
        LocalDate today = LocalDays.today(clock);
        changed(DISTRICT, today.plusDays(1));
        assertThat(run(replan::runOnce)).isZero();
        assertThat(looks(child)).isZero();

        village.run("update follow_up_replan set from_day = ?", Date.valueOf(today));
        run(replan::runOnce);

        assertThat(looks(child)).isOne();
        assertThat(left()).isZero();
        run(planner::runOnce);
        assertThat(looks(child)).isZero();
    }

    @Test
    void childrenElsewhereAreLeftAlone() {
        changed(OTHER_VILLAGE, LocalDays.today(clock));

        run(replan::runOnce);

        assertThat(looks(child)).isZero();
        assertThat(left()).isZero();
    }

    /** What is written is taken back: it would have all children of the country planned anew. */
    @Test
    void aHostAndACalendarThatChangeAskForTheirAreas() throws SQLException {
        LocalDate from = LocalDate.parse("2031-05-01");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update area set administered_by_area_code = " + DISTRICT + ", administered_from = date '"
                    + from + "', administered_by_organisation_id = null where code = " + OTHER_VILLAGE);
            assertThat(asked(statement)).containsExactly(OTHER_VILLAGE + " " + from);
            statement.execute("delete from follow_up_replan");

            statement.execute("update area set name = name where code = " + OTHER_VILLAGE);
            assertThat(asked(statement)).isEmpty();

            statement.execute("insert into work_calendar_day (area_code, day, working, name) values (" + DISTRICT
                    + ", date '2031-05-01', false, '县庆'), (" + DISTRICT + ", date '2031-05-02', false, '县庆')");
            assertThat(asked(statement)).hasSize(1).allMatch(row -> row.startsWith(DISTRICT + " "));
            statement.execute("delete from follow_up_replan");

            statement.execute(
                    "insert into work_calendar_day (area_code, day, working, name) values (null, date '2031-05-01', false, '劳动节')");
            assertThat(asked(statement))
                    .hasSize((int) village.count("select count(*) from area where parent_code is null"));
            connection.rollback();
        }
    }

    @Test
    void aStandardHoldsInHostedAreasToo() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update area set administered_by_area_code = " + OTHER_TOWN
                    + ", administered_from = null, administered_by_organisation_id = null where code = "
                    + OTHER_VILLAGE);
            statement.execute("delete from follow_up_replan");
            statement.execute("""
                    insert into follow_up_policy (id, area_code, name, valid_from, matrix, request_hash, created_at, created_by)
                    select gen_random_uuid(), %d, '试验', date '2031-05-01', '{}', '', now(), id from worker limit 1
                    """.formatted(OTHER_TOWN));

            assertThat(asked(statement)).containsExactly(OTHER_VILLAGE + " 2031-05-01", OTHER_TOWN + " 2031-05-01");
            connection.rollback();
        }
    }

    private static List<String> asked(Statement statement) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found =
                statement.executeQuery("select area_code || ' ' || from_day from follow_up_replan order by 1")) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    /** A task that is late has its days by the rules of today: whoever is to be told sooner is told now. */
    @Test
    void whereOtherRulesHoldLateTasksAreLookedAt() {
        UUID late = village.child(RiskLevel.LOW);
        run(planner::runOnce);
        clock.moveTo(clock.instant().plus(Duration.ofDays(40)));
        try {
            String waits = """
                    select count(*) from task_ladder l join task t on t.id = l.task_id
                    where t.subject_id = ? and t.rule = 'FIRST_VISIT' and l.next_alert_at <= ?
                    """;
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            village.run(
                    "update task_ladder set next_alert_at = null where task_id in (select id from task where subject_id = ?)",
                    late);
            village.run("insert into follow_up_look (child_id, look_at) values (?, timestamptz 'epoch')", late);
            run(planner::runOnce);
            assertThat(village.count(waits, late, now.plusMinutes(1))).isZero();

            changed(Long.parseLong(Accounts.VILLAGE), LocalDays.today(clock));
            run(replan::runOnce);
            run(planner::runOnce);

            assertThat(village.count(waits, late, now.plusMinutes(1))).isOne();
        } finally {
            clock.moveTo(Instant.now());
        }
    }

    @Test
    void itGoesOnWhereItStopped() {
        village.run(
                "insert into follow_up_replan (area_code, from_day, after_area, after_child) values (?, ?, ?, ?)",
                DISTRICT,
                Date.valueOf(LocalDays.today(clock)),
                Long.valueOf(Accounts.VILLAGE),
                child);

        run(replan::runOnce);

        assertThat(looks(child)).isZero();
        assertThat(left()).isZero();
    }

    @Test
    void smallPagesReachEveryChildOnce() {
        village.child(RiskLevel.LOW);
        village.child(RiskLevel.LOW);
        run(planner::runOnce);
        changed(Long.parseLong(Accounts.VILLAGE), LocalDays.today(clock));
        long children = village.count("select count(*) from child where area_code = ?", Long.valueOf(Accounts.VILLAGE));

        int pages = run(() -> Batches.untilNone(() -> rows.askForPage(clock.instant(), 2)));

        assertThat(pages).isGreaterThan(1).isEqualTo((int) (children / 2 + 1));
        assertThat(village.count(
                        """
                        select count(*) from child c where c.area_code = ? and 1 <> (
                            select count(*) from follow_up_look l where l.child_id = c.id and l.look_at <= ?)
                        """, Long.valueOf(Accounts.VILLAGE), clock.instant().atOffset(ZoneOffset.UTC)))
                .isZero();
        assertThat(left()).isZero();
        run(planner::runOnce);
    }

    @Test
    void nodesTogetherAskForEachChildOnce() throws Exception {
        changed(DISTRICT, LocalDays.today(clock));
        Callable<Integer> node = () -> run(replan::runOnce);

        Together.statuses(List.of(node, node, node));

        assertThat(looks(child)).isOne();
        assertThat(left()).isZero();
        run(planner::runOnce);
    }

    @Test
    void anotherStandardMovesTheVisitOnItsFirstDay() {
        LocalDate tomorrow = LocalDays.today(clock).plusDays(1);
        Household home = Families.settle(DIRECTOR, Accounts.VILLAGE);
        UUID high = Families.register(DIRECTOR, Accounts.VILLAGE, home, "HIGH");
        DIRECTOR.request()
                .body(Visits.met(home.id(), high))
                .put("/api/v1/visits/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);
        run(planner::runOnce);
        long before = dueAfterVisit(high);
        UUID policy = UUID.randomUUID();
        try {
            COUNTY.request()
                    .body(PolicyForms.tenDays(Long.toString(DISTRICT), tomorrow))
                    .put("/api/v1/policies/{id}", policy)
                    .then()
                    .statusCode(201);
            run(replan::runOnce);
            run(planner::runOnce);
            assertThat(dueAfterVisit(high)).isEqualTo(before).isEqualTo(14);

            clock.moveTo(LocalDays.at(tomorrow, LocalTime.NOON));
            run(replan::runOnce);
            run(planner::runOnce);

            assertThat(dueAfterVisit(high)).isEqualTo(10);
            assertThat(left()).isZero();
        } finally {
            clock.moveTo(Instant.now());
            village.run("delete from follow_up_policy where id = ?", policy);
            village.run("delete from follow_up_replan");
            run(planner::runOnce);
        }
    }

    private long dueAfterVisit(UUID of) {
        return village.count("""
                select t.due_on - (v.started_at at time zone 'Asia/Shanghai')::date
                from task t join visit v on v.id::text = t.occurrence
                where t.subject_id = ? and t.rule = 'HOME_VISIT' and t.status = 'NEW'
                """, of);
    }
}
