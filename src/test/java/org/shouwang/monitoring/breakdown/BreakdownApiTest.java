package org.shouwang.monitoring.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.monitoring.MonitoredCounty;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

@QuarkusTest
class BreakdownApiTest {

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

    private static ValidatableResponse claim(RequestSpecification who, UUID line, UUID id, String measures) {
        return who.body(Map.of("id", id, "measures", measures))
                .post("/api/v1/responsibilities/{id}/claim", line)
                .then();
    }

    private ValidatableResponse withdraw(UUID line) {
        return county.office()
                .body(Map.of("id", UUID.randomUUID(), "reason", "牵头单位有误"))
                .post("/api/v1/responsibilities/{id}/withdrawal", line)
                .then();
    }

    /** Issued by the office, claimed by the unit's liaison and by nobody else, seen by both. */
    @Test
    void aUnitClaimsWhatItIsMadeToAnswerFor() throws SQLException {
        UUID line = UUID.randomUUID();
        UUID claim = UUID.randomUUID();
        county.issue(line, "C-E02", MonitoredCounty.EDUCATION, "LEAD")
                .statusCode(201)
                .body("unitName", equalTo(MonitoredCounty.EDUCATION));
        county.issue(line, "C-E02", MonitoredCounty.EDUCATION, "LEAD").statusCode(200);
        county.issue(line, "C-E03", MonitoredCounty.EDUCATION, "LEAD").statusCode(409);

        claim(Accounts.EDUCATION_LIAISON.request(), line, UUID.randomUUID(), "不归我管")
                .statusCode(404);
        claim(county.liaison(), line, claim, "新增学位600个").statusCode(200).body("claimedAt", notNullValue());
        claim(county.liaison(), line, claim, "新增学位600个").statusCode(200).body("version", equalTo(1));
        claim(county.liaison(), line, UUID.randomUUID(), "新增学位600个").statusCode(409);

        county.liaison()
                .get("/api/v1/responsibilities?year=2026")
                .then()
                .statusCode(200)
                .body("items.claimedMeasures", contains("新增学位600个"));
        county.statistics()
                .get("/api/v1/responsibilities?year=2026&indicator=C-E02")
                .then()
                .body("items", hasSize(1));
        assertThat(Sql.number(database, "select count(*) from audit where subject_id = ?", line))
                .isEqualTo(2);
    }

    @Test
    void theIdOfAnActIsNotGivenToAnother() {
        UUID id = UUID.randomUUID();
        UUID one = county.lead("C-E02", MonitoredCounty.EDUCATION);
        UUID other = county.lead("C-E03", MonitoredCounty.EDUCATION);
        UUID quarter = county.quarter(2026, 1);
        UUID next = county.quarter(2026, 2);
        claim(county.liaison(), one, id, "新增学位600个").statusCode(200);
        close(quarter, id).statusCode(200);

        claim(county.liaison(), other, id, "新增学位600个").statusCode(409).body("type", containsString("id-reused"));
        county.office()
                .body(Map.of("id", id, "reason", "牵头单位有误"))
                .post("/api/v1/responsibilities/{id}/withdrawal", other)
                .then()
                .statusCode(409)
                .body("type", containsString("id-reused"));
        close(next, id).statusCode(409).body("type", containsString("id-reused"));
    }

    private ValidatableResponse close(UUID period, UUID id) {
        return county.office()
                .body(Map.of("id", id))
                .post("/api/v1/collection-periods/{id}/closing", period)
                .then();
    }

    @Test
    void exactlyOneUnitLeads() throws Exception {
        UUID line = UUID.randomUUID();
        county.issue(UUID.randomUUID(), "C-E02", MonitoredCounty.EDUCATION, "SUPPORT")
                .statusCode(422)
                .body("violations.rule", contains("responsibility-lead-first"));

        List<Integer> together = Together.statuses(List.of(
                () -> county.issue(line, "C-E02", MonitoredCounty.EDUCATION, "LEAD")
                        .extract()
                        .statusCode(),
                () -> county.issue(UUID.randomUUID(), "C-E02", MonitoredCounty.EDUCATION, "LEAD")
                        .extract()
                        .statusCode()));

        assertThat(together).containsExactlyInAnyOrder(201, 422);
        UUID led = UUID.fromString(county.office()
                .get("/api/v1/responsibilities?year=2026")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id"));
        withdraw(led).statusCode(200).body("withdrawalReason", equalTo("牵头单位有误"));
        withdraw(led).statusCode(409);
        county.issue(UUID.randomUUID(), "C-E02", MonitoredCounty.EDUCATION, "LEAD")
                .statusCode(201);
    }
}
