package org.shouwang.monitoring.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.monitoring.MonitoredCounty;
import org.shouwang.testsupport.SentStatements;

/** However many indicators, units, quarters and counties there are, no more statements are sent. */
@QuarkusTest
class BoundedStatementsApiTest {

    private static final String WALL = "/api/v1/supervision/wall-chart";

    @Inject
    AgroalDataSource database;

    private MonitoredCounty county;
    private CountyYear year;

    @BeforeEach
    void aCounty() throws SQLException {
        county = MonitoredCounty.found(database);
        year = new CountyYear(database);
    }

    @AfterEach
    void nothingIsLeft() throws SQLException {
        year.forget();
        county.dissolve();
    }

    private int statements(String path) {
        try (SentStatements log = SentStatements.start()) {
            county.office().get(path).then().statusCode(200);
            return log.all().size();
        }
    }

    @Test
    void aYearTakesNoMoreStatementsThanOneValue() throws Exception {
        UUID line = county.lead("C-E02", MonitoredCounty.EDUCATION);
        UUID period = county.quarter(2026, 4);
        county.published(period, line, 3180, 4000);
        UUID bulletin = UUID.randomUUID();
        county.office()
                .body(Map.of("periodId", period, "ranked", true))
                .put("/api/v1/bulletins/" + bulletin)
                .then()
                .statusCode(201);
        String workbook = "/api/v1/collection-periods/" + period + "/workbook";
        int ofBulletin = statements("/api/v1/bulletins/" + bulletin);
        int ofWorkbook = statements(workbook);
        int ofWall = statements(WALL);

        year.fill();
        year.city();

        assertThat(statements("/api/v1/bulletins/" + bulletin))
                .isEqualTo(ofBulletin)
                .isLessThan(20);
        assertThat(statements(WALL)).isEqualTo(ofWall).isLessThan(10);
        assertThat(statements(workbook)).isEqualTo(ofWorkbook).isLessThan(20);
        county.office()
                .get("/api/v1/bulletins/" + bulletin)
                .then()
                .body("content.units.size()", greaterThan(30))
                .body("content.indicators", hasSize(88));
        county.office().get(WALL).then().body("units", hasSize(12)).body("units[0].lettersOverdue", greaterThan(0));
    }
}
