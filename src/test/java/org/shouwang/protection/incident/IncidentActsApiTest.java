package org.shouwang.protection.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.staff.RoleWorkers;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class IncidentActsApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    KeyedHash hashes;

    @Inject
    FieldCipher cipher;

    private RoleWorkers workers;

    @BeforeEach
    void workersOfTheVillage() throws Exception {
        workers = new RoleWorkers(database, hashes, cipher);
        workers.appointAll(610304103000L);
    }

    @AfterEach
    void nobodyStays() throws Exception {
        workers.dismiss();
    }

    private static UUID reported() {
        return Danger.reported(Accounts.DIRECTOR.request(), Danger.seen());
    }

    private static ValidatableResponse act(Accounts who, UUID incident, String what, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.putIfAbsent("id", UUID.randomUUID());
        return who.request()
                .body(body)
                .post("/api/v1/incidents/{id}/" + what, incident)
                .then();
    }

    private static ValidatableResponse reach(Accounts who, UUID incident, Stage stage) {
        return act(who, incident, "stage", Map.of("stage", stage, "note", "已核实"));
    }

    @Test
    void whoTakesItAnswersForItAndEndsTheAlarm() throws Exception {
        UUID incident = reported();
        Map<String, Object> take = Map.of("id", UUID.randomUUID());

        act(Accounts.COUNTY, incident, "take", take).statusCode(200).body("version", equalTo(1));
        act(Accounts.COUNTY, incident, "take", take)
                .statusCode(200)
                .body("version", equalTo(1))
                .body(
                        "responsibleAppointmentId",
                        equalTo(Accounts.COUNTY
                                .appointment("COUNTY_CIVIL_AFFAIRS")
                                .toString()));
        act(Accounts.COORDINATOR, incident, "take", Map.of()).statusCode(409);

        assertThat(Sql.number(
                        database,
                        "select count(*) from incident_alarm where incident_id = ? and next_look_at is null",
                        incident))
                .isEqualTo(1);
        assertThat(Sql.number(database, """
                        select count(*) from incident_follow_up f join task t on t.id = f.task_id
                        join incident i on i.id = f.incident_id
                        where i.id = ? and t.status = 'NEW' and t.assignee_appointment_id = i.responsible_appointment_id
                        """, incident)).isEqualTo(1);
    }

    @Test
    void theIdOfOneActIsNoRepetitionOfAnother() {
        UUID incident = reported();
        Map<String, Object> act = Map.of("id", UUID.randomUUID());
        act(Accounts.COUNTY, incident, "take", act).statusCode(200);

        act(Accounts.COUNTY, incident, "village-cut", act)
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:id-reused"));

        act(Accounts.COUNTY, incident, "village-cut", Map.of()).statusCode(200).body("villageCut", equalTo(true));
    }

    @Test
    void theVillageReportsAndDoesNotLeadTheCase() {
        UUID incident = reported();

        act(Accounts.DIRECTOR, incident, "take", Map.of()).statusCode(403);
        reach(Accounts.DIRECTOR, incident, Stage.REPORTED).statusCode(403);
        act(Accounts.CHAIR_AND_DIRECTOR, incident, "take", Map.of()).statusCode(404);
    }

    @Test
    void aCaseGoesThroughItsStagesAndTheCountyClosesIt() throws Exception {
        UUID incident = reported();
        reach(Accounts.COORDINATOR, incident, Stage.ASSESSED).statusCode(409);
        for (Stage stage : List.of(Stage.REPORTED, Stage.EMERGENCY_HANDLED, Stage.ASSESSED, Stage.FOLLOW_UP)) {
            reach(Accounts.COORDINATOR, incident, stage).statusCode(200);
        }

        reach(Accounts.COORDINATOR, incident, Stage.CLOSED).statusCode(403);
        reach(Accounts.COUNTY, incident, Stage.CLOSED)
                .statusCode(200)
                .body(
                        "stages.stage",
                        contains("DISCOVERED", "REPORTED", "EMERGENCY_HANDLED", "ASSESSED", "FOLLOW_UP", "CLOSED"))
                .body("stages[5].note", equalTo("已核实"));

        assertThat(open(incident)).isZero();
        reach(Accounts.COUNTY, incident, Stage.FOLLOW_UP).statusCode(200);
        assertThat(open(incident)).isEqualTo(1);
    }

    /** To whom it is a closed matter, nobody would listen: the alarm begins anew, and somebody answers. */
    @Test
    void dangerThatIsSaidOfAClosedCaseOpensItAndTheAlarmBeginsAnew() throws Exception {
        UUID incident = reported();
        Danger.closed(incident);

        Accounts.DIRECTOR
                .request()
                .body(Map.of("ongoingDanger", true))
                .put("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(200)
                .body("stage", equalTo("FOLLOW_UP"))
                .body("takenAt", nullValue());

        assertThat(open(incident)).isEqualTo(1);
        assertThat(Danger.told(database, incident))
                .filteredOn(told -> told.startsWith("incident-reported"))
                .containsExactly(
                        "incident-reported COUNTY_CIVIL_AFFAIRS",
                        "incident-reported COUNTY_CIVIL_AFFAIRS",
                        "incident-reported TOWNSHIP_COORDINATOR",
                        "incident-reported TOWNSHIP_COORDINATOR");
        assertThat(Sql.number(
                        database,
                        "select count(*) from incident_alarm where incident_id = ? and round = 0 and next_look_at > now()",
                        incident))
                .isEqualTo(1);
        act(Accounts.COORDINATOR, incident, "take", Map.of()).statusCode(200);
    }

    private long open(UUID incident) throws Exception {
        return Sql.number(database, """
                select count(*) from incident_follow_up f join task t on t.id = f.task_id
                where f.incident_id = ? and t.status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')
                """, incident);
    }

    /** Roles and law, section 8: hidden from all but the police liaison and the county lead. */
    @Test
    void whoReportedIsHiddenFromTheTownship() {
        UUID incident = reported();

        Accounts.COORDINATOR
                .request()
                .get("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(200)
                .body("reporterAppointmentId", nullValue())
                .body("stages[0].appointmentId", nullValue());
        Accounts.COUNTY
                .request()
                .get("/api/v1/incidents/{id}", incident)
                .then()
                .body(
                        "reporterAppointmentId",
                        equalTo(Accounts.DIRECTOR
                                .appointment("CHILDREN_DIRECTOR")
                                .toString()));
        act(
                        Accounts.COUNTY,
                        incident,
                        "grants",
                        Map.of("appointmentId", Accounts.POLICE_OFFICER.appointment("AGENCY_OFFICER")))
                .statusCode(200);
        Accounts.POLICE_OFFICER
                .request()
                .get("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(200)
                .body(
                        "reporterAppointmentId",
                        equalTo(Accounts.DIRECTOR
                                .appointment("CHILDREN_DIRECTOR")
                                .toString()));
    }

    @Test
    void oneSwitchCutsTheVillageOut() throws Exception {
        UUID incident = reported();
        Accounts.DIRECTOR
                .request()
                .get("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(200);

        act(Accounts.COORDINATOR, incident, "village-cut", Map.of()).statusCode(403);
        act(Accounts.COUNTY, incident, "village-cut", Map.of()).statusCode(200).body("villageCut", equalTo(true));

        Accounts.DIRECTOR
                .request()
                .get("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(404);
        Accounts.DIRECTOR
                .request()
                .get("/api/v1/incidents?limit=500")
                .then()
                .body("items.id", not(hasItem(incident.toString())));
        Accounts.DIRECTOR
                .request()
                .body(Map.of("policeCaseNo", "2026-1"))
                .put("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(200)
                .body("$", aMapWithSize(2))
                .body("id", equalTo(incident.toString()));
        act(
                        Accounts.COUNTY,
                        incident,
                        "grants",
                        Map.of("appointmentId", Accounts.DIRECTOR.appointment("CHILDREN_DIRECTOR")))
                .statusCode(422);
        Accounts.COUNTY
                .request()
                .get("/api/v1/incidents/{id}", incident)
                .then()
                .body("policeCaseNo", nullValue())
                .body("version", equalTo(1));
        assertThat(Sql.number(database, "select count(*) from incident_report where incident_id = ?", incident))
                .as("what the author said is kept")
                .isEqualTo(2);
        assertThat(Danger.told(database, incident))
                .contains("incident-added COUNTY_CIVIL_AFFAIRS", "incident-added TOWNSHIP_COORDINATOR");
    }

    /** What the village answered for goes up with its task, whoever says that its cadre is suspected. */
    @Test
    void aSuspicionThatIsAddedTakesTheCaseFromTheVillage() throws Exception {
        UUID incident = reported();
        act(
                        Accounts.COUNTY,
                        incident,
                        "transfer",
                        Map.of("toAppointmentId", Accounts.DIRECTOR.appointment("CHILDREN_DIRECTOR")))
                .statusCode(200);

        Accounts.DIRECTOR
                .request()
                .body(Map.of("suspectIsVillageCadre", true))
                .put("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(200)
                .body("$", aMapWithSize(2));

        assertThat(Danger.texts(database, """
                        select (i.responsible_appointment_id = t.assignee_appointment_id) || ' ' || a.role_code
                        from incident i join incident_follow_up f on f.incident_id = i.id join task t on t.id = f.task_id
                        join appointment a on a.id = i.responsible_appointment_id
                        where i.id = ?
                        """, incident)).containsExactly("true TOWNSHIP_COORDINATOR");
    }

    @Test
    void aReportAgainstACadreAnswersItsAuthorTheAcknowledgementAlone() {
        Map<String, Object> form = Danger.seen();
        form.put("suspectIsVillageCadre", true);
        UUID incident = UUID.randomUUID();

        Accounts.DIRECTOR
                .request()
                .body(form)
                .put("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(201)
                .body("$", aMapWithSize(2));

        Accounts.COORDINATOR
                .request()
                .get("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(200)
                .body("villageCut", equalTo(true));
    }

    /** E7 of the data dictionary. */
    @Test
    void aPostEndsWhenTheCountyHasPassedOnItsIncident() throws Exception {
        UUID incident = reported();
        workers.appoint(RoleCode.CHILDREN_DIRECTOR, Long.valueOf(Accounts.VILLAGE), null);
        UUID leaving = workers.of(RoleCode.CHILDREN_DIRECTOR).appointment();
        act(Accounts.COUNTY, incident, "transfer", Map.of("toAppointmentId", leaving))
                .statusCode(200);
        Map<String, Object> handover = Map.of(
                "id",
                UUID.randomUUID(),
                "fromAppointmentId",
                leaving,
                "toAppointmentId",
                Accounts.DIRECTOR.appointment("CHILDREN_DIRECTOR"),
                "endReason",
                "RESIGN");

        Accounts.COORDINATOR
                .request()
                .body(handover)
                .post("/api/v1/handovers")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:handover-needs-approval"))
                .body("title", equalTo("尚待县级批准"))
                .body("detail", not(containsString("个案")))
                .body("detail", not(containsString("逐件")));
        act(
                        Accounts.COUNTY,
                        incident,
                        "transfer",
                        Map.of("toAppointmentId", Accounts.COORDINATOR.appointment("TOWNSHIP_COORDINATOR")))
                .statusCode(200);
        Accounts.COORDINATOR
                .request()
                .body(handover)
                .post("/api/v1/handovers")
                .then()
                .statusCode(201);
    }

    @Test
    void theCountyCountsByMonthAndStage() {
        reported();

        Accounts.COUNTY
                .request()
                .get("/api/v1/incidents/statistics?area=" + Accounts.TOWN)
                .then()
                .statusCode(200)
                .body("items.stage", hasItem("DISCOVERED"))
                .body("items[0]", aMapWithSize(3));
        Accounts.COORDINATOR
                .request()
                .get("/api/v1/incidents/statistics")
                .then()
                .statusCode(403);
    }

    /** As a visit does, which ends the follow-up and then looks at its incident: else the two wait for one another. */
    @Test
    void anActHoldsTheFollowUpBeforeTheIncident() throws Exception {
        UUID incident = reported();
        String token = Accounts.COUNTY.token();
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try (Connection visit = database.getConnection()) {
            visit.setAutoCommit(false);
            hold(
                    visit,
                    "select 1 from task where id in (select task_id from incident_follow_up where incident_id = ?) for update",
                    incident);
            Future<Integer> taken = worker.submit(() -> Accounts.with(token)
                    .body(Map.of("id", UUID.randomUUID()))
                    .post("/api/v1/incidents/{id}/take", incident)
                    .statusCode());
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> Sql.number(database, """
                            select count(*) from pg_stat_activity
                            where datname = current_database() and wait_event_type = 'Lock'
                            """) > 0);

            hold(visit, "select 1 from incident where id = ? for update nowait", incident);

            visit.commit();
            assertThat(taken.get()).isEqualTo(200);
        } finally {
            worker.shutdown();
        }
    }

    private static void hold(Connection connection, String query, UUID id) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(query)) {
            prepared.setObject(1, id);
            prepared.executeQuery().close();
        }
    }

    private static final String NOTICE = """
            insert into notification (id, worker_id, appointment_id, event, occurrence, urgent, subject_type, subject_id,
                                      created_at)
            select ?, a.worker_id, a.id, ?, ?, true, 'incident', ?, now() from appointment a
            where a.role_code = 'COUNTY_CIVIL_AFFAIRS' and a.area_code = 610304000000
            order by a.id limit 1
            """;
    private static final String DELIVERY = """
            insert into delivery (notification_id, device_id, channel, created_at, state, next_attempt_at)
            values (?, ?, 'FCM', now(), 'PENDING', now() + interval '1 day')
            """;

    /** Nobody is called any more, but whoever was told of something graver, or given it, still hears of that. */
    @Test
    void whoTakesItWithdrawsTheCallsAlone() throws Exception {
        UUID incident = reported();
        UUID phone = UUID.randomUUID();
        for (String event : List.of("incident-reported", "incident-waiting", "incident-danger", "incident-given")) {
            UUID notice = UUID.randomUUID();
            Sql.update(database, NOTICE, notice, event, event + notice, incident);
            Sql.update(database, DELIVERY, notice, phone);
        }

        act(Accounts.COUNTY, incident, "take", Map.of()).statusCode(200);

        assertThat(Danger.texts(database, """
                        select n.event from delivery d join notification n on n.id = d.notification_id
                        where d.device_id = ? and d.error = 'WITHDRAWN' order by 1
                        """, phone)).containsExactly("incident-reported", "incident-waiting");
        Sql.update(database, "delete from delivery where device_id = ?", phone);
    }
}
