package org.shouwang.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.platform.pool.Migrating;
import org.shouwang.testsupport.TestDatabase;

/** The list of the whole nation, where it lies beside the project. */
class NationalFileTest {

    private static final Path NATION = Path.of("..", "shared", "data", "areas-cn.csv.gz");

    /** 永顺县, in the autonomous prefecture 湘西. */
    private static final long COUNTY = 433127000000L;

    private DatabaseAddress database;

    @TempDir
    Path folder;

    @BeforeEach
    void emptyDatabase() {
        assumeTrue(Files.exists(NATION), "the national file lies elsewhere");
        database = TestDatabase.fresh("nation");
        Migrating.waitingAs(Flyway.configure().dataSource(database.jdbcUrl(), database.username(), database.password()))
                .load()
                .migrate();
    }

    @AfterEach
    void noDatabase() {
        if (Files.exists(NATION)) {
            TestDatabase.drop(database);
        }
    }

    @Test
    void theNationIsTakenOnceAndItsDoublesAreNamed() throws SQLException {
        AreaReport first = take(NATION);
        AreaReport second = take(NATION);

        assertThat(List.of(first.created(), first.doubled(), first.refused())).containsExactly(665_271L, 5L, 0L);
        assertThat(first.doubles())
                .extracting(one -> one.code() + " " + one.kept().level() + " "
                        + one.others().size())
                .containsExactly(
                        "350527000000 COUNTY 2", "441900000000 CITY 1", "442000000000 CITY 1", "460400000000 CITY 1");
        assertThat(List.of(second.created(), second.renamed(), second.unchanged(), second.refused()))
                .containsExactly(0L, 0L, 665_271L, 0L);
        assertThat(number("select count(*) from area where version > 0")).isZero();
        assertThat(number("select count(*) from area where parent_code is null and level <> 'PROVINCE'"))
                .isZero();
        assertThat(number("select parent_code from area where code = 441900003000"))
                .isEqualTo(441900000000L);
    }

    @Test
    void aCountyCutOutOfItStandsAlone() throws Exception {
        List<String> lines = new ArrayList<>(List.of("code,name,level"));
        new AreaFile(NATION).read(read -> {
            if (read instanceof AreaLineRules.Good good
                    && isOfCounty(good.line().code())) {
                lines.add(good.line().code() + "," + good.line().name() + ","
                        + good.line().level());
            }
        });
        Path county = Files.write(folder.resolve("county.csv"), lines, StandardCharsets.UTF_8);

        AreaReport report = take(county);

        assertThat(report.created()).isEqualTo(lines.size() - 1);
        assertThat(number("select count(*) from area where parent_code is null"))
                .isOne();
        assertThat(number("select count(*) from area where level = 'TOWNSHIP' and parent_code <> " + COUNTY))
                .isZero();
        assertThat(number("select count(*) from area v join area t on t.code = v.parent_code"
                        + " where v.level = 'VILLAGE' and (t.level <> 'TOWNSHIP' or v.code / 1000 <> t.code / 1000)"))
                .isZero();
    }

    private static boolean isOfCounty(AreaCode code) {
        return code.value() / 1_000_000 == COUNTY / 1_000_000;
    }

    private AreaReport take(Path file) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            AreaReport report = AreaImport.take(connection, new AreaFile(file), AreaRanges.EVERYWHERE);
            connection.commit();
            return report;
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
