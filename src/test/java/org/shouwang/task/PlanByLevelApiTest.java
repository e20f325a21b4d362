package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.devtools.MovableClock;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Visits;

/** A level that changes, and what was done at the one before. */
@QuarkusTest
class PlanByLevelApiTest {

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

    private UUID visitTo(UUID child) {
        return UUID.fromString(village.texts(
                        "select id from task where subject_id = ? and task_type = 'VISIT' and status = 'NEW'", child)
                .get(0));
    }

    @Test
    void belowHighTheCardSaysUntilWhenToCallAndAtHighATaskDoes() {
        UUID child = planning.child(household, RiskLevel.MEDIUM);
        visited(household, child, true);
        assertThat(nextContact(child)).isEqualTo(today.plusDays(14).toString());

        planning.level(child, RiskLevel.HIGH);

        assertThat(nextContact(child)).isNull();
        assertThat(planning.of(child)).contains("NEXT_CONTACT 7");
    }

    private @Nullable String nextContact(UUID child) {
        return DIRECTOR.request()
                .get("/api/v1/children/{id}/follow-up", child)
                .then()
                .statusCode(200)
                .body("childId", equalTo(child.toString()))
                .extract()
                .path("nextContactOn");
    }

    @Test
    void whereOnlyTheCaregiverWasMetAtHighNoLowerLevelMakesItAVisit() {
        UUID child = planning.child(household, RiskLevel.HIGH);
        visited(household, child, true);
        assertThat(planning.of(child)).contains("HOME_VISIT 14");
        UUID task = visitTo(child);
        planning.later(Duration.ofDays(20));
        visited(household, child, false);
        planning.later(Duration.ofDays(1));
        planning.level(child, RiskLevel.MEDIUM);

        assertThat(planning.of(child)).contains("HOME_VISIT 30");
        assertThat(visitTo(child)).isEqualTo(task);
    }

    @Test
    void noRiseOfAFileOfBeforeMakesItOneEither() {
        UUID child = planning.child(household, RiskLevel.HIGH);
        village.run("delete from child_follow_up where child_id = ?", child);
        visited(household, child, false);
        planning.later(Duration.ofHours(1));
        planning.level(child, RiskLevel.CRITICAL);

        assertThat(planning.of(child)).anyMatch(row -> row.startsWith("FIRST_VISIT"));
    }

    /** The level was HIGH or MEDIUM when only the caregiver was met, and is another when the phone is online again. */
    @ParameterizedTest
    @CsvSource({"MEDIUM, MEDIUM, true", "MEDIUM, HIGH, false", "HIGH, MEDIUM, false", "HIGH, CRITICAL, false"})
    void aVisitToTheCaregiverIsWhatItWasOnItsDayAndHidesNoRise(RiskLevel then, RiskLevel now, boolean settles) {
        UUID child = planning.child(household, then);
        planning.of(child);
        UUID first = UUID.fromString(
                village.texts("select id from task where subject_id = ? and task_type = 'FIRST_VISIT'", child)
                        .get(0));
        Map<String, Object> form = Visits.met(household, child);
        form.put("outcome", "MET_CAREGIVER");
        form.put("children", List.of(Map.of("childId", child, "met", false)));
        form.put("startedAt", clock.instant().plus(Duration.ofHours(2)).toString());
        planning.later(Duration.ofDays(2));
        planning.level(child, now);
        planning.later(Duration.ofDays(1));

        DIRECTOR.request()
                .body(form)
                .put("/api/v1/visits/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);

        assertThat(village.texts("select status from task where id = ?", first))
                .containsExactly(settles ? "DONE" : "NEW");
        assertThat(planning.of(child).stream().anyMatch(row -> row.startsWith("HOME_VISIT")))
                .isEqualTo(settles);
        assertThat(village.texts("select status from task where id = ?", first))
                .containsExactly(settles ? "DONE" : "NEW");
    }

    @Test
    void aRiseWhileTheFileWasClosedCountsWhenItIsOpenAgain() {
        UUID child = planning.child(household, RiskLevel.LOW);
        visited(household, child, true);
        status(child, "CLOSED");
        planning.later(Duration.ofHours(1));
        planning.level(child, RiskLevel.CRITICAL);
        planning.later(Duration.ofDays(2));
        status(child, "ACTIVE");

        assertThat(planning.of(child)).contains("HOME_VISIT 3");
    }

    private void status(UUID child, String status) {
        planning.change(child, "file_status", status);
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
        planning.later(Duration.ofHours(1));
        DIRECTOR.request()
                .body(Map.of("id", UUID.randomUUID(), "reason", "误办结案"))
                .post("/api/v1/children/{id}/reopen", child)
                .then()
                .statusCode(200);

        assertThat(planning.of(child)).contains("FIRST_VISIT 3");
    }

    @Test
    void aRiseThatIsPartlyTakenBackCountsAtTheLevelThatIsLeft() {
        UUID child = planning.child(household, RiskLevel.LOW);
        visited(household, child, true);
        assertThat(planning.of(child)).contains("HOME_VISIT 90");
        planning.level(child, RiskLevel.CRITICAL);
        assertThat(planning.of(child)).contains("HOME_VISIT 1");
        planning.later(Duration.ofHours(1));
        planning.level(child, RiskLevel.HIGH);
        assertThat(planning.of(child)).contains("HOME_VISIT 3");
        planning.level(child, RiskLevel.LOW);

        assertThat(planning.of(child)).contains("HOME_VISIT 90");
    }

    @Test
    void criticalIsToldAtOnceWhereTheVisitWasDueSoonerAnyway() {
        UUID child = planning.child(household, RiskLevel.MEDIUM);
        visited(household, child, true);
        planning.of(child);
        UUID task = visitTo(child);
        planning.later(Duration.ofDays(30));
        planning.level(child, RiskLevel.CRITICAL);

        assertThat(planning.of(child)).contains("HOME_VISIT 30");
        assertThat(village.told(task)).containsExactly(LateTasks.TASK_ASSIGNED);
    }

    @Test
    void onlyAnAssessmentThatSetsTheLevelBeginsTheTimeUntilTheNextOne() {
        UUID child = planning.child(household, RiskLevel.MEDIUM);
        assertThat(planning.of(child)).contains("RE_ASSESS 7");
        UUID pending = UUID.randomUUID();
        village.run("""
                insert into risk_assessment (id, child_id, area_code, recorded_area_code, model_version, risk_level,
                    assessed_on, assessor_appointment_id, state, sets_level)
                select ?, id, area_code, area_code, 'CHILD-1', 'LOW', ?, ?, 'PENDING', false from child where id = ?
                """, pending, Date.valueOf(today), DIRECTOR.appointment("CHILDREN_DIRECTOR"), child);
        village.run("insert into follow_up_look (child_id, look_at) values (?, timestamptz 'epoch')", child);
        assertThat(planning.of(child)).contains("RE_ASSESS 7");

        village.run("update risk_assessment set state = 'EFFECTIVE', sets_level = true where id = ?", pending);

        assertThat(planning.of(child)).contains("RE_ASSESS 180");
    }
}
