package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.shouwang.task.TaskJson.action;
import static org.shouwang.task.TaskJson.id;
import static org.shouwang.task.TaskJson.with;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Tasks.assigned;
import static org.shouwang.testsupport.Tasks.visitTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.LocalDays;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;

@QuarkusTest
class SettleTasksApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    private Village village;
    private UUID household;
    private UUID director;
    private LocalDate due;

    @BeforeEach
    void family() {
        village = new Village(Accounts.VILLAGE, database);
        household = village.household();
        director = DIRECTOR.appointment("CHILDREN_DIRECTOR");
        due = LocalDays.today(clock).plusDays(5);
    }

    private UUID child(RiskLevel level) {
        return village.child(household, "郑小宝", level);
    }

    private UUID visit(String method, String outcome, Map<UUID, Boolean> children) {
        UUID id = UUID.randomUUID();
        List<Map<String, Object>> seen = children.entrySet().stream()
                .map(child -> Map.<String, Object>of("childId", child.getKey(), "met", child.getValue()))
                .toList();
        DIRECTOR.request()
                .body(Map.of(
                        "householdId", household,
                        "method", method,
                        "purpose", "ROUTINE",
                        "startedAt",
                                clock.instant().minus(Duration.ofMinutes(30)).toString(),
                        "outcome", outcome,
                        "children", seen))
                .put("/api/v1/visits/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    private List<String> statuses(UUID... tasks) {
        return Stream.of(tasks)
                .flatMap(task -> village.texts("select status from task where id = ?", task).stream())
                .toList();
    }

    @Test
    void oneVisitSettlesTheTasksOfBothSiblings() {
        UUID elder = child(RiskLevel.HIGH);
        UUID younger = child(RiskLevel.NORMAL);
        UUID ofElder = assigned(visitTo(elder, director, due));
        UUID ofYounger = assigned(with(visitTo(younger, director, due), "taskType", "FIRST_VISIT"));
        UUID contact = assigned(with(visitTo(younger, director, due), "taskType", "CONTACT"));
        UUID ofHousehold =
                assigned(with(with(visitTo(elder, director, due), "subjectType", "HOUSEHOLD"), "subjectId", household));

        UUID visit = visit("HOME", "MET_CHILD", Map.of(elder, true, younger, true));

        assertThat(statuses(ofElder, ofYounger, ofHousehold, contact)).containsExactly("DONE", "DONE", "DONE", "NEW");
        DIRECTOR.request()
                .get("/api/v1/tasks/" + ofYounger)
                .then()
                .statusCode(200)
                .body("resultType", equalTo("VISIT"))
                .body("resultId", equalTo(visit.toString()))
                .body("version", equalTo(1));
        assertThat(village.count(
                        "select count(*) from task_ladder where task_id in (?, ?, ?) and next_alert_at is null",
                        ofElder,
                        ofYounger,
                        ofHousehold))
                .isEqualTo(3);
        for (UUID task : List.of(ofElder, ofYounger, ofHousehold)) {
            assertThat(village.texts(
                            "select action || ' ' || area_code from audit where subject_id = ? order by at", task))
                    .containsExactly("task.assign " + Accounts.VILLAGE, "task.settle " + Accounts.VILLAGE);
        }
        assertThat(village.texts("select action from audit where subject_id = ?", contact))
                .containsExactly("task.assign");
    }

    @Test
    void aTaskThatStartsLongAfterTheVisitStays() {
        UUID child = child(RiskLevel.HIGH);
        UUID coming = assigned(visitTo(child, director, due.plusDays(14)));
        UUID later = assigned(visitTo(child, director, due.plusDays(30)));

        visit("HOME", "MET_CHILD", Map.of(child, true));

        assertThat(statuses(coming, later)).containsExactly("DONE", "NEW");
    }

    @Test
    void theAppMayStillReportWhatTheVisitSettled() {
        UUID child = child(RiskLevel.LOW);
        UUID task = assigned(visitTo(child, director, due));
        visit("HOME", "MET_CHILD", Map.of(child, true));

        DIRECTOR.request()
                .body(action())
                .post("/api/v1/tasks/" + task + "/complete")
                .then()
                .statusCode(200)
                .body("status", equalTo("DONE"))
                .body("version", equalTo(1));
    }

    @Test
    void theCaregiverAloneSettlesOnlyBelowHigh() {
        UUID low = child(RiskLevel.LOW);
        UUID high = child(RiskLevel.HIGH);
        UUID ofLow = assigned(visitTo(low, director, due));
        UUID ofHigh = assigned(visitTo(high, director, due));

        visit("HOME", "MET_CAREGIVER", Map.of(low, false, high, false));

        assertThat(statuses(ofLow, ofHigh)).containsExactly("DONE", "NEW");
    }

    @Test
    void aCallOrAClosedDoorSettlesNothing() {
        UUID child = child(RiskLevel.LOW);
        UUID task = assigned(visitTo(child, director, due));

        visit("PHONE", "MET_CHILD", Map.of(child, true));
        visit("HOME", "NO_ONE_HOME", Map.of(child, false));

        assertThat(statuses(task)).containsExactly("NEW");
    }
}
