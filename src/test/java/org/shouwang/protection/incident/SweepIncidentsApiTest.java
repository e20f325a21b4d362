package org.shouwang.protection.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
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
        try {
            VertxContextSupport.subscribeAndAwait(sweep::runOnce);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
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
