package org.shouwang.monitoring.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

@QuarkusTest
class TargetApiTest {

    private static final String DISTRICT = "610304000000";

    @Inject
    DataSource database;

    private String office = "";

    @BeforeEach
    void anOffice() {
        office = Accounts.COMMITTEE.token();
    }

    @AfterEach
    void noTargets() throws SQLException {
        Sql.update(database, "delete from indicator_target where plan = '试验规划'");
    }

    private ValidatableResponse put(UUID id, Map<String, Object> form) {
        return Accounts.with(office)
                .body(form)
                .put("/api/v1/areas/{code}/indicator-targets/{id}", DISTRICT, id)
                .then();
    }

    private static Map<String, Object> atLeast(int value) {
        return new HashMap<>(
                Map.of("indicatorCode", "C-E02", "plan", "试验规划", "year", 2027, "operator", "GE", "value", value));
    }

    private ValidatableResponse targets(String area, String query) {
        return Accounts.EDUCATION_LIAISON
                .request()
                .get("/api/v1/areas/{code}/indicator-targets?indicator=C-E02" + query, area)
                .then()
                .statusCode(200);
    }

    @Test
    void theCatalogueIsReadByRoundAndDomain() {
        Accounts.with(office)
                .get("/api/v1/indicators?round=CN-W-2021-2030")
                .then()
                .statusCode(200)
                .body("items", hasSize(34));
        Accounts.with(office)
                .get("/api/v1/indicators?domain=CHILD_EDUCATION")
                .then()
                .statusCode(200)
                .body("items", hasSize(8))
                .body("items.leadUnit", everyItem(equalTo("教育")));
        Accounts.with(office)
                .get("/api/v1/indicators/C-E03")
                .then()
                .statusCode(200)
                .body("target.soft", equalTo(true))
                .body("target.level", equalTo("NATIONAL"))
                .body("catalogueVersion", equalTo("2026-1"));
        Accounts.with(office).get("/api/v1/indicators/X-1").then().statusCode(404);
        Accounts.with(office).get("/api/v1/indicators?version=none").then().statusCode(404);
    }

    /** Decided, repeated, replaced; what was before stays readable, and the township sees what the county asks. */
    @Test
    void aTargetIsReplacedAndNeverLost() throws Exception {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        put(first, atLeast(88)).statusCode(201).body("target.areaCode", equalTo(DISTRICT));
        put(first, atLeast(88)).statusCode(200).body("id", equalTo(first.toString()));
        put(first, atLeast(89)).statusCode(409);
        put(UUID.randomUUID(), atLeast(90)).statusCode(422).body("violations.rule", contains("target-stands"));

        Map<String, Object> stricter = atLeast(90);
        stricter.put("replaces", first);
        put(second, stricter).statusCode(201).body("replaces", equalTo(first.toString()));
        List<Integer> late = Together.statuses(List.of(
                () -> put(UUID.randomUUID(), replacing(second, 91)).extract().statusCode(),
                () -> put(UUID.randomUUID(), replacing(second, 92)).extract().statusCode()));

        assertThat(late).containsExactlyInAnyOrder(201, 422);
        targets(Accounts.TOWN, "&year=2027").body("items", hasSize(1));
        targets(DISTRICT, "&history=true").body("items", hasSize(3));
        assertThat(Sql.number(
                        database,
                        "select count(*) from audit where action = 'indicator-target.decide' and subject_id in (?, ?)",
                        first,
                        second))
                .isEqualTo(2);
    }

    private static Map<String, Object> replacing(UUID earlier, int value) {
        Map<String, Object> form = atLeast(value);
        form.put("replaces", earlier);
        return form;
    }

    @Test
    void whatMakesNoSenseIsRefusedInFull() {
        Map<String, Object> form = atLeast(5);
        form.put("operator", "LE");
        form.put("upper", 3);

        put(UUID.randomUUID(), form)
                .statusCode(422)
                .body("violations.rule", contains("target-operator-fits", "target-upper-of-band"));
        put(UUID.randomUUID(), Map.of("indicatorCode", "X-1", "plan", "试验规划", "year", 2027, "operator", "RISING"))
                .statusCode(422)
                .body("violations.rule", contains("indicator-known"));
    }
}
