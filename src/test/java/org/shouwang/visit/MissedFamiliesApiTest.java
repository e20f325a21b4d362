package org.shouwang.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.COUNTY;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.visit.VisitJson.met;
import static org.shouwang.visit.VisitJson.notMet;
import static org.shouwang.visit.VisitJson.visit;
import static org.shouwang.visit.VisitJson.with;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

/** Two home visits in a row that found nobody: the coordinator hears once. */
@QuarkusTest
class MissedFamiliesApiTest {

    private static final String COORDINATORS =
            "update appointment set appointed_on = %s where role_code = 'TOWNSHIP_COORDINATOR' and area_code = "
                    + Accounts.TOWN;

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    private Family family;
    private UUID child;
    private String token;

    @BeforeEach
    void family() {
        family = Family.in(Accounts.VILLAGE, database);
        child = family.child(RiskLevel.MEDIUM);
        token = DIRECTOR.token();
    }

    private Map<String, Object> nobody(int daysAgo) {
        Instant start = clock.instant().minus(Duration.ofDays(daysAgo));
        return with(visit(family, start, notMet(child)), "outcome", "NO_ONE_HOME");
    }

    private Map<String, Object> seen(int daysAgo) {
        return visit(family, clock.instant().minus(Duration.ofDays(daysAgo)), met(child));
    }

    private int send(Map<String, Object> body) {
        return Accounts.with(token)
                .body(body)
                .put("/api/v1/visits/" + UUID.randomUUID())
                .statusCode();
    }

    private void record(Map<String, Object> body) {
        assertThat(send(body)).isEqualTo(201);
    }

    private long told(Accounts who) {
        return family.count(
                """
                select count(*) from notification n join worker w on w.id = n.worker_id
                where n.event = 'visit-no-one-home-twice' and n.occurrence like ? || '/%' and w.id = ?
                """,
                child.toString(),
                UUID.fromString(who.request().get("/api/v1/me").path("worker.id")));
    }

    @Test
    void oneClosedDoorIsNoNews() {
        record(nobody(3));

        assertThat(told(COORDINATOR)).isZero();
    }

    @Test
    void theSecondIsToldOnceAndTheThirdNotAgain() {
        Stream.of(9, 6, 3).forEach(day -> record(nobody(day)));

        assertThat(told(COORDINATOR)).isOne();
        assertThat(told(COUNTY)).isZero();
    }

    @Test
    void whoeverFindsSomebodyBeginsAnew() {
        List.of(nobody(20), seen(18), nobody(16)).forEach(this::record);
        assertThat(told(COORDINATOR)).isZero();

        record(nobody(14));

        assertThat(told(COORDINATOR)).isOne();

        List.of(seen(12), nobody(10), nobody(8)).forEach(this::record);

        assertThat(told(COORDINATOR)).isEqualTo(2);
    }

    @Test
    void whatArrivesLateCountsOnItsDay() {
        List.of(nobody(3), nobody(9)).forEach(this::record);
        assertThat(told(COORDINATOR)).isOne();

        record(nobody(15));

        assertThat(told(COORDINATOR)).isOne();
    }

    @Test
    void aFamilyThatWasFoundSinceIsNoNews() {
        List.of(seen(2), nobody(9), nobody(6)).forEach(this::record);

        assertThat(told(COORDINATOR)).isZero();
    }

    @Test
    void aLateVisitThatFoundTheChildBetweenThemParts() {
        List.of(nobody(9), seen(6), nobody(3)).forEach(this::record);

        assertThat(told(COORDINATOR)).isZero();
    }

    @Test
    void callsAreNoAttempts() {
        List.of(nobody(9), with(nobody(6), "method", "PHONE"), with(nobody(3), "method", "PHONE"))
                .forEach(this::record);

        assertThat(told(COORDINATOR)).isZero();
    }

    @Test
    void twoThatArriveTogetherSeeEachOther() throws Exception {
        List<Callable<Integer>> both = List.of(() -> send(nobody(6)), () -> send(nobody(3)));

        assertThat(Together.statuses(both)).containsOnly(201);
        assertThat(told(COORDINATOR)).isOne();
    }

    @Test
    void whereNobodyCoordinatesTheCountyHears() throws Exception {
        record(nobody(9));
        Sql.update(database, COORDINATORS.formatted("'2999-01-01'"));
        try {
            record(nobody(6));
        } finally {
            Sql.update(database, COORDINATORS.formatted("'2020-01-01'"));
        }

        assertThat(told(COUNTY)).isOne();
        assertThat(told(COORDINATOR)).isZero();
        assertThat(family.count(
                        "select count(*) from notification where event = 'visit-no-one-home-twice' and in_summary"
                                + " and occurrence like ? || '/%'",
                        child.toString()))
                .isOne();
    }
}
