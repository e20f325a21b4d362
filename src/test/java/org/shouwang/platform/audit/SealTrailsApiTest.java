package org.shouwang.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
    void whatCommitsBetweenTheStatementsOfTheSealerIsNotSkipped() throws SQLException {
        long epoch = Sql.number(database, "select max(number) from epoch");
        seal();
        UUID quick = Trails.change(database, clock.instant());
        UUID late;
        try (Connection slow = database.getConnection();
                Connection gate = database.getConnection()) {
            slow.setAutoCommit(false);
            gate.setAutoCommit(false);
            late = Trails.changeInEpoch(slow, clock.instant(), epoch);
            Trails.lockEpochs(gate);
            CompletableFuture<Integer> sealing = sealer.runOnce().subscribeAsCompletionStage();
            await().atMost(LONG).until(() -> Trails.waitForEpochs(gate) == 1);

            slow.commit();
            gate.commit();

            assertThat(sealing).succeedsWithin(LONG);
        }
        seal();
        assertThat(sealsOver(quick)).isOne();
        assertThat(sealsOver(late)).isOne();
        assertWhole();
    }

    @Test
    void whoeverBeganBeforeAnEpochIsWaitedFor() throws SQLException {
        seal();
        try (Connection older = database.getConnection()) {
            older.setAutoCommit(false);
            older.prepareStatement("select 1").execute();
            Sql.update(database, """
                    insert into epoch (number, system_identifier, timeline, reason)
                    select number + 1, system_identifier, timeline, 'RESTORED' from epoch order by number desc limit 1
                    """);
            UUID row = Trails.change(database, clock.instant());

            assertThat(seal()).isZero();

            older.rollback();
            seal();
            assertThat(sealsOver(row)).isOne();
            assertWhole();
        }
    }

    /** More rows than a batch, by one transaction: they come under one seal, and those before and after under others. */
    @Test
    void aMassImportDoesNotStopTheSealer() throws SQLException {
        seal();
        UUID before = Trails.change(database, clock.instant());
        Trails.manyChanges(database, 10_001);
        UUID after = Trails.change(database, clock.instant());

        assertThat(seal()).isEqualTo(3);

        assertThat(sealsOver(before)).isOne();
        assertThat(sealsOver(after)).isOne();
        assertThat(Sql.number(database, "select count(*) from audit_seal where row_count = 10001"))
                .isOne();
        assertWhole();
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
        return Sql.number(database, """
                select count(*) from audit_seal s join audit a
                    on a.position >= s.from_position and a.position < s.to_position
                        and s.month = date_trunc('month', a.at at time zone 'Asia/Shanghai')
                where s.table_name = 'audit' and a.id = ?
                """, row);
    }

    private void assertWhole() {
        for (SealedTable table : SealedTable.values()) {
            assertThat(verification.verify(table, List.of())).isInstanceOf(Verdict.Whole.class);
        }
    }
}
