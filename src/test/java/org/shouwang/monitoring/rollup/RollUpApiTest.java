package org.shouwang.monitoring.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.monitoring.MonitoredCounty;
import org.shouwang.staff.NewCounty;
import org.shouwang.testsupport.SentStatements;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class RollUpApiTest {

    @Inject
    DataSource database;

    private MonitoredCounty county;

    @BeforeEach
    void aCounty() throws SQLException {
        county = MonitoredCounty.found(database);
    }

    @AfterEach
    void nothingIsLeft() throws SQLException {
        county.dissolve();
    }

    private ValidatableResponse rolledUp(String more) {
        return county.office()
                .get("/api/v1/indicator-roll-up?year=2026&quarter=1&area=" + MonitoredCounty.COUNTY + more)
                .then()
                .statusCode(200);
    }

    private void alsoOf(UUID value, String indicator, long area) throws SQLException {
        Sql.update(
                database,
                "insert into indicator_value select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(),"
                        + " 'area_code', ?, 'indicator_code', ?::text, 'numerator', 1, 'denominator', 2, 'value', 50))).*"
                        + " from indicator_value v where id = ?",
                area,
                indicator,
                value);
    }

    @Test
    void aCountyIsTheSumOfItsTownshipsOnceAllHavePublished() throws SQLException {
        UUID quarter = county.quarter(2026, 1);
        UUID line = county.lead("C-E02", MonitoredCounty.TOWN_COMMITTEE);
        rolledUp("").body("items", hasSize(0));
        UUID value = county.published(quarter, line, 90, 100);

        rolledUp("&indicator=C-E02")
                .body("items[0].numerator", equalTo(90))
                .body("items[0].value", nullValue())
                .body("items[0].missing.areaCode", contains(Long.toString(NewCounty.OTHER_TOWN)));
        alsoOf(value, "C-E02", NewCounty.OTHER_TOWN);
        rolledUp("&indicator=C-E02")
                .body("items[0].value", equalTo(89.22f))
                .body("items[0].missing", hasSize(0))
                .body("items[0].parts.areaCode", contains(MonitoredCounty.TOWN, Long.toString(NewCounty.OTHER_TOWN)))
                .body("items[0].parts.rank", contains(1, 2));
        county.office()
                .get("/api/v1/indicators/C-E02/trend?area=" + MonitoredCounty.TOWN)
                .then()
                .statusCode(200)
                .body("items.value", contains(90.0f))
                .body("items.years", contains(1));
    }

    @Test
    void moreIndicatorsAreNoMoreStatements() throws SQLException {
        UUID quarter = county.quarter(2026, 1);
        UUID value = county.published(quarter, county.lead("C-E02", MonitoredCounty.TOWN_COMMITTEE), 90, 100);
        int one = statements();
        for (String indicator : new String[] {"C-E03", "C-E04", "C-E05", "W-D01", "W-D02"}) {
            alsoOf(value, indicator, NewCounty.TOWN);
            alsoOf(value, indicator, NewCounty.OTHER_TOWN);
        }

        assertThat(statements()).isEqualTo(one);
        rolledUp("").body("items", hasSize(6));
    }

    private int statements() {
        try (SentStatements sent = SentStatements.start()) {
            rolledUp("");
            return sent.all().size();
        }
    }

    @Test
    void noVillagesAreComparedAndNoOthersCounty() {
        county.office()
                .get("/api/v1/indicator-roll-up?year=2026&area=" + MonitoredCounty.TOWN)
                .then()
                .statusCode(422)
                .body("violations.rule", contains("roll-up-level"));
        county.office()
                .get("/api/v1/indicator-roll-up?year=2026&area=610304000000")
                .then()
                .statusCode(404);
    }
}
