package org.shouwang.staff.organisation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.staff.NewCounty;
import org.shouwang.staff.Roster;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

@QuarkusTest
class OrganisationApiTest {

    private static final String ORGANISATION = "/api/v1/organisations/{id}";

    @Inject
    DataSource database;

    private NewCounty county;

    @BeforeEach
    void aCounty() throws SQLException {
        county = NewCounty.found(database);
    }

    @AfterEach
    void noCounty() throws SQLException {
        county.dissolve();
    }

    @Test
    void anOrganisationIsRecordedOnce() throws SQLException {
        UUID id = UUID.randomUUID();
        Map<String, Object> form = form("试验县民政局", "GOVERNMENT_UNIT", NewCounty.COUNTY);

        put(NewCounty.ADMINISTRATOR, id, form)
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("name", equalTo("试验县民政局"))
                .body("kind", equalTo("GOVERNMENT_UNIT"))
                .body("areaCode", equalTo(Long.toString(NewCounty.COUNTY)))
                .body("status", equalTo("ACTIVE"))
                .body("parentId", nullValue());
        put(NewCounty.ADMINISTRATOR, id, form).statusCode(200).body("version", equalTo(0));
        form.put("name", "试验县民政所");
        put(NewCounty.ADMINISTRATOR, id, form).statusCode(409).body("type", equalTo("urn:shouwang:problem:id-reused"));

        assertThat(trail("organisation.record", id)).isEqualTo(1);
    }

    @Test
    void theSameRequestTwiceAtTheSameMomentMakesOne() throws Exception {
        UUID id = UUID.randomUUID();
        Callable<Integer> sent =
                () -> put(NewCounty.ADMINISTRATOR, id, form("试验县民政局", "GOVERNMENT_UNIT", NewCounty.COUNTY))
                        .extract()
                        .statusCode();

        List<Integer> statuses = Together.statuses(List.of(sent, sent, sent));

        assertThat(statuses).containsExactlyInAnyOrder(201, 200, 200);
        assertThat(trail("organisation.record", id)).isEqualTo(1);
    }

    @Test
    void aParentIsAnOrganisationThatTheCallerMaySee() {
        UUID parent = made("试验县妇联", "WOMENS_FEDERATION");
        Map<String, Object> form = form("试验镇妇联", "WOMENS_FEDERATION", NewCounty.TOWN);

        form.put("parentId", parent);
        put(NewCounty.ADMINISTRATOR, UUID.randomUUID(), form)
                .statusCode(201)
                .body("parentId", equalTo(parent.toString()));
        form.put("parentId", UUID.randomUUID());
        put(NewCounty.ADMINISTRATOR, UUID.randomUUID(), form)
                .statusCode(422)
                .body("violations.rule", contains("organisation-known"));
    }

    @Test
    void anOrganisationIsRenamedFromTheVersionThatWasSeen() throws SQLException {
        UUID id = made("试验县民政局", "GOVERNMENT_UNIT");

        edit(NewCounty.ADMINISTRATOR, id, Map.of("name", "试验县社会事务局"), null).statusCode(428);
        edit(NewCounty.ADMINISTRATOR, id, Map.of("name", "试验县社会事务局"), 7).statusCode(412);
        edit(NewCounty.ADMINISTRATOR, id, Map.of("name", "试验县社会事务局"), 0)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("试验县社会事务局"))
                .body("kind", equalTo("GOVERNMENT_UNIT"));
        edit(NewCounty.ADMINISTRATOR, id, Map.of("name", "试验县社会事务局"), 0).statusCode(412);

        assertThat(trail("organisation.edit", id)).isEqualTo(1);
    }

    @Test
    void anEditThatChangesNothingLeavesNoTrace() throws SQLException {
        UUID id = made("试验县民政局", "GOVERNMENT_UNIT");

        edit(NewCounty.ADMINISTRATOR, id, Map.of("name", "试验县民政局"), 0)
                .statusCode(200)
                .body("version", equalTo(0));

        assertThat(trail("organisation.edit", id)).isZero();
    }

    @Test
    void anOrganisationIsClosedAndReopened() {
        UUID id = made("试验县民政局", "GOVERNMENT_UNIT");

        edit(NewCounty.ADMINISTRATOR, id, Map.of("status", "CLOSED"), 0)
                .statusCode(200)
                .body("status", equalTo("CLOSED"));
        edit(NewCounty.ADMINISTRATOR, id, Map.of("status", "ACTIVE"), 1)
                .statusCode(200)
                .body("status", equalTo("ACTIVE"));
    }

    @Test
    void anOrganisationWithPeopleAndAreasStaysOpen() throws SQLException {
        UUID id = made("试验县开发区", "DEVELOPMENT_ZONE");
        String list = Roster.HEADER + ",单位编号\r\n李强,13700000041,县民政局,,2026/1/4," + id + "\r\n";
        Roster.send(NewCounty.ADMINISTRATOR, list.getBytes(UTF_8)).body("counts.CREATED", equalTo(1));
        Sql.update(
                database,
                "update area set administered_by_organisation_id = ? where code = ?",
                id,
                NewCounty.OTHER_TOWN);

        edit(NewCounty.ADMINISTRATOR, id, Map.of("status", "CLOSED"), 0)
                .statusCode(422)
                .body("violations.rule", contains("organisation-has-posts", "organisation-runs-areas"));
    }

    @Test
    void nobodyIsAppointedToAClosedOrganisation() {
        UUID id = made("试验县民政局", "GOVERNMENT_UNIT");
        edit(NewCounty.ADMINISTRATOR, id, Map.of("status", "CLOSED"), 0).statusCode(200);
        String list = Roster.HEADER + ",单位编号\r\n李强,13700000041,成员单位联络员,,2026/1/4," + id + "\r\n";

        Roster.send(NewCounty.ADMINISTRATOR, list.getBytes(UTF_8))
                .body("lines[0].rules.rule", contains("organisation-closed"));
    }

    @Test
    void whatIsElsewhereIsNotThere() {
        UUID id = made("试验县民政局", "GOVERNMENT_UNIT");
        Map<String, Object> form = form("试验县民政局", "GOVERNMENT_UNIT", NewCounty.COUNTY);

        Accounts.ADMINISTRATOR.request().get(ORGANISATION, id).then().statusCode(404);
        edit(Accounts.ADMINISTRATOR, id, Map.of("name", "别处"), 0).statusCode(404);
        put(Accounts.ADMINISTRATOR, id, form).statusCode(404);
        put(Accounts.ADMINISTRATOR, UUID.randomUUID(), form).statusCode(404);
        NewCounty.ADMINISTRATOR.request().get(ORGANISATION, id).then().statusCode(200);
    }

    @Test
    void readingAndWritingNeedTheirRights() {
        UUID id = made("试验镇妇儿工委", "TOWNSHIP_COMMITTEE", NewCounty.TOWN);

        NewCounty.COORDINATOR.request().get(ORGANISATION, id).then().statusCode(200);
        edit(NewCounty.COORDINATOR, id, Map.of("name", "别名"), 0).statusCode(403);
        edit(NewCounty.COORDINATOR, id, Map.of("name", "别名"), null).statusCode(403);
        put(NewCounty.COORDINATOR, UUID.randomUUID(), form("别名", "POLICE", NewCounty.TOWN))
                .statusCode(403);
        Accounts.DIRECTOR.request().get(ORGANISATION, id).then().statusCode(403);
        Accounts.DIRECTOR.request().get("/api/v1/organisations").then().statusCode(403);
    }

    @Test
    void theOrganisationsOfAnAreaComeInPages() {
        UUID county = made("试验县民政局", "GOVERNMENT_UNIT");
        UUID town = made("试验镇政府", "GOVERNMENT_UNIT", NewCounty.TOWN);
        made("试验县公安局", "POLICE");

        String next = list(Map.of("kind", "GOVERNMENT_UNIT", "limit", 1))
                .statusCode(200)
                .body("items.id", contains(county.toString()))
                .body("next", notNullValue())
                .extract()
                .path("next");
        list(Map.of("kind", "GOVERNMENT_UNIT", "limit", 1, "cursor", next))
                .body("items.id", contains(town.toString()))
                .body("next", nullValue());
        list(Map.of("area", NewCounty.TOWN)).body("items.id", contains(town.toString()));
        list(Map.of()).body("items", hasSize(3)).body("items.areaCode", everyItem(notNullValue()));
    }

    @Test
    void whatCameWithTheInstanceIsListedToo() {
        Accounts.ADMINISTRATOR
                .request()
                .queryParam("kind", "DEVELOPMENT_ZONE")
                .get("/api/v1/organisations")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("高新技术产业开发区管理委员会"));
    }

    private static ValidatableResponse list(Map<String, ?> query) {
        return NewCounty.ADMINISTRATOR
                .request()
                .queryParams(query)
                .get("/api/v1/organisations")
                .then();
    }

    private static UUID made(String name, String kind) {
        return made(name, kind, NewCounty.COUNTY);
    }

    private static UUID made(String name, String kind, long area) {
        UUID id = UUID.randomUUID();
        put(NewCounty.ADMINISTRATOR, id, form(name, kind, area)).statusCode(201);
        return id;
    }

    private static Map<String, Object> form(String name, String kind, long area) {
        Map<String, Object> form = new HashMap<>();
        form.put("name", name);
        form.put("kind", kind);
        form.put("areaCode", Long.toString(area));
        return form;
    }

    private static ValidatableResponse put(Accounts by, UUID id, Map<String, Object> form) {
        return by.request().body(form).put(ORGANISATION, id).then();
    }

    private static ValidatableResponse edit(
            Accounts by, UUID id, Map<String, Object> patch, @Nullable Integer version) {
        var request = by.request().body(patch);
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        return request.patch(ORGANISATION, id).then();
    }

    private long trail(String action, UUID id) throws SQLException {
        return Sql.number(database, "select count(*) from audit where action = ? and subject_id = ?", action, id);
    }
}
