package org.shouwang.task.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.devtools.MovableClock;
import org.shouwang.platform.LocalDays;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.task.Village;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Awaited;
import org.shouwang.testsupport.Together;
import org.shouwang.testsupport.Visits;

@QuarkusTest
class DrawSamplesApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    MovableClock clock;

    @Inject
    DrawSamples draw;

    private Village village;

    @BeforeEach
    void village() {
        village = new Village(Accounts.VILLAGE, database);
        clock.moveTo(LocalDays.at(LocalDays.today(clock).plusDays(1), LocalTime.NOON));
    }

    @AfterEach
    void backToRealTime() {
        nobodyHasToVerify();
        clock.moveTo(Instant.now());
    }

    private void nobodyHasToVerify() {
        village.run("delete from task_ladder_step where task_id in (select id from task where rule = 'VISIT_SAMPLE')");
        village.run("delete from task_action where task_id in (select id from task where rule = 'VISIT_SAMPLE')");
        village.run("delete from task_ladder where task_id in (select id from task where rule = 'VISIT_SAMPLE')");
        village.run("delete from task where rule = 'VISIT_SAMPLE'");
    }

    private int run() {
        return Awaited.result(draw::runOnce);
    }

    private UUID visited(RiskLevel level) {
        UUID household = village.household();
        UUID child = village.child(household, "郑小宝", level);
        UUID visit = UUID.randomUUID();
        DIRECTOR.request()
                .body(Visits.met(household, child))
                .put("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(201);
        return visit;
    }

    /** The tasks that ask to verify the visit, as status, holder's role and area. */
    private List<String> tasks(UUID visit) {
        return village.texts("""
                select t.status || ' ' || a.role_code || ' ' || t.area_code
                from task t join appointment a on a.id = t.assignee_appointment_id
                where t.rule = 'VISIT_SAMPLE' and t.occurrence = ?
                """, visit.toString());
    }

    @Test
    void aVisitWhereAChildMayBeInDangerIsTheCoordinatorsUntilItIsVerified() throws Exception {
        UUID visit = visited(RiskLevel.HIGH);
        Callable<Integer> node = this::run;
        Together.statuses(Collections.nCopies(2, node));
        run();
        assertThat(tasks(visit)).containsExactly("NEW TOWNSHIP_COORDINATOR " + Accounts.TOWN);
        UUID task = UUID.fromString(
                village.texts("select id from task where rule = 'VISIT_SAMPLE' and occurrence = ?", visit.toString())
                        .get(0));
        COORDINATOR
                .request()
                .get("/api/v1/tasks/{id}", task)
                .then()
                .statusCode(200)
                .body("taskType", equalTo("VERIFY"))
                .body("visitId", equalTo(visit.toString()));
        COORDINATOR
                .request()
                .body(Map.of("id", UUID.randomUUID()))
                .post("/api/v1/tasks/{id}/complete", task)
                .then()
                .statusCode(422);

        COORDINATOR
                .request()
                .header("If-Match", "\"0\"")
                .body(Map.of("id", UUID.randomUUID(), "verdict", "RETURNED", "comment", "请补充见面情况"))
                .post("/api/v1/visits/{id}/verification", visit)
                .then()
                .statusCode(200);

        assertThat(tasks(visit)).containsExactly("NEW TOWNSHIP_COORDINATOR " + Accounts.TOWN);
        amendAndVerify(visit);
        assertThat(tasks(visit)).containsExactly("DONE TOWNSHIP_COORDINATOR " + Accounts.TOWN);
    }

    private static void amendAndVerify(UUID visit) {
        Response returned = DIRECTOR.request().get("/api/v1/visits/{id}", visit);
        Response amended = DIRECTOR.request()
                .header("If-Match", returned.header("ETag"))
                .body(Map.of("findings", "已补充见面情况"))
                .patch("/api/v1/visits/{id}", visit);
        COORDINATOR
                .request()
                .header("If-Match", amended.header("ETag"))
                .body(Map.of("id", UUID.randomUUID(), "verdict", "VERIFIED"))
                .post("/api/v1/visits/{id}/verification", visit)
                .then()
                .statusCode(200);
    }

    @Test
    void whereThePhoneCouldNotTellTheQuarterIsThatOfTheArrival() {
        UUID household = village.household();
        UUID child = village.child(household, "郑小宝", RiskLevel.LOW);
        UUID visit = UUID.randomUUID();
        Map<String, Object> form = Visits.met(household, child);
        form.put("startedAt", "2001-01-01T02:00:00Z");
        form.put("timeUncertain", true);
        DIRECTOR.request().body(form).put("/api/v1/visits/{id}", visit).then().statusCode(201);

        assertThat(village.texts("select quarter from visit_sample where visit_id = ?", visit))
                .isEqualTo(village.texts(
                        "select date_trunc('quarter', local_day(received_at)::timestamp)::date from visit where id = ?",
                        visit));
    }

    @Test
    void aQuarterHasAtLeastTheShareOfEachWorkersVisitsAlsoOfThoseThatCameLate() {
        for (int i = 0; i < 6; i++) {
            visited(RiskLevel.LOW);
        }
        run();
        LocalDate today = LocalDays.today(clock);
        LocalDate quarter = today.withDayOfMonth(1).with(IsoFields.DAY_OF_QUARTER, 1);
        clock.moveTo(LocalDays.at(quarter.plusMonths(3).plusDays(8), LocalTime.NOON));
        run();
        assertThat(belowTheShare(quarter)).isZero();

        nobodyHasToVerify();
        village.run("update visit_sample set reason = null, drawn_at = null where quarter = ?", Date.valueOf(quarter));
        village.run("update visit_sample_quarter set fill_at = timestamptz 'epoch'");
        assertThat(belowTheShare(quarter)).isPositive();
        run();

        assertThat(belowTheShare(quarter)).isZero();
        assertThat(village.count("""
                select count(*) from (select occurrence from task where rule = 'VISIT_SAMPLE'
                                      group by occurrence having count(*) > 1) twice
                """)).isZero();
    }

    private long belowTheShare(LocalDate quarter) {
        return village.count("""
                select count(*) from (
                    select from visit_sample where look_at is null and quarter = ?
                    group by worker_id, quarter
                    having count(reason) < ceil(0.2 * count(*))) below
                """, Date.valueOf(quarter));
    }
}
