package org.shouwang.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.shouwang.testsupport.Accounts.DIRECTOR;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.FeedTable;
import org.shouwang.testsupport.Pulled;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Visits;

/** The day from which a visit counts, where its phone did not know the time, and where nobody has written it down yet. */
@QuarkusTest
class FeedDaysApiTest {

    private final DataSource database;
    private final PruneFeed prune;
    private String token;
    private Families.Household household;
    private UUID child;

    FeedDaysApiTest(DataSource database, PruneFeed prune) {
        this.database = database;
        this.prune = prune;
    }

    @BeforeEach
    void aChild() {
        token = DIRECTOR.token();
        household = Families.settle(DIRECTOR, Accounts.VILLAGE);
        child = Families.register(DIRECTOR, Accounts.VILLAGE, household, "MEDIUM");
    }

    @Test
    void theVisitOfAPhoneThatLostItsClockStaysOnIt() throws SQLException {
        UUID visit = record("2015-01-01T01:00:00Z", null);
        assertThat(Pulled.full(token).data(visit)).isPresent();

        runOnce();

        Map<String, Object> held = Pulled.full(token).data(visit).orElseThrow();
        assertThat(held).containsEntry("timeUncertain", true);
        assertThat(held.get("startedAt").toString()).startsWith("2015-01-01");
        assertThat(live(visit)).isEqualTo(1);
    }

    @Test
    void theVisitOfAPhoneThatLostItsClockLeavesByTheDayOnWhichItWasReceived() throws SQLException {
        UUID visit = record(Demo.now().toString(), null);
        date(visit, "received_at", Demo.today().minusMonths(13).atStartOfDay().atOffset(ZoneOffset.UTC));

        runOnce();

        assertThat(live(visit)).isZero();
        assertThat(Pulled.full(token).data(visit)).isEmpty();
    }

    @Test
    void theDigestFindsTheDayThatAnOlderReleaseDidNotWrite() throws SQLException {
        UUID lately = record(Demo.now().minusSeconds(60).toString(), 0);
        UUID longAgo = record(Demo.now().minusSeconds(60).toString(), 0);
        date(longAgo, "started_at", Demo.today().minusYears(3).atStartOfDay().atOffset(ZoneOffset.UTC));
        Sql.update(database, "update sync_change set since = null where id in (?, ?)", lately, longAgo);
        FullPhone phone = new FullPhone(DIRECTOR).pull();

        Map<String, Object> digest =
                phone.digest().then().statusCode(200).extract().jsonPath().getMap("kinds.find { it.kind == 'visit' }");

        assertThat(phone.of("visit")).containsKey(lately).doesNotContainKey(longAgo);
        assertThat(digest.get("count") + " " + digest.get("xor")).isEqualTo(phone.sum("visit"));
        runOnce();
    }

    /** A visit that a phone recorded which was so wrong, or could not say how wrong it was. */
    private UUID record(String startedAt, @Nullable Integer offset) {
        UUID id = UUID.randomUUID();
        Map<String, Object> visit = Visits.phoned(household.id(), child);
        visit.put("id", id);
        visit.put("startedAt", startedAt);
        Map<String, Object> operation = new HashMap<>();
        operation.put("id", UUID.randomUUID());
        operation.put("type", "visit.record");
        operation.put("at", startedAt);
        operation.put("serverTimeOffset", offset);
        operation.put("workerId", DIRECTOR.request().get("/api/v1/me").path("worker.id"));
        operation.put("body", visit);
        DIRECTOR.request()
                .body(Map.of("sentAt", Demo.now().toString(), "operations", List.of(operation)))
                .post("/api/v1/sync/operations")
                .then()
                .statusCode(200)
                .body("results[0].outcome", equalTo("APPLIED"));
        return id;
    }

    private void date(UUID visit, String column, OffsetDateTime moment) throws SQLException {
        Sql.update(database, "update visit set " + column + " = ? where id = ?", moment, visit);
        FeedTable.again(database, "visit", "visit", visit);
    }

    private void runOnce() {
        prune.runOnce().await().atMost(Duration.ofMinutes(1));
    }

    private long live(UUID id) throws SQLException {
        return Sql.number(database, "select count(*) from sync_change where id = ? and not removed", id);
    }
}
