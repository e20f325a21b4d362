package org.shouwang.task.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.platform.pool.Migrating;
import org.shouwang.testsupport.TestDatabase;

class FilesOfBeforeTest {

    /** Drafts on the day after, when no node of the release before is left that would plan nothing for them. */
    @Test
    void theUpgradeLeavesThemToThePagesOfTheReplanning() throws SQLException {
        DatabaseAddress address = TestDatabase.fresh("before");
        migrate(address, "80");
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into area (code, name, level, parent_code, code_end)
                    values (610304000000, '区', 'COUNTY', null, 610305000000),
                           (610304101000, '镇', 'TOWNSHIP', 610304000000, 610304102000)
                    """);

            migrate(address, "latest");

            try (ResultSet asked = statement.executeQuery(
                    "select string_agg(area_code || ' ' || greatest(from_day - local_day(now()), -1), ', ' order by from_day)"
                            + " from follow_up_replan")) {
                assertThat(asked.next()).isTrue();
                assertThat(asked.getString(1)).isEqualTo("610304000000 -1, 610304000000 1");
            }
        }
    }

    private static void migrate(DatabaseAddress address, String version) {
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(address.jdbcUrl(), address.username(), address.password())
                .target(version);
        Migrating.waitingAs(configuration).load().migrate();
    }
}
