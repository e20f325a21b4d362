package org.shouwang.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;

/** A village of a province that does not exist, with more children's homes than one transaction moves. */
@QuarkusTest
class MoveBelongingsApiTest {

    private static final int HOMES = MoveBelongings.BATCH + 50;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static long free = 950101101200L;

    private final long old = free++;
    private final long living = free++;

    @Inject
    DataSource database;

    @Inject
    MoveBelongings job;

    @BeforeEach
    void aMergedVillageFullOfHomes() throws SQLException {
        merge(old, living, HOMES);
    }

    private void merge(long ended, long successor, int homes) throws SQLException {
        for (long village : new long[] {ended, successor}) {
            Sql.update(
                    database,
                    "insert into area (code, name, level, code_end) values (?, '试验村', 'VILLAGE', ?)",
                    village,
                    village + 1);
        }
        Sql.update(database, """
                insert into childrens_home (id, area_code, recorded_area_code, name, home_code, address, home_type, opened_on,
                    status, indoor_m2, zones, functions, request_hash, created_at, created_by, updated_at, updated_by)
                select gen_random_uuid(), ?, ?, '儿童之家', (? * 1000 + n)::text, '村委会院内', 'VILLAGE', '2024-09-01', 'OPEN', 20,
                    '{PLAY,READING}', '{GAME}', '', now(), w.id, now(), w.id
                from generate_series(1, ?) n, (select id from worker order by number limit 1) w
                """, ended, ended, ended, homes);
        Accounts.INSTANCE_ADMINISTRATOR
                .request()
                .body(Map.of(
                        "id",
                        UUID.randomUUID(),
                        "successor",
                        Long.toString(successor),
                        "on",
                        Demo.today().toString()))
                .post("/api/v1/areas/{code}/succession", ended)
                .then()
                .statusCode(201);
    }

    @Test
    void whatOneTransactionLeavesTheNextOneMoves() throws SQLException {
        int first = batch();

        assertThat(first).isEqualTo(MoveBelongings.BATCH);
        assertThat(homesAt(old)).isEqualTo(HOMES - MoveBelongings.BATCH);
        assertThat(job.runOnce().await().atMost(LONGEST)).isEqualTo(HOMES - MoveBelongings.BATCH);
        assertThat(homesAt(living)).isEqualTo(HOMES);
        assertThat(job.runOnce().await().atMost(LONGEST)).isZero();
    }

    @Test
    void aBatchThatIsKilledMovesNothingAndIsDoneAgain() throws Exception {
        try (Connection other = database.getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("select 1 from childrens_home where area_code = " + old + " for update");
            CompletableFuture<Integer> batch = job.batch().subscribeAsCompletionStage();
            Awaitility.await().atMost(LONGEST).until(() -> killed() > 0);

            assertThatThrownBy(() -> batch.get(LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .isNotNull();
            other.rollback();
        }
        assertThat(homesAt(old)).isEqualTo(HOMES);

        // the pool may hand out the dead connection once more before it notices
        Awaitility.await()
                .atMost(LONGEST)
                .ignoreExceptions()
                .until(() -> job.runOnce().await().atMost(LONGEST) == HOMES);

        assertThat(homesAt(living)).isEqualTo(HOMES);
        assertThat(Sql.number(
                        database,
                        "select count(*) from sync_change where kind = 'home' and not removed and scope = ?",
                        living))
                .isEqualTo(HOMES);
    }

    @Test
    void whatComesUnderTheOldCodeAfterwardsIsFoundLater() throws SQLException {
        job.runOnce().await().atMost(LONGEST);
        Sql.update(database, """
                update childrens_home set area_code = ?
                where id = (select id from childrens_home where area_code = ? order by id limit 1)
                """, old, living);
        try {
            Demo.advance(Duration.ofMinutes(11));

            assertThat(job.runOnce().await().atMost(LONGEST)).isOne();
        } finally {
            Demo.backToRealTime();
        }
    }

    @Test
    void aMoveThatFailsWaitsForAnHourAndStopsNoOther() throws SQLException {
        long otherOld = free++;
        long otherLiving = free++;
        merge(otherOld, otherLiving, 1);
        Sql.update(
                database,
                "alter table childrens_home add constraint no_move check (area_code <> " + living + ") not valid");
        try {
            job.runOnce().await().atMost(LONGEST);
        } finally {
            Sql.update(database, "alter table childrens_home drop constraint no_move");
        }
        try {
            Demo.advance(Duration.ofMinutes(59));
            job.runOnce().await().atMost(LONGEST);

            assertThat(homesAt(otherLiving)).isOne();
            assertThat(homesAt(old)).isEqualTo(HOMES);
            Demo.advance(Duration.ofMinutes(2));
            job.runOnce().await().atMost(LONGEST);
            assertThat(homesAt(living)).isEqualTo(HOMES);
        } finally {
            Demo.backToRealTime();
        }
    }

    @Test
    void whatHasNoSuccessorLeftStopsNoOther() throws SQLException {
        long otherOld = free++;
        long otherLiving = free++;
        merge(otherOld, otherLiving, 1);
        Sql.update(
                database,
                "update area set valid_to = ? where code = ?",
                Demo.today().minusDays(1),
                living);

        job.runOnce().await().atMost(LONGEST);

        assertThat(homesAt(otherLiving)).isOne();
        assertThat(homesAt(old)).isEqualTo(HOMES);
    }

    private int batch() {
        return job.batch().await().atMost(LONGEST);
    }

    private long homesAt(long village) throws SQLException {
        return Sql.number(database, "select count(*) from childrens_home where area_code = ?", village);
    }

    /** Ends the connection that waits for the homes, as if its node had died. */
    private long killed() throws SQLException {
        return Sql.number(database, """
                select count(*) filter (where pg_terminate_backend(pid))
                from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock' and query like '%childrens_home%'
                """);
    }
}
