package org.shouwang.monitoring.computed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.monitoring.MonitoredCounty;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.staff.NewCounty;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

/** A quarter that the system counts, stores and brings to the unit that answers for it. */
@QuarkusTest
class ComputedQuarterApiTest {

    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @Inject
    DataSource database;

    @Inject
    FreezeComputed freeze;

    @Inject
    PrefillValues prefill;

    private MonitoredCounty county;

    @BeforeEach
    void aCounty() throws SQLException {
        county = MonitoredCounty.found(database);
        appoint(NewCounty.VILLAGE);
    }

    @AfterEach
    void nothingIsLeft() throws SQLException {
        Demo.backToRealTime();
        county.dissolve();
    }

    private void appoint(long village) throws SQLException {
        Sql.update(
                database,
                "insert into appointment (id, worker_id, role_code, area_code, appointed_on)"
                        + " select ?, id, 'CHILDREN_DIRECTOR', ?, '2026-01-04' from worker order by number limit 1",
                UUID.randomUUID(),
                village);
    }

    private static int run(BackgroundJob job) {
        try {
            return VertxContextSupport.subscribeAndAwait(job::runOnce);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private ValidatableResponse computed(String indicator, String area, LocalDate on) {
        return county.office()
                .queryParam("area", area)
                .queryParam("on", on.toString())
                .get("/api/v1/indicators/{code}/computed", indicator)
                .then();
    }

    @Test
    void theUnitFindsWhatWasCountedAndStandsForIt() throws Exception {
        UUID line = county.lead("C-W03", MonitoredCounty.EDUCATION);
        UUID byHand = county.lead("C-W04", MonitoredCounty.EDUCATION);
        UUID quarter = county.quarter(2026, 4);
        UUID entered = UUID.randomUUID();
        county.report(entered, quarter, byHand, 2, 2).statusCode(201);
        Demo.moveTo(LAST.plusDays(1), LocalTime.of(1, 0));

        Together.statuses(List.of(() -> run(freeze), () -> run(freeze)));
        run(prefill);
        run(prefill);

        computed("C-W03", MonitoredCounty.COUNTY, LAST)
                .statusCode(200)
                .body("basis", equalTo("FROZEN"))
                .body("numerator", equalTo(1))
                .body("denominator", equalTo(3))
                .body("value", equalTo(33.33f))
                .body("formula", equalTo("children-directors"));
        String value = county.liaison()
                .get("/api/v1/collection-periods/{id}/owed", quarter)
                .then()
                .body("items.indicatorCode", contains("C-W03"))
                .body("items.status", contains("OPEN"))
                .extract()
                .path("items[0].valueId");
        county.office()
                .get("/api/v1/indicator-values/{id}", entered)
                .then()
                .body("madeBy", equalTo("PERSON"))
                .body("figures.numerator", equalTo(2));
        county.liaison()
                .get("/api/v1/indicator-values/{id}", value)
                .then()
                .body("responsibilityId", equalTo(line.toString()))
                .body("madeBy", equalTo("SYSTEM"))
                .body("figures.numerator", equalTo(1))
                .body("figures.provisional", equalTo(true))
                .body("figures.attestedBy", nullValue());
        UUID seen = UUID.fromString(value);
        county.act(county.statistics(), seen, 0, "review", Map.of()).statusCode(409);
        county.act(county.liaison(), seen, 0, "resubmission", Map.of("figures", MonitoredCounty.figures(1, 3)))
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"))
                .body("madeBy", equalTo("PERSON"));
        run(prefill);
        county.liaison()
                .get("/api/v1/indicator-values/{id}", value)
                .then()
                .body("valueVersion", equalTo(2))
                .body("history.madeBy", contains("SYSTEM", "PERSON"));
    }

    /** Also where somebody enters afterwards what was so before. */
    @Test
    void aDayThatIsOverKeepsItsFigures() throws Exception {
        county.lead("C-W03", MonitoredCounty.EDUCATION);
        Demo.moveTo(LAST.plusDays(1), LocalTime.of(1, 0));
        run(freeze);
        Demo.moveTo(LAST.plusDays(9), LocalTime.of(1, 0));
        computed("C-W03", MonitoredCounty.COUNTY, LAST.plusDays(5))
                .body("basis", equalTo("DATED"))
                .body("numerator", equalTo(1));

        Sql.update(
                database,
                "update appointment set status = 'ENDED', ended_on = '2027-01-08', end_reason = 'RESIGN' where area_code = ?"
                        + " and role_code = 'CHILDREN_DIRECTOR'",
                NewCounty.VILLAGE);
        computed("C-W03", MonitoredCounty.COUNTY, LAST.plusDays(5)).body("numerator", equalTo(1));
        computed("C-W03", MonitoredCounty.COUNTY, LAST.plusDays(9)).body("numerator", equalTo(0));
        appoint(NewCounty.OTHER_VILLAGE);

        computed("C-W03", MonitoredCounty.COUNTY, LAST).body("numerator", equalTo(1));
        computed("C-W03", MonitoredCounty.TOWN, LAST)
                .body("basis", equalTo("FROZEN"))
                .body("denominator", equalTo(2));
        computed("C-W02", MonitoredCounty.COUNTY, LAST.minusDays(1))
                .body("basis", equalTo("NOT_KEPT"))
                .body("numerator", nullValue());
        run(freeze);
        assertThat(Sql.number(database, "select count(*) from computed_value where area_code = ?", NewCounty.COUNTY))
                .isEqualTo(14);
    }

    /** What was not counted in the first days after a quarter is never counted as if it had been. */
    @Test
    void aQuarterIsStoredInItsFirstDaysOrNotAtAll() {
        county.lead("C-W03", MonitoredCounty.EDUCATION);
        Demo.moveTo(LAST.plusDays(4), LocalTime.of(1, 0));

        assertThat(run(freeze)).isZero();
    }

    @Test
    void whatCannotBeCountedIsSaid() {
        county.office()
                .get("/api/v1/indicators/W-L04/computed?area=" + MonitoredCounty.COUNTY)
                .then()
                .statusCode(200)
                .body("basis", equalTo("NO_SOURCE"))
                .body("textZh", equalTo("系统尚无诉求（信访）记录，由责任单位填报"));
        computed("C-E02", MonitoredCounty.COUNTY, LAST).statusCode(404);
        computed("C-W03", MonitoredCounty.COUNTY, LocalDate.of(2199, 1, 1))
                .statusCode(422)
                .body("violations.rule", contains("computed-not-to-come"));
        computed("C-W03", Accounts.TOWN, LAST).statusCode(404);
    }
}
