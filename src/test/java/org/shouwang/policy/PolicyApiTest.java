package org.shouwang.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.staff.NewCounty;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

/** A county of a province that does not exist decides how often its children are visited. */
@QuarkusTest
class PolicyApiTest {

    private static final long PROVINCE = 990_000_000_000L;
    private static final String COUNTY = Long.toString(NewCounty.COUNTY);
    private static final String TOWN = Long.toString(NewCounty.TOWN);
    private static final String VILLAGE = Long.toString(NewCounty.VILLAGE);

    @Inject
    DataSource database;

    @Inject
    Rulebooks rulebooks;

    @Inject
    RenewRulebook renew;

    @Inject
    FollowUpPolicies policies;

    private NewCounty county;
    private String office;
    private LocalDate tomorrow;

    @BeforeEach
    void aCountyWithItsOffice() throws SQLException {
        county = NewCounty.found(database);
        county.appoint(Accounts.STATISTICS, "COUNTY_CIVIL_AFFAIRS", NewCounty.COUNTY);
        office = Accounts.STATISTICS.token();
        tomorrow = Demo.today().plusDays(1);
    }

    @AfterEach
    void nothingIsLeft() throws SQLException {
        Demo.backToRealTime();
        PolicyTables.clear(database, rulebooks, PROVINCE);
        Sql.update(
                database,
                "update area set administered_by_area_code = null where code between ? and ?",
                NewCounty.COUNTY,
                NewCounty.COUNTY + 999_999);
        county.dissolve();
        rulebooks.refresh().await().indefinitely();
    }

    private RequestSpecification office() {
        return Accounts.with(office);
    }

    private static ValidatableResponse put(RequestSpecification who, UUID id, Map<String, Object> form) {
        return who.body(form).put("/api/v1/policies/{id}", id).then();
    }

    private UUID recorded(String area, LocalDate from) {
        UUID id = UUID.randomUUID();
        put(office(), id, PolicyForms.tenDays(area, from)).statusCode(201);
        return id;
    }

    private ValidatableResponse at(String place) {
        return office().get("/api/v1/policies?at=" + place).then().statusCode(200);
    }

    private ValidatableResponse withdraw(RequestSpecification who, UUID policy, UUID id, String reason) {
        return who.body(Map.of("id", id, "reason", reason))
                .post("/api/v1/policies/{id}/withdrawal", policy)
                .then();
    }

    private int visitsOfHigh(long place) {
        return policies.at(new AreaCode(place)).at("HIGH").homeVisitDays();
    }

    @Test
    void aVersionIsAnnouncedAndHoldsFromItsDay() {
        UUID id = recorded(COUNTY, tomorrow);

        at(VILLAGE)
                .body("source", equalTo("STANDARD"))
                .body("areaCode", nullValue())
                .body("levels[1].homeVisitDays", equalTo(14))
                .body("next.id", equalTo(id.toString()))
                .body("history.id", contains(id.toString()));
        assertThat(visitsOfHigh(NewCounty.VILLAGE)).isEqualTo(14);
        Demo.moveTo(tomorrow, LocalTime.of(0, 1));

        at(VILLAGE)
                .body("source", equalTo("VERSION"))
                .body("areaCode", equalTo(COUNTY))
                .body("policyId", equalTo(id.toString()))
                .body("levels.riskLevel", contains("CRITICAL", "HIGH", "MEDIUM", "LOW", "NORMAL"))
                .body("levels[1].homeVisitDays", equalTo(10))
                .body("categoryFloors.categoryCode", hasItem("OUT_OF_SCHOOL"))
                .body("categoryFloors.categoryCode", hasItem("ORPHAN_SCATTERED"))
                .body("newFileFirstVisit.amount", equalTo(3))
                .body("next", nullValue());
        assertThat(visitsOfHigh(NewCounty.VILLAGE)).isEqualTo(10);
        assertThat(visitsOfHigh(Long.parseLong(Accounts.VILLAGE))).isEqualTo(14);
    }

    @Test
    void aNearerAreaDecidesForItself() {
        UUID ofCounty = recorded(COUNTY, tomorrow);
        UUID ofTown = recorded(TOWN, tomorrow.plusDays(1));

        Demo.moveTo(tomorrow.plusDays(1), LocalTime.NOON);

        at(VILLAGE)
                .body("policyId", equalTo(ofTown.toString()))
                .body("history.id", contains(ofTown.toString(), ofCounty.toString()));
        at(Long.toString(NewCounty.OTHER_VILLAGE)).body("policyId", equalTo(ofCounty.toString()));
    }

    @Test
    void aVersionIsReadByWhoeverIsSignedIn() {
        UUID id = recorded(COUNTY, tomorrow);

        Accounts.DIRECTOR
                .request()
                .get("/api/v1/policies/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("areaCode", equalTo(COUNTY))
                .body("name", equalTo("试验随访标准"))
                .body("documentNumber", equalTo("试民发〔2026〕1号"))
                .body("validFrom", equalTo(tomorrow.toString()));
        Accounts.DIRECTOR
                .request()
                .get("/api/v1/policies/{id}", UUID.randomUUID())
                .then()
                .statusCode(404);
        Accounts.DIRECTOR
                .request()
                .get("/api/v1/policies?at=990199000000")
                .then()
                .statusCode(404);
    }

    @Test
    void theSameAgainIsAnsweredAndAnotherBodyIsNot() throws SQLException {
        UUID id = recorded(COUNTY, tomorrow);

        put(office(), id, PolicyForms.tenDays(COUNTY, tomorrow)).statusCode(200).body("id", equalTo(id.toString()));
        put(office(), id, PolicyForms.tenDays(COUNTY, tomorrow.plusDays(1)))
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:id-reused"));

        assertThat(audited(id, "policy.record")).isEqualTo(1);
    }

    private long audited(UUID id, String action) throws SQLException {
        return Sql.number(database, "select count(*) from audit where subject_id = ? and action = ?", id, action);
    }

    @Test
    void oneVersionOfAnAreaBeginsOnADay() throws Exception {
        List<Integer> statuses = Together.statuses(List.of(
                () -> put(office(), UUID.randomUUID(), PolicyForms.tenDays(COUNTY, tomorrow))
                        .extract()
                        .statusCode(),
                () -> put(office(), UUID.randomUUID(), PolicyForms.tenDays(COUNTY, tomorrow))
                        .extract()
                        .statusCode()));

        assertThat(statuses).containsExactlyInAnyOrder(201, 422);
        put(office(), UUID.randomUUID(), PolicyForms.tenDays(COUNTY, tomorrow))
                .statusCode(422)
                .body("violations.rule", contains("policy-day-taken"));
    }

    @Test
    void aVersionThatHasNotBegunIsTakenBack() throws SQLException {
        UUID id = recorded(COUNTY, tomorrow);
        UUID withdrawal = UUID.randomUUID();

        withdraw(office(), id, withdrawal, "文件未通过审核").statusCode(200).body("withdrawalReason", equalTo("文件未通过审核"));
        withdraw(office(), id, withdrawal, "文件未通过审核").statusCode(200);
        withdraw(office(), id, withdrawal, "另有原因")
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:id-reused"));
        withdraw(office(), id, UUID.randomUUID(), "文件未通过审核")
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:state-conflict"));

        at(VILLAGE).body("next", nullValue()).body("history", hasSize(1));
        assertThat(audited(id, "policy.withdraw")).isEqualTo(1);
        recorded(COUNTY, tomorrow);
    }

    @Test
    void aWithdrawalIsOfOneVersion() {
        UUID first = recorded(COUNTY, tomorrow);
        UUID second = recorded(TOWN, tomorrow);
        UUID withdrawal = UUID.randomUUID();
        withdraw(office(), first, withdrawal, "试验").statusCode(200);

        withdraw(office(), second, withdrawal, "试验").statusCode(409);
    }

    @Test
    void whatHasBegunStays() {
        UUID id = recorded(COUNTY, tomorrow);
        Demo.moveTo(tomorrow, LocalTime.of(0, 1));

        withdraw(office(), id, UUID.randomUUID(), "试验")
                .statusCode(422)
                .body("violations.rule", contains("policy-begun"));

        at(VILLAGE).body("policyId", equalTo(id.toString()));
    }

    @Test
    void onlyTheOfficeOfTheAreaDecides() {
        UUID id = recorded(COUNTY, tomorrow);
        Map<String, Object> form = PolicyForms.tenDays(COUNTY, tomorrow.plusDays(1));

        put(Accounts.DIRECTOR.request(), UUID.randomUUID(), form).statusCode(403);
        put(Accounts.COUNTY.request(), UUID.randomUUID(), form).statusCode(404);
        put(Accounts.COUNTY.request(), id, PolicyForms.tenDays(COUNTY, tomorrow))
                .statusCode(404);
        withdraw(Accounts.DIRECTOR.request(), id, UUID.randomUUID(), "试验").statusCode(403);
        withdraw(Accounts.COUNTY.request(), id, UUID.randomUUID(), "试验").statusCode(404);
        withdraw(Accounts.COUNTY.request(), UUID.randomUUID(), UUID.randomUUID(), "试验")
                .statusCode(404);
        put(Accounts.INSTANCE_ADMINISTRATOR.request(), UUID.randomUUID(), form).statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"990105101200, policy-no-village", "990199000000, area-exists"})
    void aStandardIsOfATownshipOrAnAreaAbove(String area, String rule) {
        put(Accounts.INSTANCE_ADMINISTRATOR.request(), UUID.randomUUID(), PolicyForms.tenDays(area, tomorrow))
                .statusCode(422)
                .body("violations.field", contains("areaCode"))
                .body("violations.rule", contains(rule));
    }

    @Test
    void whatMakesNoSenseIsRefusedInFull() {
        Map<String, Object> form = PolicyForms.tenDays(COUNTY, Demo.today());
        form.put("categoryFloors", List.of(Map.of("categoryCode", "PUPIL", "riskLevel", "HIGH")));

        put(office(), UUID.randomUUID(), form)
                .statusCode(422)
                .body("violations.field", contains("validFrom", "categoryFloors[0].categoryCode"))
                .body("violations.rule", contains("policy-not-before-tomorrow", "policy-category-known"));
    }

    /** Else it would be read as nought, which is "at once". */
    @Test
    void aNumberThatWasForgottenIsNotNought() {
        Map<String, Object> form = PolicyForms.tenDays(COUNTY, tomorrow);
        form.put("levels", PolicyForms.without(form, "escalateTownshipAfterDays"));

        put(office(), UUID.randomUUID(), form).statusCode(400);

        at(VILLAGE).body("history", hasSize(0));
    }

    @Test
    void aTownGoesByWhoRunsIt() throws SQLException {
        recorded(COUNTY, tomorrow);
        Demo.moveTo(tomorrow, LocalTime.NOON);

        Sql.update(database, "update area set administered_by_area_code = 610304000000 where code = ?", NewCounty.TOWN);

        at(VILLAGE).body("source", equalTo("STANDARD")).body("history", hasSize(0));
        at(Long.toString(NewCounty.OTHER_VILLAGE)).body("source", equalTo("VERSION"));
    }

    /** What a test writes past this node is what another node does. */
    @Test
    void whatAnotherNodeHasChangedIsTakenOverAtTheNextLook() throws SQLException {
        recorded(COUNTY, tomorrow);
        Demo.moveTo(tomorrow, LocalTime.NOON);
        assertThat(visitsOfHigh(NewCounty.VILLAGE)).isEqualTo(10);
        Sql.update(database, "delete from follow_up_policy where area_code = ?", NewCounty.COUNTY);
        assertThat(visitsOfHigh(NewCounty.VILLAGE)).isEqualTo(10);

        renew.runOnce().await().indefinitely();

        assertThat(visitsOfHigh(NewCounty.VILLAGE)).isEqualTo(14);
    }

    @Test
    void whereNothingHasChangedNothingIsRead() {
        policies.refresh().await().indefinitely();
        Rulebook before = rulebooks.current();

        policies.refresh().await().indefinitely();

        assertThat(rulebooks.current()).isSameAs(before);
    }
}
