package org.shouwang.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouwang.testsupport.Sql;

/** Whoever writes to the database past the server is found. Each test puts back what it broke. */
@QuarkusTest
class VerifyTrailsApiTest {

    private static final String COLUMNS =
            "id, at, worker_id, appointment_id, role_code, action, subject_type, subject_id, area_code, request_id, position";

    @Inject
    SealTrails sealer;

    @Inject
    VerifyAuditCommand command;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private UUID row;

    @BeforeEach
    void seal() throws SQLException {
        row = Trails.change(database, clock.instant());
        sealer.runOnce().await().atMost(Duration.ofMinutes(1));
    }

    @Test
    void aChangedRowIsFound() throws SQLException {
        Sql.update(database, "update audit set role_code = 'ADMINISTRATOR' where id = ?", row);

        assertThat(verify()).isEqualTo(1);

        assertThat(said()).contains("BROKEN audit: seal", "at least one was changed");
        Sql.update(database, "update audit set role_code = null where id = ?", row);
        assertThat(verify()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void noColumnCanBeChanged(SealedTable table) throws SQLException {
        Forgery forgery = Forgery.ofARowIn(database, table);
        sealer.runOnce().await().atMost(Duration.ofMinutes(1));
        List<String> unnoticed = new ArrayList<>();

        for (String column : forgery.columns()) {
            String genuine = forgery.forge(column);
            if (verify() == 0) {
                unnoticed.add(column);
            }
            forgery.restore(column, genuine);
        }

        assertThat(unnoticed).isEmpty();
        assertThat(verify()).isZero();
    }

    @Test
    void aRemovedRowIsFound() throws SQLException {
        Sql.update(database, "create table audit_aside as select * from audit where id = ?", row);
        Sql.update(database, "delete from audit where id = ?", row);

        assertThat(verify()).isEqualTo(1);

        Sql.update(database, "insert into audit (" + COLUMNS + ") select " + COLUMNS + " from audit_aside");
        Sql.update(database, "drop table audit_aside");
        assertThat(verify()).isZero();
    }

    @Test
    void aRowAddedToASealedRangeIsFoundWhateverItsMonth() throws SQLException {
        for (String at : List.of("now()", "now() - interval '70 days'")) {
            UUID added = UUID.randomUUID();
            Sql.update(
                    database,
                    "insert into audit (id, at, action, subject_type, position) select ?, " + at
                            + ", 'x', 'x', position from audit where id = ?",
                    added,
                    row);

            assertThat(verify()).as(at).isEqualTo(1);

            Sql.update(database, "delete from audit where id = ?", added);
        }
        assertThat(verify()).isZero();
    }

    @Test
    void aRowBeforeAllSealsIsFound() throws SQLException {
        UUID added = UUID.randomUUID();
        Sql.update(
                database,
                "insert into audit (id, at, action, subject_type, position) values (?, now(), 'x', 'x', -1)",
                added);

        assertThat(verify()).isEqualTo(1);

        Sql.update(database, "delete from audit where id = ?", added);
        assertThat(verify()).isZero();
    }

    /** The verification waits at the rows until the month is gone whose seals it has read. */
    @Test
    void aMonthThatIsDroppedMeanwhileIsNoFault() throws SQLException {
        UUID old = Trails.change(database, Instant.parse("2013-02-10T00:00:00Z"));
        sealer.runOnce().await().atMost(Duration.ofMinutes(1));
        try (Connection dropping = database.getConnection()) {
            dropping.setAutoCommit(false);
            dropping.prepareStatement("lock table audit in access exclusive mode")
                    .execute();
            CompletableFuture<Integer> verdict = CompletableFuture.supplyAsync(this::verify);
            await().atMost(Duration.ofMinutes(1)).until(() -> Trails.waitForRows(database) > 0);
            try (Statement drop = dropping.createStatement()) {
                drop.execute("delete from audit where id = '" + old + "'");
                drop.execute("update audit_seal set dropped_at = now() where month = '2013-02-01'");
            }

            dropping.commit();

            assertThat(verdict).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(0);
        }
    }

    @Test
    void aSealThatWasMadeOverIsFound() throws SQLException {
        String last =
                "where table_name = 'audit' and number = (select max(number) from audit_seal where table_name = 'audit')";
        Sql.update(database, "update audit_seal set row_count = row_count + 1 " + last);

        assertThat(verify()).isEqualTo(1);

        assertThat(said()).contains("the seal itself was changed");
        Sql.update(database, "update audit_seal set row_count = row_count - 1 " + last);
        assertThat(verify()).isZero();
    }

    @Test
    void aSealThatIsMissingIsFound() throws SQLException {
        String first = "where table_name = 'audit' and number = 1";
        Sql.update(database, "create table seal_aside as select * from audit_seal " + first);
        Sql.update(database, "delete from audit_seal " + first);

        assertThat(verify()).isEqualTo(1);

        assertThat(said()).contains("seal 1 is missing");
        Sql.update(database, "insert into audit_seal select * from seal_aside");
        Sql.update(database, "drop table seal_aside");
        assertThat(verify()).isZero();
    }

    @Test
    void rowsOfARecentMonthCannotHideBehindTheRetention() throws SQLException {
        Sql.update(database, "update audit_seal set dropped_at = now() where month > now() - interval '36 months'");

        assertThat(verify()).isEqualTo(1);

        assertThat(said()).contains("its month must still be kept");
        Sql.update(database, "update audit_seal set dropped_at = null where month > now() - interval '36 months'");
        assertThat(verify()).isZero();
    }

    @Test
    void aChainThatWasCutIsFoundByItsHead() throws SQLException {
        String head = head();

        assertThat(verify(head)).isZero();
        assertThat(verify("audit:0:" + "0".repeat(64)))
                .as("told before the first seal")
                .isZero();
        assertThat(verify("audit:999999:" + "a".repeat(64))).isEqualTo(1);
        assertThat(verify("no head")).isEqualTo(2);
    }

    /** Row and seal at the end are gone, as if they had never been: only a head that was told outside knows. */
    @Test
    void anEndThatWasCutOffIsFoundByTheHeadAlsoOnceItIsSealedAnew() throws SQLException {
        String head = head();
        Sql.update(database, "delete from audit where id = ?", row);
        Sql.update(database, """
                delete from audit_seal
                where table_name = 'audit'
                  and from_position = (select max(from_position) from audit_seal where table_name = 'audit')
                """);

        assertThat(verify()).isZero();
        assertThat(verify(head)).isEqualTo(1);
        assertThat(said()).contains("the chain does not hold " + head);
        Trails.change(database, clock.instant());
        sealer.runOnce().await().atMost(Duration.ofMinutes(1));
        assertThat(verify()).isZero();
        assertThat(verify(head)).isEqualTo(1);
    }

    /** What the walk says that the chain of the changes ends in. */
    private String head() {
        assertThat(verify()).isZero();
        return said().lines()
                .filter(line -> line.contains("audit:"))
                .findFirst()
                .orElseThrow()
                .replaceAll("whole\\s+", "");
    }

    private int verify(String... heads) {
        return command.run(List.of(heads), new PrintStream(printed, true, UTF_8));
    }

    private String said() {
        return printed.toString(UTF_8);
    }
}
