package org.shouwang.platform.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class OldestTransactionApiTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final long AGED = 3;

    private final DataSource database;
    private final OldestTransaction oldest;

    OldestTransactionApiTest(DataSource database, OldestTransaction oldest) {
        this.database = database;
        this.oldest = oldest;
    }

    @Test
    void aBackupIsNoTransactionThatSomebodyForgot() throws SQLException {
        try (Connection backup = database.getConnection()) {
            backup.setAutoCommit(false);
            backup.prepareStatement("set local application_name = 'shouwang-backup'")
                    .execute();
            Awaitility.await().atMost(SOON).until(() -> backupAge() >= AGED);

            Duration age = oldest.age().await().atMost(SOON);

            assertThat(age).isLessThan(Duration.ofSeconds(AGED));
        }
    }

    private long backupAge() throws SQLException {
        return Sql.number(
                database,
                "select extract(epoch from clock_timestamp() - xact_start) from pg_stat_activity"
                        + " where application_name = 'shouwang-backup'");
    }
}
