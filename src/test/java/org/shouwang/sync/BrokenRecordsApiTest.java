package org.shouwang.sync;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.testsupport.Accounts.DIRECTOR;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.feed.BrokenRecords;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.FeedTable;
import org.shouwang.testsupport.Pulled;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Visits;

/** One row whose cipher was broken keeps no village from its other records. */
@QuarkusTest
class BrokenRecordsApiTest {

    private final DataSource database;
    private final BrokenRecords broken;
    private String token;
    private Families.Household household;
    private UUID child;

    BrokenRecordsApiTest(DataSource database, BrokenRecords broken) {
        this.database = database;
        this.broken = broken;
    }

    @BeforeEach
    void aFamily() {
        token = DIRECTOR.token();
        household = Families.settle(DIRECTOR, Accounts.VILLAGE);
        child = Families.register(DIRECTOR, Accounts.VILLAGE, household, "MEDIUM");
    }

    @Test
    void aHouseholdWhosePhoneDoesNotOpen() throws SQLException {
        leftOutUntilRepaired("household", "household", "phone_cipher", household.id());
    }

    @Test
    void aChildWhoseAddressDoesNotOpen() throws SQLException {
        leftOutUntilRepaired("child", "child", "residence_address_cipher", child);
    }

    @Test
    void aVisitWhoseFindingsDoNotOpen() throws SQLException {
        UUID visit = UUID.randomUUID();
        Map<String, Object> form = Visits.met(household.id(), child);
        form.put("findings", "屋顶漏雨");
        put("visits", visit, form);
        leftOutUntilRepaired("visit", "visit", "findings_cipher", visit);
    }

    @Test
    void aContactWhoseSummaryDoesNotOpen() throws SQLException {
        UUID contact = UUID.randomUUID();
        Map<String, Object> form = Visits.contact(child);
        form.put("summary", "一切都好");
        put("contacts", contact, form);
        leftOutUntilRepaired("contact", "contact", "summary_cipher", contact);
    }

    @Test
    void aMoveWhoseAddressDoesNotOpen() throws SQLException {
        UUID move = UUID.randomUUID();
        put(
                "moves",
                move,
                Map.of(
                        "childIds",
                        List.of(child),
                        "wholeHousehold",
                        false,
                        "to",
                        Map.of("areaCode", Accounts.SECOND_VILLAGE, "address", "村东头", "hamlet", "一组"),
                        "reason",
                        "随父亲迁居"));
        try {
            leftOutUntilRepaired("move", "child_move", "address_cipher", move);
        } finally {
            DIRECTOR.request()
                    .body(Map.of("id", UUID.randomUUID(), "reason", "不迁了"))
                    .post("/api/v1/moves/{id}/cancel", move)
                    .then()
                    .statusCode(200);
        }
    }

    private static void put(String collection, UUID id, Map<String, Object> body) {
        DIRECTOR.request()
                .body(body)
                .put("/api/v1/" + collection + "/{id}", id)
                .then()
                .statusCode(201);
    }

    private void leftOutUntilRepaired(String kind, String table, String column, UUID id) throws SQLException {
        byte[] whole =
                Objects.requireNonNull(Sql.bytes(database, "select " + column + " from " + table + " where id = ?", id)
                        .get(0));
        Pulled before = Pulled.full(token);
        double met = met(kind);
        set(kind, table, column, id, new byte[] {1, 2, 3});
        try {
            Pulled without = before.next(token);

            assertThat(without.of(id)).isEmpty();
            assertThat(Pulled.full(token).of(id)).isEmpty();
            assertThat(Pulled.full(token).kind("household")).isNotEmpty();
            assertThat(met(kind)).isGreaterThan(met);
            assertThat(age()).isPositive();
        } finally {
            set(kind, table, column, id, whole);
        }
        assertThat(before.next(token).data(id)).isPresent();
        assertThat(age()).isZero();
    }

    /** Visits and contacts stand in the feed by their use cases. */
    private void set(String kind, String table, String column, UUID id, byte[] value) throws SQLException {
        Sql.update(database, "update " + table + " set " + column + " = ? where id = ?", value, id);
        FeedTable.again(database, table, kind, id);
    }

    private Duration age() {
        return broken.age().await().atMost(Duration.ofSeconds(10));
    }

    private static double met(String kind) {
        Matcher line = Pattern.compile("shouwang_feed_broken_records_total\\{kind=\"" + kind + "\"[^}]*} (\\S+)")
                .matcher(given().get("/q/metrics")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }
}
