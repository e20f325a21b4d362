package org.shouwang.protection.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class RecordResourceApiTest {

    private static final String DISTRICT = "610304000000";
    private static final UUID POLICE = UUID.nameUUIDFromBytes("demo/organisation/POLICE".getBytes(UTF_8));
    private static final String OTHER_TOWN = "610304106000";

    @Inject
    DataSource database;

    private final UUID id = UUID.randomUUID();
    private Map<String, Object> form = Map.of();

    @BeforeEach
    void aFormOfTheTown() {
        form = Resources.legalAid(Accounts.TOWN);
    }

    @AfterEach
    void noEntry() throws SQLException {
        Resources.remove(database, id);
    }

    private ValidatableResponse put(Accounts who) {
        return who.request().body(form).put("/api/v1/resources/{id}", id).then();
    }

    private ValidatableResponse patch(Accounts who, int version, Map<String, Object> patch) {
        return who.request()
                .header("If-Match", "\"" + version + "\"")
                .body(patch)
                .patch("/api/v1/resources/{id}", id)
                .then();
    }

    private long rows(String action) throws SQLException {
        return Sql.number(database, "select count(*) from audit where subject_id = ? and action like ?", id, action);
    }

    @Test
    void anEntryIsRecordedOnce() throws SQLException {
        put(Accounts.COORDINATOR)
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("areaScope", contains(Accounts.TOWN))
                .body("hours[0].from", equalTo("08:30"))
                .body("status", equalTo("ACTIVE"))
                .body("recheckDue", equalTo(false));

        put(Accounts.COORDINATOR).statusCode(200).body("id", equalTo(id.toString()));

        assertThat(rows("resource.record")).isEqualTo(1);
    }

    @Test
    void anotherBodyUnderTheIdIsRefused() {
        put(Accounts.COORDINATOR).statusCode(201);
        form.put("phone", "0917-0000098");

        put(Accounts.COORDINATOR).statusCode(409);
    }

    @Test
    void anEntryServesAtMostWhatItsWriterAnswersFor() {
        form.put("areaScope", List.of(Accounts.TOWN, DISTRICT));

        put(Accounts.COORDINATOR)
                .statusCode(422)
                .body("violations", hasItem(hasEntry("field", "areaScope[1]")))
                .body("violations", hasItem(hasEntry("rule", "resource-scope-reach")));
    }

    @Test
    void theOfficesOfTheCountyServeTheCounty() {
        form.put("areaCode", DISTRICT);
        form.put("areaScope", List.of(DISTRICT));

        put(Accounts.WOMENS_FEDERATION).statusCode(201);
    }

    @Test
    void anotherTownsEntryIsNobodysToWrite() {
        form.put("areaCode", OTHER_TOWN);
        form.put("areaScope", List.of(OTHER_TOWN));

        put(Accounts.COORDINATOR).statusCode(404);
    }

    @Test
    void anOrganisationAboveMayStandBehindAnEntryOfTheTown() {
        form.put("organisationId", POLICE);

        put(Accounts.COORDINATOR).statusCode(201).body("organisationId", equalTo(POLICE.toString()));
    }

    @Test
    void anOrganisationThatNobodyKnowsReceivesNothing() {
        form.put("organisationId", UUID.randomUUID());

        put(Accounts.COORDINATOR).statusCode(422).body("violations.rule", contains("organisation-known"));
    }

    @Test
    void everyChangedFactStandsInTheTrail() throws SQLException {
        put(Accounts.COORDINATOR).statusCode(201);

        patch(Accounts.COORDINATOR, 0, Map.of("capacity", 12, "areaScope", List.of(Accounts.VILLAGE)))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("capacity", equalTo(12))
                .body("areaScope", contains(Accounts.VILLAGE))
                .body("phone", equalTo("0917-0000099"));

        assertThat(rows("resource.edit.%")).isEqualTo(2);
        assertThat(rows("resource.edit.capacity")).isEqualTo(1);
        assertThat(rows("resource.edit.areaScope")).isEqualTo(1);
    }

    @Test
    void whatChangesNothingLeavesTheVersion() throws SQLException {
        put(Accounts.COORDINATOR).statusCode(201);

        patch(Accounts.COORDINATOR, 0, Map.of("phone", "0917-0000099"))
                .statusCode(200)
                .header("ETag", "\"0\"");

        assertThat(rows("resource.edit.%")).isZero();
    }

    @Test
    void anEditNamesTheVersionThatWasSeen() {
        put(Accounts.COORDINATOR).statusCode(201);
        patch(Accounts.COORDINATOR, 0, Map.of("status", "SUSPENDED")).statusCode(200);

        patch(Accounts.COORDINATOR, 0, Map.of("capacity", 3)).statusCode(412);
    }

    @Test
    void theEditOfAnotherTownIsNotFound() throws SQLException {
        UUID theirs = Resources.stored(database, "试验他镇", "COURT", Long.parseLong(OTHER_TOWN));
        Accounts.COORDINATOR
                .request()
                .header("If-Match", "\"0\"")
                .body(Map.of("capacity", 1))
                .patch("/api/v1/resources/{id}", theirs)
                .then()
                .statusCode(404);
        Resources.remove(database, theirs);
    }

    @Test
    void anEditServesNoMoreThanItsWriterAnswersFor() {
        put(Accounts.COORDINATOR).statusCode(201);

        patch(Accounts.COORDINATOR, 0, Map.of("areaScope", List.of(Accounts.TOWN, OTHER_TOWN)))
                .statusCode(422)
                .body("violations.field", contains("areaScope[1]"));
    }

    @Test
    void whatTheCountyPromisedATownMayKeep() throws SQLException {
        put(Accounts.COORDINATOR).statusCode(201);
        Sql.update(database, "insert into resource_area (resource_id, area_code) values (?, 610304000000)", id);

        patch(Accounts.COORDINATOR, 0, Map.of("areaScope", List.of(DISTRICT, Accounts.TOWN), "capacity", 1))
                .statusCode(200)
                .body("areaScope", contains(DISTRICT, Accounts.TOWN));
    }

    @Test
    void aContactPersonIsShownToWhoWorksThere() {
        put(Accounts.COORDINATOR).statusCode(201).body("contactPerson", equalTo("试联系人"));

        Accounts.DIRECTOR
                .request()
                .get("/api/v1/resources/{id}", id)
                .then()
                .statusCode(200)
                .body("contactPerson", equalTo("试联系人"));
        Accounts.OTHER_TOWN_DIRECTOR
                .request()
                .get("/api/v1/resources/{id}", id)
                .then()
                .statusCode(200)
                .body("contactPerson", nullValue());
        Accounts.STATISTICS
                .request()
                .get("/api/v1/resources/{id}", id)
                .then()
                .statusCode(200)
                .body("contactPerson", nullValue());
    }
}
