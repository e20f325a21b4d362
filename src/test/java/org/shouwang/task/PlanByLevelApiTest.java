package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.devtools.MovableClock;
import org.shouwang.platform.LocalDays;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Visits;

/** A level that changes, and what was done at the one before. */
@QuarkusTest
class PlanByLevelApiTest {

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

    private UUID child(RiskLevel level) {
        UUID child = village.child(household, "郑小宝", level);
        village.run("update child_follow_up set followed_since = ? where child_id = ?", now(), child);
        return child;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private void later(Duration time) {
        clock.moveTo(clock.instant().plus(time));
    }

    private void level(UUID child, RiskLevel level) {
        village.run("update child set risk_level = ?, updated_at = ? where id = ?", level.name(), now(), child);
    }

    private void visited(UUID home, UUID child, boolean met) {
        Map<String, Object> form = Visits.met(home, child);
        if (!met) {
            form.put("outcome", "MET_CAREGIVER");
            form.put("children", List.of(Map.of("childId", child, "met", false)));
        }
        DIRECTOR.request()
                .body(form)
                .put("/api/v1/visits/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    private List<String> planned(UUID child) {
        try {
            VertxContextSupport.subscribeAndAwait(planner::runOnce);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        return village.texts("""
                select rule || ' ' || (due_on - cast(? as date)) from task
                where subject_id = ? and origin = 'POLICY' and status in ('NEW', 'ACCEPTED', 'IN_PROGRESS') order by 1
                """, Date.valueOf(today), child);
    }

    private UUID visitTo(UUID child) {
        return UUID.fromString(village.texts(
                        "select id from task where subject_id = ? and task_type = 'VISIT' and status = 'NEW'", child)
                .get(0));
    }

    @Test
    void whereOnlyTheCaregiverWasMetAtHighNoLowerLevelMakesItAVisit() {
        UUID child = child(RiskLevel.HIGH);
        visited(household, child, true);
        assertThat(planned(child)).contains("HOME_VISIT 14");
        UUID task = visitTo(child);
        later(Duration.ofDays(20));
        visited(household, child, false);
        later(Duration.ofDays(1));
        level(child, RiskLevel.MEDIUM);

        assertThat(planned(child)).contains("HOME_VISIT 30");
        assertThat(visitTo(child)).isEqualTo(task);
    }

    @Test
    void noRiseOfAFileOfBeforeMakesItOneEither() {
        UUID child = child(RiskLevel.HIGH);
        village.run("delete from child_follow_up where child_id = ?", child);
        visited(household, child, false);
        later(Duration.ofHours(1));
        level(child, RiskLevel.CRITICAL);

        assertThat(planned(child)).anyMatch(row -> row.startsWith("FIRST_VISIT"));
    }

    /** The level was HIGH or MEDIUM when only the caregiver was met, and is another when the phone is online again. */
    @ParameterizedTest
    @CsvSource({"MEDIUM, MEDIUM, true", "MEDIUM, HIGH, false", "HIGH, MEDIUM, false", "HIGH, CRITICAL, false"})
    void aVisitToTheCaregiverIsWhatItWasOnItsDayAndHidesNoRise(RiskLevel then, RiskLevel now, boolean settles) {
        UUID child = child(then);
        planned(child);
        UUID first = UUID.fromString(
                village.texts("select id from task where subject_id = ? and task_type = 'FIRST_VISIT'", child)
                        .get(0));
        Map<String, Object> form = Visits.met(household, child);
        form.put("outcome", "MET_CAREGIVER");
        form.put("children", List.of(Map.of("childId", child, "met", false)));
        form.put("startedAt", clock.instant().plus(Duration.ofHours(2)).toString());
        later(Duration.ofDays(2));
        level(child, now);
        later(Duration.ofDays(1));

        DIRECTOR.request()
                .body(form)
                .put("/api/v1/visits/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);

        assertThat(village.texts("select status from task where id = ?", first))
                .containsExactly(settles ? "DONE" : "NEW");
        assertThat(planned(child).stream().anyMatch(row -> row.startsWith("HOME_VISIT")))
                .isEqualTo(settles);
        assertThat(village.texts("select status from task where id = ?", first))
                .containsExactly(settles ? "DONE" : "NEW");
    }

    @Test
    void aRiseWhileTheFileWasClosedCountsWhenItIsOpenAgain() {
        UUID child = child(RiskLevel.LOW);
        visited(household, child, true);
        status(child, "CLOSED");
        later(Duration.ofHours(1));
        level(child, RiskLevel.CRITICAL);
        later(Duration.ofDays(2));
        status(child, "ACTIVE");

        assertThat(planned(child)).contains("HOME_VISIT 3");
    }

    private void status(UUID child, String status) {
        village.run("update child set file_status = ?, updated_at = ? where id = ?", status, now(), child);
    }

    @Test
    void noClosedFileThatIsOpenedAgainMakesItOneEither() {
        Families.Household home = Families.settle(DIRECTOR, Accounts.VILLAGE);
        UUID child = Families.register(DIRECTOR, Accounts.VILLAGE, home, "HIGH");
        visited(home.id(), child, false);
        COORDINATOR
                .request()
                .body(Map.of("id", UUID.randomUUID(), "closeReason", "DUPLICATE"))
                .post("/api/v1/children/{id}/close", child)
                .then()
                .statusCode(200);
        later(Duration.ofHours(1));
        DIRECTOR.request()
                .body(Map.of("id", UUID.randomUUID(), "reason", "误办结案"))
                .post("/api/v1/children/{id}/reopen", child)
                .then()
                .statusCode(200);

        assertThat(planned(child)).contains("FIRST_VISIT 3");
    }

    @Test
    void aRiseThatIsPartlyTakenBackCountsAtTheLevelThatIsLeft() {
        UUID child = child(RiskLevel.LOW);
        visited(household, child, true);
        assertThat(planned(child)).contains("HOME_VISIT 90");
        level(child, RiskLevel.CRITICAL);
        assertThat(planned(child)).contains("HOME_VISIT 1");
        later(Duration.ofHours(1));
        level(child, RiskLevel.HIGH);
        assertThat(planned(child)).contains("HOME_VISIT 3");
        level(child, RiskLevel.LOW);

        assertThat(planned(child)).contains("HOME_VISIT 90");
    }

    @Test
    void criticalIsToldAtOnceWhereTheVisitWasDueSoonerAnyway() {
        UUID child = child(RiskLevel.MEDIUM);
        visited(household, child, true);
        planned(child);
        UUID task = visitTo(child);
        later(Duration.ofDays(30));
        level(child, RiskLevel.CRITICAL);

        assertThat(planned(child)).contains("HOME_VISIT 30");
        assertThat(village.told(task)).containsExactly(LateTasks.TASK_ASSIGNED);
    }

    @Test
    void onlyAnAssessmentThatSetsTheLevelBeginsTheTimeUntilTheNextOne() {
        UUID child = child(RiskLevel.MEDIUM);
        assertThat(planned(child)).contains("RE_ASSESS 7");
        UUID pending = UUID.randomUUID();
        village.run("""
                insert into risk_assessment (id, child_id, area_code, recorded_area_code, model_version, risk_level,
                    assessed_on, assessor_appointment_id, state, sets_level)
                select ?, id, area_code, area_code, 'CHILD-1', 'LOW', ?, ?, 'PENDING', false from child where id = ?
                """, pending, Date.valueOf(today), DIRECTOR.appointment("CHILDREN_DIRECTOR"), child);
        village.run("insert into follow_up_look (child_id, look_at) values (?, timestamptz 'epoch')", child);
        assertThat(planned(child)).contains("RE_ASSESS 7");

        village.run("update risk_assessment set state = 'EFFECTIVE', sets_level = true where id = ?", pending);

        assertThat(planned(child)).contains("RE_ASSESS 180");
    }
}
