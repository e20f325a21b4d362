package org.shouwang.register.child;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Families.Household;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class ChildApiTest {

    private static final String PATH = "/api/v1/children/{id}";
    private static final String LIST = "/api/v1/children";

    @Inject
    DataSource database;

    private final UUID id = UUID.randomUUID();
    private Household household;
    private Map<String, Object> form;

    @BeforeEach
    void settle() {
        household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        form = Families.child(Accounts.VILLAGE, household);
    }

    @Test
    void aFileIsMadeOnceAndShownWithMasks() {
        String number = form.get("idNumber").toString();
        put(201).header("ETag", equalTo("\"0\"")).body("fileStatus", equalTo("ACTIVE"));

        Accounts.DIRECTOR
                .request()
                .get(PATH, id)
                .then()
                .statusCode(200)
                .body("idNumberMasked", equalTo("**************" + number.substring(14)))
                .body("idNumber", nullValue())
                .body("residenceAddress", equalTo("阳平镇上河滩 12 号"))
                .body("residenceAreaCode", equalTo(Accounts.VILLAGE))
                .body("riskLevel", equalTo("MEDIUM"))
                .body("assessment.modelVersion", equalTo("MANUAL-1"))
                .body("categories.categoryCode", equalTo(List.of("LEFT_BEHIND")))
                .body("categories.status", equalTo(List.of("CLAIMED")))
                .body("members.relationCode", containsInAnyOrder("62", "51"))
                .body("lastVerifiedAt", notNullValue())
                .body(
                        "responsibleAppointmentId",
                        equalTo(Accounts.DIRECTOR
                                .appointment("CHILDREN_DIRECTOR")
                                .toString()));
    }

    @Test
    void theSameRequestAgainChangesNothingAndAnotherBodyIsRefused() {
        put(201);
        put(200).body("version", equalTo(0));

        form.put("remark", "other");

        put(409).body("type", equalTo("urn:shouwang:problem:id-reused"));
        Accounts.DIRECTOR.request().get(PATH, id).then().body("remark", nullValue());
    }

    @Test
    void levelAndStateComeFromTheServerAlone() {
        form.put("riskLevel", "NORMAL");
        form.put("fileStatus", "CLOSED");

        put(201).body("riskLevel", equalTo("MEDIUM")).body("fileStatus", equalTo("ACTIVE"));
    }

    @Test
    void nobodyOfAnotherTownFindsIt() {
        put(201);

        Accounts other = Accounts.OTHER_TOWN_DIRECTOR;

        other.request().get(PATH, id).then().statusCode(404);
        other.request().body(form).put(PATH, id).then().statusCode(404);
        other.request().body(form).put(PATH, UUID.randomUUID()).then().statusCode(404);
        other.request()
                .queryParam("limit", 500)
                .get(LIST)
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id.toString())));
        other.request().queryParam("area", Accounts.TOWN).get(LIST).then().body("items", hasSize(0));
        Accounts.ADMINISTRATOR.request().get(PATH, id).then().statusCode(403);
        Accounts.ADMINISTRATOR.request().get(LIST).then().statusCode(403);
    }

    @Test
    void aHouseholdOutsideTheScopeIsNotKnown() {
        Household stranger = Families.settle(Accounts.OTHER_TOWN_DIRECTOR, "610304106200");
        form = Families.child(Accounts.VILLAGE, stranger);

        put(422).body("violations.rule", equalTo(List.of("household-known")))
                .body("violations.field", equalTo(List.of("householdId")));
    }

    @Test
    void aSecondActiveFileOfOnePersonIsRefused() {
        put(201);
        Map<String, Object> second = Families.child(Accounts.VILLAGE, household);
        second.put("idNumber", " " + form.get("idNumber"));

        Accounts.DIRECTOR
                .request()
                .body(second)
                .put(PATH, UUID.randomUUID())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:already-registered"));
    }

    @Test
    void everythingWrongIsNamedAtOnceAndNothingIsWritten() {
        form.put("fullName", "王");
        form.put("sexCode", "2");
        form.put("birthDate", "2016-05-03");
        form.put("residenceAreaCode", Accounts.TOWN);
        form.put("hukouAreaCode", "999999999999");
        form.put("ruralHukou", false);
        form.put("noticeGivenAt", "2999-01-01T00:00:00Z");
        form.put(
                "members",
                List.of(
                        Families.link(UUID.randomUUID(), "51", true),
                        Families.link(household.grandmother(), "62", true)));
        form.put("assessment", Map.of("id", UUID.randomUUID(), "riskLevel", "LOW", "assessedOn", "2999-01-01"));

        Accounts.COORDINATOR
                .request()
                .body(form)
                .put(PATH, id)
                .then()
                .statusCode(422)
                .body(
                        "violations.findAll { it }.collect { it.field + ' ' + it.rule }",
                        containsInAnyOrder(
                                "fullName person-name",
                                "sexCode as-identity-number",
                                "birthDate as-identity-number",
                                "residenceAreaCode village",
                                "hukouAreaCode area-exists",
                                "categories[0].categoryCode rural-hukou",
                                "noticeGivenAt not-in-future",
                                "members[0].memberId household-member",
                                "members one-caregiver",
                                "assessment.assessedOn not-in-future"));

        Accounts.COORDINATOR.request().get(PATH, id).then().statusCode(404);
    }

    @Test
    void whatCannotBeReadIsSaid() {
        form.put("livingStatus", "ON_THE_MOON");
        put(400).body("violations[0].field", equalTo("livingStatus"));

        form.put("livingStatus", "AT_HOME");
        form.put("birthDate", "2016-02-30");

        put(400).body("violations[0].field", equalTo("birthDate"));
        Accounts.DIRECTOR
                .request()
                .queryParam("riskLevel", "SEVERE")
                .get(LIST)
                .then()
                .statusCode(400);
        Accounts.DIRECTOR
                .request()
                .queryParam("category", "TALL")
                .get(LIST)
                .then()
                .statusCode(400);
        Accounts.DIRECTOR
                .request()
                .queryParam("cursor", "nonsense")
                .get(LIST)
                .then()
                .statusCode(400);
    }

    @Test
    void anIdOfAnotherAssessmentIsNotTaken() {
        put(201);
        Map<String, Object> second = Families.child(Accounts.VILLAGE, household);
        second.put("assessment", form.get("assessment"));

        Accounts.DIRECTOR
                .request()
                .body(second)
                .put(PATH, UUID.randomUUID())
                .then()
                .statusCode(409);
    }

    @Test
    void aListFiltersByAreaLevelAndCategoryOfToday() throws SQLException {
        form.put("assessment", Families.assessment("CRITICAL"));
        put(201);
        UUID normal = Families.register(Accounts.DIRECTOR, Accounts.VILLAGE, household, "NORMAL");
        Sql.update(database, "update child_category set end_date = '2026-01-31' where child_id = ?", normal);

        Accounts.COORDINATOR
                .request()
                .queryParams(Map.of("area", Accounts.VILLAGE, "riskLevel", "CRITICAL", "limit", 500))
                .get(LIST)
                .then()
                .statusCode(200)
                .body("items.riskLevel", everyItem(equalTo("CRITICAL")))
                .body("items.id", hasItem(id.toString()))
                .body("items[0].residenceAddress", nullValue())
                .body("items[0].idNumberMasked", notNullValue());
        Accounts.COORDINATOR
                .request()
                .queryParams(Map.of("category", "LEFT_BEHIND", "area", Accounts.VILLAGE, "limit", 500))
                .get(LIST)
                .then()
                .body("items.categories", everyItem(hasItem("LEFT_BEHIND")))
                .body("items.id", hasItem(id.toString()))
                .body("items.id", not(hasItem(normal.toString())));
    }

    @Test
    void aListGoesOnWhereItEnded() {
        put(201);
        UUID second = Families.register(Accounts.DIRECTOR, Accounts.VILLAGE, household, "LOW");

        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            var request = Accounts.DIRECTOR.request().queryParam("limit", 7);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(LIST)
                    .then()
                    .statusCode(200)
                    .extract();
            found.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(found).doesNotHaveDuplicates().contains(id.toString(), second.toString());
    }

    @Test
    void categoriesOfClassRAreForTheCountyAlone() throws SQLException {
        put(201);
        Sql.update(database, """
                insert into child_category (id, child_id, category_code, start_date, status)
                values (?, ?, 'HIV_AFFECTED', '2026-01-01', 'APPROVED')
                """, UUID.randomUUID(), id);

        Map<String, Object> hiv = Map.of("category", "HIV_AFFECTED", "limit", 500);

        Accounts.COUNTY.request().get(PATH, id).then().body("categories.categoryCode", hasItem("HIV_AFFECTED"));
        Accounts.COUNTY.request().queryParams(hiv).get(LIST).then().body("items.id", hasItems(id.toString()));
        for (Accounts village : List.of(Accounts.DIRECTOR, Accounts.COORDINATOR)) {
            village.request().get(PATH, id).then().body("categories.categoryCode", equalTo(List.of("LEFT_BEHIND")));
            village.request().queryParams(hiv).get(LIST).then().statusCode(403);
            village.request()
                    .queryParams(Map.of("area", Accounts.VILLAGE, "limit", 500))
                    .get(LIST)
                    .then()
                    .body("items.find { it.id == '%s' }.categories".formatted(id), equalTo(List.of("LEFT_BEHIND")));
        }
        put(200).body("categories.categoryCode", equalTo(List.of("LEFT_BEHIND")));
    }

    @Test
    void aVillageMayNotClaimACategoryOfClassR() {
        form.put("categories", List.of(Families.category("PARENT_IMPRISONED_OR_DRUG", "2026-01-01")));

        put(403);
    }

    @Test
    void numbersAndAddressesAreNotReadableInTheTable() throws SQLException {
        put(201);

        List<byte[]> closed = Sql.bytes(database, """
                select id_number_cipher, id_number_hash, hukou_address_cipher, residence_address_cipher
                from child where id = ?
                """, id);

        assertThat(closed).hasSize(4).allSatisfy(bytes -> assertThat(new String(bytes, UTF_8))
                .doesNotContain(form.get("idNumber").toString(), "上河滩"));
    }

    @Test
    void aNewFileHasAResidenceATrailAndAPlaceInTheFeed() throws SQLException {
        put(201);
        Accounts.DIRECTOR.request().get(PATH, id).then().statusCode(200);

        assertThat(Sql.number(
                        database, "select count(*) from child_residence where to_date is null and child_id = ?", id))
                .isEqualTo(1);
        assertThat(Sql.number(
                        database, "select count(*) from audit where action = 'child.record' and subject_id = ?", id))
                .isEqualTo(1);
        assertThat(Sql.number(
                        database, "select count(*) from access_log where action = 'child.look' and subject_id = ?", id))
                .isEqualTo(1);
        assertThat(Sql.number(database, "select count(*) from sync_change where kind = 'child' and id = ?", id))
                .isEqualTo(1);
    }

    private ValidatableResponse put(int status) {
        return Accounts.DIRECTOR.request().body(form).put(PATH, id).then().statusCode(status);
    }
}
