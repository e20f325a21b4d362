package org.shouwang.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class DropOldMonthsApiTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Inject
    SealTrails sealer;

    @Inject
    VerifyTrails verification;

    @Inject
    SealRows seals;

    @Inject
    RetentionConfig retention;

    @Inject
    Pool pool;

    @Inject
    DataSource database;

    @Test
    void aMonthThatIsOldAndSealedIsDroppedAndTheChainStillHolds() throws SQLException {
        Sql.number(database, "select 1 from ensure_partitions('audit', '2016-05-01', '2016-06-01')");
        UUID may = Trails.change(database, Instant.parse("2016-05-31T15:59:59Z"));
        UUID june = Trails.change(database, Instant.parse("2016-05-31T16:00:00Z"));
        sealer.runOnce().await().atMost(LONG);

        dropAt("2019-06-15T00:00:00Z");

        assertThat(rows(may)).isZero();
        assertThat(rows(june)).isOne();
        assertThat(Sql.number(database, "select count(*) from pg_tables where tablename like 'audit_2016__'"))
                .isOne();
        assertThat(verification.verify(SealedTable.AUDIT, List.of())).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void whatIsNotSealedStays() throws SQLException {
        UUID unsealed = Trails.change(database, Instant.parse("2015-03-10T00:00:00Z"));

        dropAt("2018-04-15T00:00:00Z");
        assertThat(rows(unsealed)).isOne();
        sealer.runOnce().await().atMost(LONG);
        dropAt("2018-04-15T00:00:00Z");

        assertThat(rows(unsealed)).isZero();
        assertThat(verification.verify(SealedTable.AUDIT, List.of())).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void theLogOfPushesIsKeptHalfAYear() throws SQLException {
        Sql.number(database, "select 1 from ensure_partitions('delivery', '2014-01-01', '2014-03-01')");

        dropAt("2014-08-10T00:00:00Z");

        assertThat(Sql.number(database, "select count(*) from pg_tables where tablename = 'delivery_201401'"))
                .isZero();
        assertThat(Sql.number(database, "select count(*) from pg_tables where tablename = 'delivery_201402'"))
                .isOne();
        Sql.update(database, "drop table delivery_201402, delivery_201403");
    }

    private void dropAt(String now) {
        Clock then = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        new DropOldMonths(pool, seals, retention, then).runOnce().await().atMost(LONG);
    }

    private long rows(UUID id) throws SQLException {
        return Sql.number(database, "select count(*) from audit where id = ?", id);
    }
}
