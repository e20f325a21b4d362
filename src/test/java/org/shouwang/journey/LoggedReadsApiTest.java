package org.shouwang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;

/** No answer that shows people leaves without its row (未成年人网络保护条例 art. 36). */
@QuarkusTest
class LoggedReadsApiTest {

    @Inject
    DataSource database;

    /** No prefix: with one, eleven digits in a row would be taken for a phone and not for an id. */
    private final String request = UUID.randomUUID().toString();

    @ParameterizedTest
    @CsvSource({"children,child.list", "households,household.list"})
    void aPageOfAListIsOneRowWithWhatItShows(String list, String action) throws SQLException {
        JsonPath page = get("/api/v1/" + list + "?limit=2").jsonPath();

        List<UUID> shown = page.getList("items.id", UUID.class);
        assertThat(shown).hasSize(2);
        assertThat(page.getString("next")).isNotNull();
        assertThat(logged()).containsExactly(Map.entry(action, Set.copyOf(shown)));
    }

    @Test
    void aPageOfVisitsNamesTheirChildrenToo() throws SQLException {
        JsonPath page = get("/api/v1/visits?limit=2").jsonPath();

        List<UUID> visits = page.getList("items.id", UUID.class);
        List<UUID> children = page.getList("items.children.childId.flatten()", UUID.class);
        assertThat(visits).isNotEmpty();
        assertThat(children).isNotEmpty();
        assertThat(logged())
                .containsExactly(Map.entry(
                        "visit.list",
                        Stream.concat(visits.stream(), children.stream()).collect(Collectors.toUnmodifiableSet())));
    }

    @Test
    void anEmptyPageLeavesNoRow() throws SQLException {
        get("/api/v1/children?area=" + Accounts.SECOND_VILLAGE);

        assertThat(logged()).isEmpty();
    }

    @Test
    void aPageOfTheFeedIsOneRowForEachKindOfPeople() throws SQLException {
        JsonPath page = get("/api/v1/sync/changes?limit=500").jsonPath();

        List<Map.Entry<String, Set<UUID>>> rows = logged();
        for (String kind : List.of("child", "household", "visit")) {
            List<UUID> sent = page.getList("changes.findAll { it.kind == '" + kind + "' && it.data }.id", UUID.class);
            assertThat(sent).as(kind).isNotEmpty();
            assertThat(rows)
                    .as(kind)
                    .filteredOn(row -> row.getKey().equals(kind + ".sync"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.getValue()).containsAll(sent));
        }
        assertThat(rows).extracting(Map.Entry::getKey).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/children",
                "/api/v1/households",
                "/api/v1/visits",
                "/api/v1/sync/changes",
                "/api/v1/children/{child}",
                "/api/v1/households/{household}"
            })
    void whatCannotBeLoggedIsNotAnswered(String path) throws SQLException {
        String address = path.replace("{child}", Demo.id("child", 0).toString())
                .replace("{household}", Demo.id("household", 0).toString());
        assertThat(status(address)).isEqualTo(200);

        int status;
        execute("create function refuse_look() returns trigger language plpgsql as "
                + "$$ begin raise exception 'no row, no answer'; end $$");
        execute("create trigger refuse_look before insert on access_log for each row when (new.request_id = '" + request
                + "') execute function refuse_look()");
        try {
            status = status(address);
        } finally {
            execute("drop function refuse_look cascade");
        }

        assertThat(status).isEqualTo(500);
    }

    private int status(String path) {
        return Accounts.DIRECTOR
                .request()
                .header("X-Request-Id", request)
                .get(path)
                .statusCode();
    }

    private io.restassured.response.Response get(String path) {
        return Accounts.DIRECTOR
                .request()
                .header("X-Request-Id", request)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    /** What this test's request left: the action of each row, and whom it names. */
    private List<Map.Entry<String, Set<UUID>>> logged() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select action, subject_ids from access_log where request_id = ? order by action")) {
            query.setString(1, request);
            ResultSet rows = query.executeQuery();
            List<Map.Entry<String, Set<UUID>>> logged = new ArrayList<>();
            while (rows.next()) {
                UUID[] ids = (UUID[]) rows.getArray(2).getArray();
                logged.add(Map.entry(rows.getString(1), new TreeSet<>(List.of(ids))));
            }
            return logged;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
