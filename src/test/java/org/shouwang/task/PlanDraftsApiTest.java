package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.testsupport.Accounts.DIRECTOR;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
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
import org.shouwang.testsupport.Visits;

/** Files that lack facts, and what a visit answers beside whom it met. */
@QuarkusTest
class PlanDraftsApiTest {

    @Inject
    Planning planning;

    @Inject
    MovableClock clock;

    private Village village;
    private UUID household;
    private LocalDate today;

    @BeforeEach
    void family() {
        planning.begin();
        village = planning.village();
        household = village.household();
        today = planning.today();
    }

    @AfterEach
    void backToRealTime() {
        planning.end();
    }

    private UUID draft(@Nullable RiskLevel level) {
        return planning.begun(village.draft(household, "郑小宝", level));
    }

    private List<String> ids(UUID child) {
        return village.texts("select id from task where subject_id = ? order by id", child);
    }

    @Test
    void aDraftIsFollowedAtItsLevelAndItsTasksStayWhenNothingIsMissingAnyMore() {
        UUID critical = draft(RiskLevel.CRITICAL);
        UUID low = draft(RiskLevel.LOW);

        assertThat(planning.of(critical)).containsExactly("FIRST_VISIT 1", "NEXT_CONTACT 1", "RE_ASSESS 1");
        assertThat(planning.of(low)).contains("RE_ASSESS 14");
        List<String> before = ids(critical);
        planning.later(Duration.ofHours(6));
        planning.change(critical, "file_status", "ACTIVE");

        assertThat(planning.of(critical)).containsExactly("FIRST_VISIT 1", "NEXT_CONTACT 1", "RE_ASSESS 1");
        assertThat(ids(critical)).isEqualTo(before);
        planning.change(low, "file_status", "CLOSED");
        assertThat(planning.of(low)).isEmpty();
    }

    @Test
    void aDraftThatNobodyHasAssessedIsVisitedAsANewFileAndAtALevelThatIsSetByThat() {
        UUID child = draft(null);

        assertThat(planning.of(child)).containsExactly(firstVisit(), "NEXT_CONTACT 7", "RE_ASSESS 3");
        planning.later(Duration.ofHours(1));
        planning.change(child, "risk_level", "CRITICAL");

        assertThat(planning.of(child)).containsExactly("FIRST_VISIT 1", "NEXT_CONTACT 1", "RE_ASSESS 1");
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
        UUID child = planning.child(household, RiskLevel.MEDIUM);
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
        assertThat(planning.of(child)).containsExactly("HOME_VISIT 5", "RE_ASSESS 180");

        form.put("children", List.of(Map.of("childId", child, "met", true, "careQuality", "POOR")));
        DIRECTOR.request()
                .header("If-Match", "\"0\"")
                .body(Map.of("children", form.get("children")))
                .patch("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(200);

        assertThat(planning.of(child)).containsExactly("HOME_VISIT 5", "RE_ASSESS 7");
        assertThat(village.texts("select risk_level from child where id = ?", child))
                .containsExactly("MEDIUM");
        planning.later(Duration.ofDays(1));
        assessedToday(child);
        assertThat(planning.of(child)).contains("RE_ASSESS 181");
    }

    private void assessedToday(UUID child) {
        village.run("""
                insert into risk_assessment (id, child_id, area_code, recorded_area_code, model_version, risk_level,
                    assessed_on, assessor_appointment_id, state, sets_level)
                select gen_random_uuid(), id, area_code, area_code, 'CHILD-1', 'MEDIUM', ?, ?, 'EFFECTIVE', true from child where id = ?
                """, Date.valueOf(LocalDays.today(clock)), DIRECTOR.appointment("CHILDREN_DIRECTOR"), child);
    }
}
