package org.shouwang.staff.handover;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.staff.handover.Crew.Worker;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Pulled;
import org.shouwang.testsupport.Visits;

/** What a handover does to the phones of both sides. Executives may not read the tasks of their village, only their own. */
@QuarkusTest
class HandoverPhonesApiTest {

    private static final int TASKS = 3;

    @Inject
    AgroalDataSource database;

    @Inject
    FieldCipher cipher;

    @Inject
    KeyedHash hashes;

    private Crew crew;
    private Worker leaver;
    private UUID leaving;
    private Worker follower;
    private UUID successor;
    private RequestSpecification confirming;

    @BeforeEach
    void anExecutiveIsFollowedByAnother() {
        crew = new Crew(database, cipher, hashes);
        leaver = crew.worker();
        leaving = crew.appoint(leaver, RoleCode.WOMENS_EXECUTIVE, Crew.VILLAGE);
        follower = crew.worker();
        successor = crew.appoint(follower, RoleCode.WOMENS_EXECUTIVE, Crew.VILLAGE);
        Worker coordinator = crew.worker();
        crew.appoint(coordinator, RoleCode.TOWNSHIP_COORDINATOR, Crew.TOWN);
        confirming = coordinator.request();
    }

    @AfterEach
    void leave() {
        crew.leave();
    }

    private void handOver(UUID from, UUID to) {
        given().spec(confirming)
                .body(Crew.handover(from, to))
                .post("/api/v1/handovers")
                .then()
                .statusCode(201);
    }

    @Test
    void withoutAPostLeftTheNextRequestIsRefused() {
        RequestSpecification old = leaver.request();
        given().spec(old).get("/api/v1/me").then().statusCode(200);

        handOver(leaving, successor);

        given().spec(old)
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:shouwang:problem:not-signed-in"));
    }

    @Test
    void theTasksLeaveOnePhoneAndReachTheOther() {
        UUID kept = crew.appoint(leaver, RoleCode.WOMENS_EXECUTIVE, Crew.NEXT_VILLAGE);
        crew.tasks(leaving, Crew.VILLAGE, TASKS);
        crew.tasks(kept, Crew.NEXT_VILLAGE, 1);
        String old = leaver.token();
        String next = follower.token();
        Pulled held = Pulled.full(old);
        Pulled nothing = Pulled.full(next);
        assertThat(held.tasks().values()).containsOnly("ACCEPTED").hasSize(TASKS + 1);
        assertThat(nothing.tasks()).isEmpty();

        handOver(leaving, successor);

        assertThat(nothing.next(next).tasks().values()).containsOnly("NEW").hasSize(TASKS);
        Accounts.with(old)
                .get("/api/v1/sync/changes?cursor=" + held.cursor())
                .then()
                .statusCode(410)
                .body("type", equalTo("urn:shouwang:problem:resync-required"));
        assertThat(Pulled.full(old).tasks().values()).containsExactly("ACCEPTED");
    }

    @Test
    void oneNoticeTellsOfAllTasksAndTheLeaversPushesAreWithdrawn() {
        device(leaver);
        device(follower);
        assign();
        assign();

        handOver(leaving, successor);

        assertThat(crew.texts("""
                        select n.event || ' ' || d.state
                        from notification n join delivery d on d.notification_id = n.id
                        where n.worker_id = ?
                        """, leaver.id())).hasSize(2).containsOnly("task-assigned STALE");
        assertThat(crew.texts("""
                        select n.event || ' ' || n.subject_type || ' ' || n.due_on || ' ' || d.state
                        from notification n join delivery d on d.notification_id = n.id
                        where n.worker_id = ? and n.appointment_id = ?
                        """, follower.id(), successor))
                .containsExactly("tasks-handed-over appointment " + Demo.today().plusDays(5) + " PENDING");
    }

    @Test
    void theLaddersBeginAgainAndWhatIsLateWaitsForTheMorning() {
        crew.tasks(leaving, Crew.VILLAGE, 2);
        crew.run(
                "update task set start_on = due_on - 60, due_on = due_on - 30 where id = (select id from task"
                        + " where assignee_appointment_id = ? limit 1)",
                leaving);

        handOver(leaving, successor);

        assertThat(crew.texts("""
                        select case when t.due_on < current_date then 'late ' else 'in time ' end
                               || to_char(l.next_alert_at at time zone 'Asia/Shanghai', 'HH24:MI')
                               || case when l.next_alert_at > now() then ' ahead' else ' past' end
                        from task t join task_ladder l on l.task_id = t.id
                        where t.assignee_appointment_id = ? and l.assignee_told_at is null order by 1
                        """, successor)).containsExactly("in time 00:00 ahead", "late 08:00 ahead");
    }

    @Test
    void aVisitKeepsItsAuthor() {
        UUID director = crew.appoint(leaver, RoleCode.CHILDREN_DIRECTOR, Crew.VILLAGE);
        UUID household = crew.children(director, Crew.VILLAGE, 1);
        UUID child = UUID.fromString(crew.texts("select id from child where household_id = ?", household)
                .get(0));
        UUID visit = UUID.randomUUID();
        given().spec(leaver.request())
                .body(Visits.met(household, child))
                .put("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(201);

        handOver(director, crew.appoint(follower, RoleCode.CHILDREN_DIRECTOR, Crew.VILLAGE));

        given().spec(confirming)
                .get("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(200)
                .body("visitorAppointmentId", equalTo(director.toString()));
    }

    private static void device(Worker worker) {
        UUID device = UUID.randomUUID();
        given().spec(worker.request())
                .body(Map.of(
                        "platform", "ANDROID",
                        "channel", "FCM",
                        "target", Map.of("kind", "TOKEN", "value", "handover-" + device),
                        "appVersion", "1.0"))
                .put("/api/v1/devices/{id}", device)
                .then()
                .statusCode(201);
    }

    private void assign() {
        given().spec(confirming)
                .body(Crew.report(leaving))
                .post("/api/v1/tasks")
                .then()
                .statusCode(201);
    }
}
