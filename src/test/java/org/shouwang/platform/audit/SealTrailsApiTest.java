package org.shouwang.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Sql;

/** Every row comes under a seal, however late it was committed, and under one only. */
@QuarkusTest
class SealTrailsApiTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Inject
    SealTrails sealer;

    @Inject
    VerifyTrails verification;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Test
    void whatCommitsLateIsSealedLaterAndNotSkipped() throws SQLException {
        try (Connection slow = database.getConnection()) {
            slow.setAutoCommit(false);
            UUID late = Trails.change(slow, clock.instant());
            UUID quick = Trails.change(database, clock.instant());
            seal();
            assertThat(Trails.sealedTo(database)).isLessThanOrEqualTo(Trails.position(database, quick));
            slow.commit();

            seal();

            assertThat(sealsOver(late)).isOne();
            assertThat(sealsOver(quick)).isOne();
            assertWhole();
        }
    }

    @Test
    void sealersAtTheSameTimeMakeOneChain() throws SQLException {
        UUID row = Trails.change(database, clock.instant());

        Uni.join()
                .all(IntStream.range(0, 4).mapToObj(i -> sealer.runOnce()).toList())
                .andFailFast()
                .await()
                .atMost(LONG);
        seal();

        assertThat(sealsOver(row)).isOne();
        assertWhole();
    }

    @Test
    void withoutNewRowsThereIsNoNewSeal() throws SQLException {
        Trails.change(database, clock.instant());
        seal();

        assertThat(seal()).isZero();
    }

    @Test
    void looksAreSealedToo() throws SQLException {
        UUID id = UUID.randomUUID();
        Sql.update(database, """
                insert into access_log (id, at, worker_id, appointment_id, role_code, action, subject_type, subject_ids,
                                        reason)
                values (?, now(), ?, ?, 'CHILDREN_DIRECTOR', 'test.look', 'CHILD', array[?, ?], '核对')
                """, id, id, id, UUID.randomUUID(), UUID.randomUUID());
        seal();
        assertWhole();
        String change = "update access_log set subject_ids = subject_ids[2:2] || subject_ids[1:1] where id = ?";

        Sql.update(database, change, id);
        Verdict verdict = verification.verify(SealedTable.ACCESS_LOG, List.of());
        Sql.update(database, change, id);

        assertThat(verdict).isInstanceOf(Verdict.Broken.class);
        assertWhole();
    }

    private int seal() {
        return sealer.runOnce().await().atMost(LONG);
    }

    private long sealsOver(UUID row) throws SQLException {
        return Sql.number(
                database,
                "select count(*) from audit_seal where table_name = 'audit' and from_position <= ? and to_position > ?",
                Trails.position(database, row),
                Trails.position(database, row));
    }

    private void assertWhole() {
        for (SealedTable table : SealedTable.values()) {
            assertThat(verification.verify(table, List.of())).isInstanceOf(Verdict.Whole.class);
        }
    }
}
