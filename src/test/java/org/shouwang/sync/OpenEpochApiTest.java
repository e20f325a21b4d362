package org.shouwang.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;

@QuarkusTest
class OpenEpochApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Less than anybody waits for a lock. */
    private static final Duration AT_ONCE = Duration.ofSeconds(4);

    private static final String RESTORED_ELSEWHERE =
            "update epoch set system_identifier = 'another' where number = (select max(number) from epoch)";
    private static final String WAITING =
            "select count(*) from pg_locks where relation = 'sync_change'::regclass and not granted";

    @Inject
    OpenEpoch epoch;

    @Test
    void sameDatabaseKeepsItsEpoch() throws SQLException {
        long before = number("select max(number) from epoch");

        boolean opened = epoch.open().await().atMost(PATIENCE);

        assertThat(opened).isFalse();
        assertThat(number("select max(number) from epoch")).isEqualTo(before);
    }

    @Test
    void nodesThatStartTogetherOpenOneEpochAndPhonesPullAfresh() throws SQLException {
        Phone phone = new Phone(Accounts.DIRECTOR);
        phone.pull(500);
        long before = number("select max(number) from epoch");
        run(RESTORED_ELSEWHERE);

        List<Boolean> opened = Uni.join()
                .all(epoch.open(), epoch.open(), epoch.open(), epoch.open())
                .andFailFast()
                .await()
                .atMost(PATIENCE);

        assertThat(opened).containsOnlyOnce(true);
        assertThat(number("select max(number) from epoch where reason = 'RESTORED'"))
                .isEqualTo(before + 1);
        Accounts.DIRECTOR
                .request()
                .get("/api/v1/sync/changes?cursor=" + phone.cursor())
                .then()
                .statusCode(410);
    }

    /** Two restores from one backup: the row of the first one's epoch was never in the backup, so its number comes again. */
    @Test
    void aPhoneThatSleptThroughTwoRestoresFromOneBackupIsNoticed() throws SQLException {
        restore();
        Phone phone = new Phone(Accounts.DIRECTOR);
        phone.pull(500);
        long number = number("select max(number) from epoch");
        run("delete from epoch where number = (select max(number) from epoch)");
        restore();

        ValidatableResponse answer = Accounts.DIRECTOR
                .request()
                .get("/api/v1/sync/changes?cursor=" + phone.cursor())
                .then();

        answer.statusCode(410).body("resendFrom", notNullValue());
        assertThat(number("select max(number) from epoch")).isEqualTo(number);
    }

    @Test
    void recordsOfOlderEpochsComeWithTheFreshPull() throws SQLException {
        UUID older = UUID.randomUUID();
        try (Connection connection = HomeTable.transaction()) {
            HomeTable.insert(connection, older, Long.parseLong(Accounts.VILLAGE));
            connection.commit();
        }
        run(RESTORED_ELSEWHERE);
        epoch.open().await().atMost(PATIENCE);
        Phone phone = new Phone(Accounts.DIRECTOR);

        phone.pull(50);

        assertThat(phone.homes()).containsKey(older);
    }

    @Test
    void writersUnderWayEndBeforeAnEpochOpens() throws SQLException {
        try (Connection writer = HomeTable.transaction()) {
            HomeTable.insert(writer, UUID.randomUUID(), Long.parseLong(Accounts.VILLAGE));
            run(RESTORED_ELSEWHERE);
            CompletableFuture<Boolean> opening = epoch.open().subscribeAsCompletionStage();
            await().atMost(PATIENCE).until(() -> number(WAITING) == 1);
            assertThat(opening).isNotDone();

            writer.commit();

            assertThat(opening).succeedsWithin(PATIENCE).isEqualTo(true);
        }
    }

    @Test
    void aPhoneAheadIsToldAtOnceWhileAnotherOneOpensTheEpoch() throws SQLException {
        int before = (int) number("select max(number) from epoch");
        try (Connection opening = HomeTable.transaction();
                Statement lock = opening.createStatement()) {
            lock.execute(OpenEpoch.ONE_NODE_AT_A_TIME);

            CompletableFuture<Void> another = epoch.openBehind(before, before).subscribeAsCompletionStage();

            assertThat(another).succeedsWithin(AT_ONCE);
        }
        assertThat(number("select max(number) from epoch")).isEqualTo(before);
    }

    private static void restore() throws SQLException {
        try (Connection connection = HomeTable.transaction()) {
            RestoredEpoch.open(connection);
            connection.commit();
        }
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = HomeTable.transaction();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = HomeTable.transaction();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
            connection.commit();
        }
    }
}
