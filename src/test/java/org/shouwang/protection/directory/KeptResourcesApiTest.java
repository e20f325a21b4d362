package org.shouwang.protection.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.area.AreaBelongings.Move;
import org.shouwang.notification.SummarySource.Day;
import org.shouwang.notification.SummarySource.Line;
import org.shouwang.platform.AreaCode;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;

/** The directory stays right: somebody is reminded to check it, and it goes with its villages. */
@QuarkusTest
class KeptResourcesApiTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final long VILLAGE = 610304107202L;
    private static final long SUCCESSOR = 610304107205L;

    @Inject
    ResourceSummary summary;

    @Inject
    ResourcesOfArea belongings;

    @Inject
    Pool pool;

    @Inject
    DataSource database;

    private UUID entry = new UUID(0, 0);

    @AfterEach
    void noEntry() throws SQLException {
        Resources.remove(database, entry);
    }

    private void entry(long area, int checkedDaysAgo) throws SQLException {
        entry = Resources.stored(database, "试验站", "PSYCH", area);
        Sql.update(
                database,
                "update resource set verified_on = ? where id = ?",
                Demo.today().minusDays(checkedDaysAgo),
                entry);
    }

    private List<Line> lines(Accounts who) {
        UUID worker = UUID.fromString(who.request().get("/api/v1/me").path("worker.id"));
        Day today = new Day(Demo.today(), Demo.now(), Demo.now());
        boolean named = summary.workers(today).await().atMost(SOON).contains(worker);
        List<Line> lines = summary.lines(today, List.of(worker)).await().atMost(SOON);
        assertThat(named).isEqualTo(!lines.isEmpty());
        return lines;
    }

    @Test
    void theCoordinatorIsRemindedOfWhatAVillageKeeps() throws SQLException {
        entry(Long.parseLong(Accounts.VILLAGE), 181);

        assertThat(lines(Accounts.COORDINATOR))
                .singleElement()
                .satisfies(line -> assertThat(line.kind()).isEqualTo("resource-to-check"))
                .satisfies(line -> assertThat(line.count()).isEqualTo(1));
        assertThat(lines(Accounts.COUNTY)).isEmpty();
    }

    @Test
    void theCountyIsRemindedOfItsOwn() throws SQLException {
        entry(610304000000L, 181);

        assertThat(lines(Accounts.COUNTY)).hasSize(1);
        assertThat(lines(Accounts.COORDINATOR)).isEmpty();
    }

    @Test
    void halfAYearACheckHolds() throws SQLException {
        entry(610304000000L, 180);

        assertThat(lines(Accounts.COUNTY)).isEmpty();
    }

    @Test
    void nobodyIsRemindedOfWhatIsClosed() throws SQLException {
        entry(610304000000L, 181);
        Sql.update(database, "update resource set status = 'CLOSED' where id = ?", entry);

        assertThat(lines(Accounts.COUNTY)).isEmpty();
    }

    @Test
    void anEntryGoesWithItsVillage() throws SQLException {
        entry = Resources.stored(database, "试验站", "PSYCH", VILLAGE, SUCCESSOR);
        Move move = new Move(new AreaCode(VILLAGE), new AreaCode(SUCCESSOR), Demo.today());

        int moved = pool.withTransaction(transaction -> belongings.move(transaction, move, 200))
                .await()
                .atMost(SOON);

        assertThat(moved).isPositive();
        assertThat(Sql.number(database, "select area_code from resource where id = ?", entry))
                .isEqualTo(SUCCESSOR);
        assertThat(Sql.number(
                        database,
                        "select count(*) from resource_area where resource_id = ? and area_code = ?",
                        entry,
                        SUCCESSOR))
                .isEqualTo(1);
        assertThat(Sql.number(database, "select count(*) from resource_area where area_code = ?", VILLAGE))
                .isZero();
        assertThat(pool.withTransaction(transaction -> belongings.move(transaction, move, 200))
                        .await()
                        .atMost(SOON))
                .isZero();
    }
}
