package org.shouwang.monitoring.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.devtools.MovableClock;
import org.shouwang.monitoring.MonitoredCounty;
import org.shouwang.notification.StillTrue.Told;
import org.shouwang.platform.LocalDays;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

/** A period from its reminders to its second closing. */
@QuarkusTest
class PeriodStoryApiTest {

    private static final String PERIODS = "/api/v1/collection-periods/";

    @Inject
    AgroalDataSource database;

    @Inject
    MovableClock clock;

    @Inject
    RemindOfValues remind;

    @Inject
    ValuesStillTrue stillTrue;

    private MonitoredCounty county;

    @BeforeEach
    void aCounty() throws SQLException {
        county = MonitoredCounty.found(database);
    }

    @AfterEach
    void nothingIsLeft() throws SQLException {
        clock.moveTo(Instant.now());
        county.dissolve();
    }

    /** Whether a reminder of this morning would still be pushed to the liaison. */
    private boolean isPushed(UUID period) throws SQLException {
        UUID post = UUID.fromString(Sql.texts(
                        database,
                        "select id::text from appointment where organisation_id = ?",
                        county.unit(MonitoredCounty.EDUCATION))
                .get(0));
        Told told = new Told(UUID.randomUUID(), "values-due-soon", period, post);
        try {
            return VertxContextSupport.subscribeAndAwait(() -> stillTrue.outdated(List.of(told)))
                    .isEmpty();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private int sweep() {
        try {
            return VertxContextSupport.subscribeAndAwait(remind::runOnce);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private void morningOf(LocalDate day) throws Exception {
        clock.moveTo(LocalDays.at(day, LocalTime.of(8, 1)));
        Together.statuses(List.of(this::sweep, this::sweep));
        sweep();
    }

    /** What was told of the period: event, role and how many, in the order of the events. */
    private List<String> told(UUID period) throws SQLException {
        return Sql.texts(database, """
                select n.event || ' ' || a.role_code || ' ' || coalesce(n.counts ->> 'values-owed', n.counts ->> 'units-late')
                from notification n join appointment a on a.id = n.appointment_id
                where n.subject_id = ?
                order by n.created_at, 1
                """, period);
    }

    private UUID due(LocalDate day) {
        UUID id = UUID.randomUUID();
        county.office()
                .body(Map.of(
                        "areaCode",
                        MonitoredCounty.COUNTY,
                        "year",
                        2026,
                        "quarter",
                        3,
                        "openOn",
                        "2026-01-04",
                        "dueOn",
                        day.toString()))
                .put(PERIODS + id)
                .then()
                .statusCode(201);
        return id;
    }

    private ValidatableResponse close(UUID period, UUID act) {
        return county.office()
                .body(Map.of("id", act))
                .post(PERIODS + period + "/closing")
                .then();
    }

    private ValidatableResponse reopen(UUID period, UUID act, LocalDate dueOn) {
        return county.office()
                .body(Map.of("id", act, "reason", "年报延后", "dueOn", dueOn.toString()))
                .post(PERIODS + period + "/reopening")
                .then();
    }

    /** Two units with one liaison: one message each time, of what is still owed. */
    @Test
    void whoOwesIsRemindedOnceAStage() throws Exception {
        UUID line = county.lead("C-E02", MonitoredCounty.EDUCATION);
        county.lead("C-E03", MonitoredCounty.EDUCATION);
        county.lead("W-D07", MonitoredCounty.TOWN_COMMITTEE);
        LocalDate dueOn = LocalDays.today(clock).plusDays(30);
        UUID period = due(dueOn);
        int owed = county.liaison()
                .get(PERIODS + period + "/owed")
                .then()
                .extract()
                .path("items.size()");

        morningOf(dueOn.minusDays(8));
        assertThat(told(period)).isEmpty();
        morningOf(dueOn.minusDays(7));
        assertThat(told(period)).containsExactly("values-due-soon UNIT_LIAISON " + owed);
        county.report(UUID.randomUUID(), period, line, 3300, 4000).statusCode(201);
        morningOf(dueOn.minusDays(1));
        morningOf(dueOn);
        assertThat(told(period))
                .hasSize(3)
                .endsWith("values-due-soon UNIT_LIAISON " + (owed - 1), "values-due-today UNIT_LIAISON " + (owed - 1));
        morningOf(dueOn.plusDays(1));
        morningOf(dueOn.plusDays(2));
        assertThat(told(period))
                .hasSize(5)
                .contains("values-missed UNIT_LIAISON " + (owed - 1))
                .anyMatch(one -> one.startsWith("values-missed-office COMMITTEE_OFFICE "));
    }

    @Test
    void aPeriodIsOpenedAgainAndAValueTakenBack() throws Exception {
        UUID line = county.lead("C-E02", MonitoredCounty.EDUCATION);
        LocalDate today = LocalDays.today(clock);
        UUID period = due(today.plusDays(30));
        UUID value = UUID.randomUUID();
        assertThat(isPushed(period)).isTrue();
        county.report(value, period, line, 3300, 4000).statusCode(201);
        assertThat(isPushed(period)).isFalse();

        List<Integer> race = Together.statuses(List.of(
                () -> county.act(county.liaison(), value, 0, "withdrawal", Map.of())
                        .extract()
                        .statusCode(),
                () -> county.act(county.statistics(), value, 0, "review", Map.of())
                        .extract()
                        .statusCode()));
        assertThat(race).containsExactlyInAnyOrder(200, 412);
        if (race.get(1) == 200) {
            county.act(county.liaison(), value, 1, "withdrawal", Map.of()).statusCode(409);
            county.act(county.statistics(), value, 1, "return", Map.of("reason", "请核实"))
                    .statusCode(200);
            county.act(
                            county.liaison(),
                            value,
                            2,
                            "resubmission",
                            Map.of("figures", MonitoredCounty.figures(3200, 4000)))
                    .statusCode(200);
        } else {
            county.act(
                            county.liaison(),
                            value,
                            1,
                            "resubmission",
                            Map.of("figures", MonitoredCounty.figures(3200, 4000)))
                    .statusCode(200);
        }
        int version = county.liaison().get("/api/v1/indicator-values/" + value).path("version");
        county.act(county.liaison(), value, version, "withdrawal", Map.of())
                .statusCode(200)
                .body("status", equalTo("RETURNED"))
                .body("returnReason", nullValue());
        county.liaison().get("/api/v1/indicator-values/" + value).then().body("history[-1].kind", equalTo("TAKE_BACK"));
        county.liaison().get(PERIODS + period + "/owed").then().body("items", hasSize(1));
        assertThat(isPushed(period)).isTrue();
        county.act(
                        county.liaison(),
                        value,
                        version + 1,
                        "resubmission",
                        Map.of("figures", MonitoredCounty.figures(3200, 4000)))
                .statusCode(200);

        UUID closing = UUID.randomUUID();
        reopen(period, UUID.randomUUID(), today.plusDays(40)).statusCode(409);
        close(period, closing).statusCode(200);
        close(period, closing).statusCode(200);
        close(period, UUID.randomUUID()).statusCode(409);
        county.act(county.liaison(), value, version + 2, "withdrawal", Map.of())
                .statusCode(422)
                .body("violations.rule", contains("value-period-closed"));
        reopen(period, closing, today.plusDays(40)).statusCode(409);
        reopen(period, UUID.randomUUID(), today.minusDays(1))
                .statusCode(422)
                .body("violations.rule", contains("period-due-still"));
        UUID act = UUID.randomUUID();
        List<Integer> opened = Together.statuses(
                List.of(() -> reopen(period, act, today.plusDays(40)).extract().statusCode(), () -> reopen(
                                period, UUID.randomUUID(), today.plusDays(41))
                        .extract()
                        .statusCode()));
        assertThat(opened).containsExactlyInAnyOrder(200, 409);
        close(period, closing).statusCode(200).body("closedOn", nullValue());
        county.act(county.liaison(), value, version + 2, "withdrawal", Map.of()).statusCode(200);
        close(period, UUID.randomUUID()).statusCode(200);
        assertThat(Sql.texts(
                        database,
                        "select kind from collection_period_act where period_id = ? order by done_at",
                        period))
                .containsExactly("CLOSE", "REOPEN", "CLOSE");
    }
}
