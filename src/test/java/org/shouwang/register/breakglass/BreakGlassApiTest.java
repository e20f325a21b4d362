package org.shouwang.register.breakglass;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;

/** A director of another town opens a file for some hours. */
@QuarkusTest
class BreakGlassApiTest {

    private static final String REASON = "孩子在我村亲戚家，需联系其监护人";

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    private RequestSpecification token;
    private Families.Household household;
    private UUID child;
    private UUID sibling;
    private UUID visit;

    @BeforeEach
    void familyOfAnotherTown() throws SQLException {
        household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        child = Families.register(Accounts.DIRECTOR, Accounts.VILLAGE, household, "HIGH");
        sibling = Families.register(Accounts.DIRECTOR, Accounts.VILLAGE, household, "LOW");
        visit = visited();
        Sql.update(database, """
                insert into child_category (id, child_id, category_code, start_date, status)
                values (?, ?, 'PARENT_IMPRISONED_OR_DRUG', '2026-01-01', 'APPROVED')
                """, UUID.randomUUID(), child);
        token = Accounts.OTHER_TOWN_DIRECTOR.request();
    }

    private UUID visited() {
        UUID id = UUID.randomUUID();
        Map<String, Object> form = Map.of(
                "householdId", household.id(),
                "method", "HOME",
                "purpose", "ROUTINE",
                "startedAt", clock.instant().minusSeconds(1800).toString(),
                "outcome", "MET_CHILD",
                "findings", "奶奶患病",
                "children", List.of(suspicious(child), suspicious(sibling)));
        Accounts.DIRECTOR
                .request()
                .body(form)
                .put("/api/v1/visits/{id}", id)
                .then()
                .statusCode(201);
        return id;
    }

    private static Map<String, Object> suspicious(UUID id) {
        return Map.of("childId", id, "met", true, "suspiciousInjury", true, "physicalToday", "NORMAL");
    }

    private RequestSpecification stranger() {
        return given().spec(token);
    }

    private static Map<String, Object> wish(UUID id, int hours) {
        return Map.of("id", id, "reason", REASON, "hours", hours);
    }

    private ValidatableResponse open(RequestSpecification worker, UUID of, Map<String, Object> wish) {
        return given().spec(worker)
                .body(wish)
                .post("/api/v1/children/{id}/break-glass", of)
                .then();
    }

    private UUID opened() {
        UUID grant = UUID.randomUUID();
        open(stranger(), child, wish(grant, 2)).statusCode(201);
        return grant;
    }

    @Test
    void aGrantShowsOneChildAndNoMore() throws SQLException {
        stranger().get("/api/v1/children/{id}", child).then().statusCode(404);

        UUID grant = opened();

        stranger()
                .get("/api/v1/children/{id}", child)
                .then()
                .statusCode(200)
                .body("residenceAddress", notNullValue())
                .body("categories.categoryCode", hasItem("LEFT_BEHIND"))
                .body("categories.categoryCode", not(hasItem("PARENT_IMPRISONED_OR_DRUG")));
        stranger().get("/api/v1/children/{id}", sibling).then().statusCode(404);
        stranger().get("/api/v1/households/{id}", household.id()).then().statusCode(404);
        stranger()
                .queryParam("limit", 500)
                .get("/api/v1/children")
                .then()
                .body("items.id", not(hasItem(child.toString())));
        assertThat(Sql.number(
                        database,
                        "select count(*) from access_log where subject_id = ? and action = 'child.look' and grant_id = ?",
                        child,
                        grant))
                .isOne();
    }

    @Test
    void aGrantShowsTheChildsVisitsWithoutItsFamilyAndWithoutClassR() {
        opened();

        stranger()
                .get("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(200)
                .body("children.childId", equalTo(List.of(child.toString())))
                .body("children[0].physicalToday", equalTo("NORMAL"))
                .body("children[0].suspiciousInjury", nullValue())
                .body("findings", nullValue());
        stranger()
                .queryParam("childId", child)
                .get("/api/v1/visits")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(visit.toString())))
                .body("items[0].children.childId", equalTo(List.of(child.toString())));
        Accounts.OTHER_TOWN_DIRECTOR
                .request()
                .queryParam("childId", sibling)
                .get("/api/v1/visits")
                .then()
                .body("items", empty());
    }

    @Test
    void aGrantIsForReadingOnly() {
        opened();

        stranger()
                .body(Families.child(Accounts.VILLAGE, household))
                .put("/api/v1/children/{id}", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void aGrantEndsByItself() {
        opened();
        try {
            Demo.advance(Duration.ofHours(2));

            stranger().get("/api/v1/children/{id}", child).then().statusCode(404);
        } finally {
            Demo.backToRealTime();
        }
    }

    @Test
    void thePrivacyOfficerIsToldAtOnceAndWithoutNames() throws SQLException {
        UUID grant = opened();

        Accounts.PRIVACY_OFFICER
                .request()
                .queryParam("limit", 500)
                .get("/api/v1/notifications")
                .then()
                .body("items.subjectId", hasItem(grant.toString()))
                .body("items.find { it.subjectId == '" + grant + "' }.event", equalTo("access-granted"))
                .body("items.find { it.subjectId == '" + grant + "' }.body", not(equalTo(REASON)));
        assertThat(Sql.number(database, "select count(*) from notification where subject_id = ? and urgent", grant))
                .isOne();
        assertThat(Sql.number(
                        database,
                        "select count(*) from audit where subject_id = ? and action = 'child.break-glass'",
                        child))
                .isOne();
    }

    @Test
    void withoutAPrivacyOfficerTheCountyAndItsAdministratorAreTold() throws SQLException {
        String officers = "update appointment set appointed_on = appointed_on + %d where role_code = 'PRIVACY_OFFICER'";
        Sql.update(database, officers.formatted(36_500));
        try {
            UUID grant = opened();

            assertThat(Sql.texts(database, """
                            select a.role_code from notification n join appointment a on a.id = n.appointment_id
                            where n.subject_id = ?
                            """, grant)).contains("COUNTY_CIVIL_AFFAIRS", "ADMINISTRATOR");
        } finally {
            Sql.update(database, officers.formatted(-36_500));
        }
    }

    @Test
    void whereNobodyCanBeToldNothingIsOpened() throws SQLException {
        String watchful = "update appointment set appointed_on = appointed_on + %d"
                + " where role_code in ('PRIVACY_OFFICER', 'COUNTY_CIVIL_AFFAIRS', 'ADMINISTRATOR')";
        UUID grant = UUID.randomUUID();
        Sql.update(database, watchful.formatted(36_500));
        try {
            open(stranger(), child, wish(grant, 2))
                    .statusCode(422)
                    .body("violations[0].rule", equalTo("nobody-to-tell"));
        } finally {
            Sql.update(database, watchful.formatted(-36_500));
        }
        assertThat(Sql.number(database, "select count(*) from access_grant where id = ?", grant))
                .isZero();
    }

    @Test
    void theOfficerReadsTheReasonAndEndsTheGrant() {
        UUID grant = opened();
        RequestSpecification officer = Accounts.PRIVACY_OFFICER.request();
        given().spec(officer)
                .get("/api/v1/grants")
                .then()
                .statusCode(200)
                .body("items[0].grantId", equalTo(grant.toString()))
                .body("items[0].reason", equalTo(REASON))
                .body("items[0].childId", equalTo(child.toString()));

        given().spec(officer)
                .post("/api/v1/grants/{id}/revocation", grant)
                .then()
                .statusCode(200)
                .body("revokedAt", notNullValue());

        stranger().get("/api/v1/children/{id}", child).then().statusCode(404);
        given().spec(officer)
                .post("/api/v1/grants/{id}/revocation", grant)
                .then()
                .statusCode(200);
        given().spec(officer)
                .post("/api/v1/grants/{id}/revocation", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void grantsComePageByPageNewestFirst() {
        UUID first = opened();
        UUID second = UUID.randomUUID();
        open(stranger(), sibling, wish(second, 1)).statusCode(201);

        String next = Accounts.PRIVACY_OFFICER
                .request()
                .queryParam("limit", 1)
                .get("/api/v1/grants")
                .then()
                .body("items.grantId", equalTo(List.of(second.toString())))
                .extract()
                .path("next");

        Accounts.PRIVACY_OFFICER
                .request()
                .queryParams("limit", 1, "cursor", next)
                .get("/api/v1/grants")
                .then()
                .body("items.grantId", equalTo(List.of(first.toString())));
    }

    @Test
    void theSameWishAgainIsAnsweredAndNotGrantedAgain() throws SQLException {
        UUID grant = opened();

        open(stranger(), child, wish(grant, 2)).statusCode(200).body("grantId", equalTo(grant.toString()));

        open(stranger(), child, wish(grant, 3)).statusCode(409);
        open(stranger(), sibling, wish(grant, 2)).statusCode(409);
        open(Accounts.HOSTED_DIRECTOR.request(), child, wish(grant, 2)).statusCode(404);
        assertThat(Sql.number(database, "select count(*) from notification where subject_id = ?", grant))
                .isOne();
    }

    @Test
    void whatCannotBeOpenedIsRefused() {
        open(stranger(), UUID.randomUUID(), wish(UUID.randomUUID(), 2)).statusCode(404);
        open(Accounts.DIRECTOR.request(), child, wish(UUID.randomUUID(), 2))
                .statusCode(422)
                .body("violations[0].rule", equalTo("readable-already"));
        open(Accounts.EXECUTIVE.request(), child, wish(UUID.randomUUID(), 2)).statusCode(403);
        open(stranger(), child, wish(UUID.randomUUID(), 25)).statusCode(422);
        open(stranger(), child, wish(UUID.randomUUID(), 0)).statusCode(422);
        open(stranger(), child, Map.of("id", UUID.randomUUID(), "reason", "急    事       ", "hours", 1))
                .statusCode(422);
        open(stranger(), child, Map.of("id", UUID.randomUUID(), "hours", 1)).statusCode(422);
    }

    @Test
    void theReasonIsSealed() throws SQLException {
        UUID grant = opened();

        byte[] stored = Sql.bytes(database, "select reason_cipher from access_grant where id = ?", grant)
                .get(0);

        assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("孩子");
    }

    @Test
    void aGrantEndsWithThePostThatItWasGivenTo() throws SQLException {
        UUID grant = opened();
        String move = "update access_grant set appointment_id = ?, role_code = 'WOMENS_EXECUTIVE' where id = ?";
        Sql.update(database, move, Accounts.EXECUTIVE.appointment("WOMENS_EXECUTIVE"), grant);

        stranger().get("/api/v1/children/{id}", child).then().statusCode(404);
        Accounts.EXECUTIVE.request().get("/api/v1/children/{id}", child).then().statusCode(403);
    }
}
