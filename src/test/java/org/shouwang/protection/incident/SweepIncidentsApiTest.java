package org.shouwang.protection.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.devtools.MovableClock;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.staff.RoleWorkers;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Awaited;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class SweepIncidentsApiTest {

    private static final long CITY = 610300000000L;

    @Inject
    AgroalDataSource database;

    @Inject
    KeyedHash hashes;

    @Inject
    FieldCipher cipher;

    @Inject
    MovableClock clock;

    @Inject
    SweepIncidents sweep;

    private RoleWorkers workers;
    private Instant begun;
    private UUID incident;

    @BeforeEach
    void anIncidentAndSomebodyInTheCity() throws Exception {
        workers = new RoleWorkers(database, hashes, cipher);
        workers.appointAll(610304103000L);
        workers.appoint(RoleCode.COUNTY_CIVIL_AFFAIRS, CITY, null);
        begun = clock.instant();
        incident = Danger.reported(Accounts.DIRECTOR.request(), Danger.seen());
    }

    @AfterEach
    void backToRealTime() throws Exception {
        clock.moveTo(Instant.now());
        workers.dismiss();
    }

    private void sweepAfter(Duration time) {
        clock.moveTo(begun.plus(time));
        Awaited.result(sweep::runOnce);
    }

    private List<String> waiting() throws Exception {
        return Danger.texts(database, """
                select a.area_code::text from notification n join appointment a on a.id = n.appointment_id
                where n.subject_id = ? and n.event in ('incident-reported', 'incident-waiting')
                group by 1 order by 1
                """, incident);
    }

    @Test
    void whatNobodyTakesGoesAStepUpEachHalfHour() throws Exception {
        assertThat(waiting()).containsExactly("610304000000", Accounts.TOWN);

        sweepAfter(Duration.ofMinutes(29));
        assertThat(waiting()).containsExactly("610304000000", Accounts.TOWN);
        sweepAfter(Duration.ofMinutes(31));
        sweepAfter(Duration.ofMinutes(32));

        assertThat(waiting()).containsExactly("610300000000", "610304000000", Accounts.TOWN);
        assertThat(Danger.told(database, incident))
                .filteredOn(told -> told.startsWith("incident-waiting"))
                .containsExactlyInAnyOrder(
                        "incident-waiting COUNTY_CIVIL_AFFAIRS",
                        "incident-waiting COUNTY_CIVIL_AFFAIRS",
                        "incident-waiting TOWNSHIP_COORDINATOR");
        workers.of(RoleCode.COUNTY_CIVIL_AFFAIRS)
                .request()
                .get("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(200);
    }

    /** Someone writes to it at this moment: that delays neither its own alarm nor another. */
    @Test
    void anIncidentThatIsHeldIsLookedAtByTheNextSweep() throws Exception {
        try (Connection other = database.getConnection();
                PreparedStatement hold = other.prepareStatement("select 1 from incident where id = ? for update")) {
            other.setAutoCommit(false);
            hold.setObject(1, incident);
            hold.execute();
            sweepAfter(Duration.ofMinutes(31));
            other.rollback();
        }
        assertThat(waiting()).doesNotContain("610300000000");

        sweepAfter(Duration.ofMinutes(32));

        assertThat(waiting()).contains("610300000000");
    }

    @Test
    void whatSomebodyTookWaitsForNobody() throws Exception {
        Accounts.COORDINATOR
                .request()
                .body(Map.of("id", UUID.randomUUID()))
                .post("/api/v1/incidents/{id}/take", incident)
                .then()
                .statusCode(200);

        sweepAfter(Duration.ofMinutes(45));

        assertThat(Danger.told(database, incident)).noneMatch(told -> told.startsWith("incident-waiting"));
    }

    /** As when nobody stood above the reporter. */
    @Test
    void whereSomebodyStandsAboveTheReporterByNowTheCaseAndItsTaskAreTheirs() throws Exception {
        Sql.update(
                database,
                "update incident set responsible_appointment_id = reporter_appointment_id where id = ?",
                incident);
        Sql.update(database, """
                update task set assignee_appointment_id = ?
                where id in (select task_id from incident_follow_up where incident_id = ?)
                """, Accounts.DIRECTOR.appointment("CHILDREN_DIRECTOR"), incident);

        sweepAfter(Duration.ofMinutes(31));

        assertThat(Danger.texts(database, """
                        select r.role_code || ' ' || a.role_code || ' ' || c.kind
                        from incident i join appointment r on r.id = i.responsible_appointment_id
                        join incident_follow_up f on f.incident_id = i.id join task t on t.id = f.task_id
                        join appointment a on a.id = t.assignee_appointment_id
                        join incident_act c on c.incident_id = i.id and c.about_appointment_id = r.id
                        where i.id = ?
                        """, incident))
                .containsExactly("TOWNSHIP_COORDINATOR TOWNSHIP_COORDINATOR TRANSFER");
    }

    @Test
    void aSituationForThePoliceThatIsAddedLaterIsAskedForToo() throws Exception {
        amended(Map.of(
                "situationCodes",
                List.of("B3"),
                "reportedTo",
                List.of("CIVIL_AFFAIRS"),
                "reportedAt",
                begun.minusSeconds(300).toString()));
        sweepAfter(Duration.ofHours(2));
        assertThat(Danger.told(database, incident)).noneMatch(told -> told.startsWith("incident-not-reported"));
        amended(Map.of("situationCodes", List.of("B3", "A4")));

        sweepAfter(Duration.ofMinutes(181));

        assertThat(Danger.told(database, incident))
                .contains("incident-not-reported CHILDREN_DIRECTOR", "incident-not-reported TOWNSHIP_COORDINATOR");
    }

    private void amended(Map<String, Object> form) {
        Accounts.DIRECTOR
                .request()
                .body(form)
                .put("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(200);
    }

    /** Roles and law, 6.2: an alert after 60 minutes from the discovery, the limit after 24 hours. */
    @Test
    void aReportThatNobodyMakesIsAskedFor() throws Exception {
        sweepAfter(Duration.ofMinutes(49));
        assertThat(Danger.told(database, incident)).noneMatch(told -> told.startsWith("incident-not-reported"));
        sweepAfter(Duration.ofMinutes(51));
        assertThat(Danger.told(database, incident))
                .filteredOn(told -> told.startsWith("incident-not-reported"))
                .contains("incident-not-reported CHILDREN_DIRECTOR", "incident-not-reported TOWNSHIP_COORDINATOR");

        sweepAfter(Duration.ofHours(24));

        assertThat(Danger.told(database, incident)).contains("incident-not-reported COUNTY_CIVIL_AFFAIRS");
    }

    /** Somebody came into office since, and nobody tells anybody any more that it waits. */
    @Test
    void whoeverIsAskedForTheReportSeesTheIncident() throws Exception {
        Accounts.COORDINATOR
                .request()
                .body(Map.of("id", UUID.randomUUID()))
                .post("/api/v1/incidents/{id}/take", incident)
                .then()
                .statusCode(200);
        workers.appoint(RoleCode.TOWNSHIP_COORDINATOR, Long.valueOf(Accounts.TOWN), null);
        RoleWorkers.Worker newcomer = workers.of(RoleCode.TOWNSHIP_COORDINATOR);
        newcomer.request().get("/api/v1/incidents/{id}", incident).then().statusCode(404);
        sweepAfter(Duration.ofMinutes(51));

        sweepAfter(Duration.ofHours(24));

        assertThat(Danger.texts(
                        database,
                        "select event from notification where subject_id = ? and appointment_id = ?",
                        incident,
                        newcomer.appointment()))
                .containsExactly("incident-not-reported");
        newcomer.request().get("/api/v1/incidents/{id}", incident).then().statusCode(200);
    }
}
