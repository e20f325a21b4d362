package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.testsupport.Accounts.DIRECTOR;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.devtools.MovableClock;
import org.shouwang.platform.LocalDays;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Visits;

/** Files that lack facts, and what a visit answers beside whom it met. */
@QuarkusTest
class PlanDraftsApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    MovableClock clock;

    @Inject
    PlanFollowUps planner;

    private Village village;
    private UUID household;
    private LocalDate today;

    @BeforeEach
    void family() {
        village = new Village(Accounts.VILLAGE, database);
        household = village.household();
        today = LocalDays.today(clock).plusDays(1);
        clock.moveTo(LocalDays.at(today, LocalTime.NOON));
    }

    @AfterEach
    void backToRealTime() {
        clock.moveTo(Instant.now());
    }

    private UUID draft(@Nullable RiskLevel level) {
        UUID child = village.draft(household, "郑小宝", level);
        village.run("update child_follow_up set followed_since = ? where child_id = ?", now(), child);
        return child;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private void change(UUID child, String column, String value) {
        village.run("update child set " + column + " = ?, updated_at = ? where id = ?", value, now(), child);
    }

    /** The child's open planned tasks, each with the days until it is due. */
    private List<String> planned(UUID child) {
        try {
            VertxContextSupport.subscribeAndAwait(planner::runOnce);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        return village.texts("""
                select rule || ' ' || (due_on - cast(? as date)) from task
                where subject_id = ? and origin = 'POLICY' and rule <> 'FILE_INCOMPLETE'
                  and status in ('NEW', 'ACCEPTED', 'IN_PROGRESS') order by 1
                """, Date.valueOf(today), child);
    }

    private List<String> ids(UUID child) {
        return village.texts("select id from task where subject_id = ? order by id", child);
    }

    @Test
    void aDraftIsFollowedAtItsLevelAndItsTasksStayWhenNothingIsMissingAnyMore() {
        UUID critical = draft(RiskLevel.CRITICAL);
        UUID low = draft(RiskLevel.LOW);

        assertThat(planned(critical)).containsExactly("FIRST_VISIT 1", "NEXT_CONTACT 1", "RE_ASSESS 1");
        assertThat(planned(low)).contains("RE_ASSESS 14");
        List<String> before = ids(critical);
        clock.moveTo(clock.instant().plus(Duration.ofHours(6)));
        change(critical, "file_status", "ACTIVE");

        assertThat(planned(critical)).containsExactly("FIRST_VISIT 1", "NEXT_CONTACT 1", "RE_ASSESS 1");
        assertThat(ids(critical)).isEqualTo(before);
        change(low, "file_status", "CLOSED");
        assertThat(planned(low)).isEmpty();
    }

    @Test
    void aDraftThatNobodyHasAssessedIsVisitedAsANewFileAndAtALevelThatIsSetByThat() {
        UUID child = draft(null);

        assertThat(planned(child)).containsExactly(firstVisit(), "NEXT_CONTACT 7", "RE_ASSESS 3");
        clock.moveTo(clock.instant().plus(Duration.ofHours(1)));
        change(child, "risk_level", "CRITICAL");

        assertThat(planned(child)).containsExactly("FIRST_VISIT 1", "NEXT_CONTACT 1", "RE_ASSESS 1");
    }

    /** Five working days, as the calendar of the place has them. */
    private String firstVisit() {
        long days = village.count("""
                select d.day - cast(? as date) from (
                    select cast(g.at as date) as day, row_number() over (order by g.at) as nth
                    from generate_series(cast(? as date) + 1, cast(? as date) + 30, interval '1 day') g(at)
                    left join work_calendar_day w on w.day = cast(g.at as date) and w.area_code is null
                    where coalesce(w.working, extract(isodow from g.at) < 6)) d
                where d.nth = 5
                """, Date.valueOf(today), Date.valueOf(today), Date.valueOf(today));
        return "FIRST_VISIT " + days;
    }

    @Test
    void theDayThatTheVisitorNamesAndPoorCareAreHeard() {
        UUID child = village.child(household, "郑小宝", RiskLevel.MEDIUM);
        village.run("update child_follow_up set followed_since = ? where child_id = ?", now(), child);
        assessedToday(child);
        UUID visit = UUID.randomUUID();
        Map<String, Object> form = Visits.met(household, child);
        form.put(
                "children",
                List.of(Map.of(
                        "childId",
                        child,
                        "met",
                        true,
                        "nextVisitOn",
                        today.plusDays(5).toString())));
        DIRECTOR.request().body(form).put("/api/v1/visits/{id}", visit).then().statusCode(201);
        assertThat(planned(child)).containsExactly("HOME_VISIT 5", "RE_ASSESS 180");

        form.put("children", List.of(Map.of("childId", child, "met", true, "careQuality", "POOR")));
        DIRECTOR.request()
                .header("If-Match", "\"0\"")
                .body(Map.of("children", form.get("children")))
                .patch("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(200);

        assertThat(planned(child)).containsExactly("HOME_VISIT 5", "RE_ASSESS 7");
        assertThat(village.texts("select risk_level from child where id = ?", child))
                .containsExactly("MEDIUM");
        clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
        assessedToday(child);
        assertThat(planned(child)).contains("RE_ASSESS 181");
    }

    private void assessedToday(UUID child) {
        village.run("""
                insert into risk_assessment (id, child_id, area_code, recorded_area_code, model_version, risk_level,
                    assessed_on, assessor_appointment_id, state, sets_level)
                select gen_random_uuid(), id, area_code, area_code, 'CHILD-1', 'MEDIUM', ?, ?, 'EFFECTIVE', true from child where id = ?
                """, Date.valueOf(LocalDays.today(clock)), DIRECTOR.appointment("CHILDREN_DIRECTOR"), child);
    }
}
