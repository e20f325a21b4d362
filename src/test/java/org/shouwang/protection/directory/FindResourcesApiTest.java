package org.shouwang.protection.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;

/** Who helps at a place, and what the offices keep. */
@QuarkusTest
class FindResourcesApiTest {

    private static final long PROVINCE = 610000000000L;
    private static final long CITY = 610300000000L;
    private static final long COUNTY = 610304000000L;
    private static final long TOWN = 610304107000L;
    private static final long VILLAGE = 610304107200L;
    private static final long SIBLING = 610304107201L;

    /** Its town is run by a development zone (托管). */
    private static final long HOSTED = 610304102203L;

    private static final long TOWN_OF_HOSTED = 610304102000L;

    @Inject
    DataSource database;

    private final List<UUID> made = new ArrayList<>();

    @AfterEach
    void noEntries() throws SQLException {
        Resources.remove(database, made.toArray(UUID[]::new));
    }

    private UUID entry(String name, String category, long... serves) throws SQLException {
        UUID id = Resources.stored(database, name, category, serves);
        made.add(id);
        return id;
    }

    private JsonPath page(Map<String, Object> query) {
        return Accounts.DIRECTOR
                .request()
                .queryParams(query)
                .get("/api/v1/resources")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The names of the entries that this test made, in the order of the answer. */
    private List<String> at(long place) {
        return ours(page(Map.of("at", place, "limit", 500)));
    }

    private List<String> ours(JsonPath page) {
        List<String> names = new ArrayList<>();
        page.<Map<String, Object>>getList("items").forEach(item -> {
            if (made.contains(UUID.fromString((String) item.get("id")))) {
                names.add((String) item.get("name"));
            }
        });
        return names;
    }

    @Test
    void theNearestByTheTreeComesFirst() throws SQLException {
        entry("p", "POLICE_STATION", PROVINCE);
        entry("c", "POLICE_STATION", CITY);
        entry("k", "POLICE_STATION", COUNTY);
        entry("t", "TRAINING", TOWN);
        entry("v", "TRAINING", VILLAGE);
        entry("s", "POLICE_STATION", SIBLING);
        // Of those that are equally near by category, then by name.
        entry("t2", "COURT", TOWN);
        entry("t1", "COURT", TOWN);
        // The nearest of several areas counts.
        entry("kv", "COURT", COUNTY, VILLAGE);

        assertThat(at(VILLAGE)).containsExactly("kv", "v", "t1", "t2", "t", "k", "c", "p");
        assertThat(at(SIBLING)).containsExactly("s", "t1", "t2", "t", "kv", "k", "c", "p");
        assertThat(at(COUNTY)).containsExactly("kv", "k", "c", "p");
    }

    @Test
    void aPlaceThatIsRunByAnotherAuthorityFollowsItsCode() throws SQLException {
        entry("county", "COURT", COUNTY);
        entry("town", "COURT", TOWN_OF_HOSTED);
        entry("named by its host", "COURT", TOWN, HOSTED);

        assertThat(at(HOSTED)).containsExactly("named by its host", "town", "county");
    }

    @Test
    void onlyWhoHelpsTodayIsNamed() throws SQLException {
        LocalDate today = Demo.today();
        entry("helps", "COURT", VILLAGE);
        Sql.update(database, "update resource set status = 'SUSPENDED' where id = ?", entry("away", "COURT", VILLAGE));
        Sql.update(database, "update resource set status = 'CLOSED' where id = ?", entry("gone", "COURT", VILLAGE));
        contract(entry("begins today", "COURT", VILLAGE), today, today.plusDays(9));
        contract(entry("ends today", "COURT", VILLAGE), today.minusDays(9), today);
        contract(entry("ended", "COURT", VILLAGE), today.minusDays(9), today.minusDays(1));
        contract(entry("not begun", "COURT", VILLAGE), today.plusDays(1), today.plusDays(9));

        assertThat(at(VILLAGE)).containsExactly("begins today", "ends today", "helps");
    }

    private void contract(UUID id, LocalDate from, LocalDate to) throws SQLException {
        Sql.update(
                database,
                "update resource set provider_type = 'PURCHASED', contract_from = ?, contract_to = ? where id = ?",
                from,
                to,
                id);
    }

    @Test
    void aCategoryOrATypeOfReferralMayBeAskedFor() throws SQLException {
        entry("court", "COURT", VILLAGE);
        UUID aid = entry("aid", "LEGAL_AID", VILLAGE);
        Sql.update(database, "update resource set accepts_referral_types = '{LEGAL_AID,PSYCH}' where id = ?", aid);

        assertThat(ours(page(Map.of("at", VILLAGE, "category", "COURT", "limit", 500))))
                .containsExactly("court");
        assertThat(ours(page(Map.of("at", VILLAGE, "accepts", "PSYCH", "limit", 500))))
                .containsExactly("aid");
    }

    @Test
    void pagesGoOnWhereTheyEnded() throws SQLException {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            entry(name, name.equals("c") ? "HOSPITAL" : "COURT", name.equals("e") ? TOWN : VILLAGE);
        }
        List<String> names = new ArrayList<>();
        JsonPath page = page(Map.of("at", VILLAGE, "limit", 2));
        names.addAll(ours(page));
        while (page.getString("next") != null) {
            page = page(Map.of("at", VILLAGE, "limit", 2, "cursor", page.getString("next")));
            names.addAll(ours(page));
        }

        assertThat(names).containsExactly("a", "b", "d", "c", "e");
    }

    @Test
    void anOfficeListsWhatItKeepsAlsoWhatIsStale() throws SQLException {
        UUID stale = entry("stale", "COURT", COUNTY);
        Sql.update(
                database,
                "update resource set verified_on = ?, status = 'SUSPENDED' where id = ?",
                Demo.today().minusDays(181),
                stale);
        UUID fresh = entry("fresh", "COURT", VILLAGE);
        Sql.update(
                database,
                "update resource set verified_on = ? where id = ?",
                Demo.today().minusDays(180),
                fresh);

        Accounts.COUNTY
                .request()
                .queryParam("area", COUNTY)
                .queryParam("limit", 500)
                .get("/api/v1/resources")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + stale + "' }.recheckDue", equalTo(true))
                .body("items.find { it.id == '" + fresh + "' }.recheckDue", equalTo(false));
    }

    @Test
    void whatAnotherOfficeKeepsIsNotInTheList() throws SQLException {
        UUID theirs = entry("theirs", "COURT", VILLAGE);

        Accounts.COORDINATOR
                .request()
                .queryParam("limit", 500)
                .get("/api/v1/resources")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(theirs.toString())))
                .body("items.areaCode.collect { it[0..8] }", everyItem(equalTo("610304101")));
    }

    @Test
    void aPlaceThatNobodyKnowsIsNotFound() {
        Accounts.DIRECTOR
                .request()
                .get("/api/v1/resources?at=999999999999")
                .then()
                .statusCode(404);
    }

    @Test
    void aPlaceAndAnAreaAreTwoQuestions() {
        Accounts.DIRECTOR
                .request()
                .get("/api/v1/resources?at=610304101200&area=610304101200")
                .then()
                .statusCode(422)
                .body("violations.rule", contains("resource-at-or-area"));
    }

    @Test
    void aPoliceOfficerLooksUpWhoHelpsAnywhere() throws SQLException {
        UUID near = entry("near", "COURT", VILLAGE);

        Accounts.POLICE_OFFICER
                .request()
                .queryParam("at", VILLAGE)
                .queryParam("limit", 500)
                .get("/api/v1/resources")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(near.toString()));
    }
}
