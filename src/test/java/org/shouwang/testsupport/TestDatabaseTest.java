package org.shouwang.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.database.DatabaseAddress;

class TestDatabaseTest {

    private static final String TABLES = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'";

    @Test
    void aFreshDatabaseIsEmptyEachTime() throws SQLException {
        execute(TestDatabase.fresh("emptied"), "CREATE TABLE left_over (n int)");

        DatabaseAddress again = TestDatabase.fresh("emptied");

        assertThat(number(again, TABLES)).isZero();
    }

    @Test
    void theQuarkusResourceGivesAnOwnDatabaseAndDropsIt() throws SQLException {
        DatabaseResource resource = new DatabaseResource();
        Map<String, String> settings = resource.start();
        DatabaseAddress address = new DatabaseAddress(
                settings.getOrDefault("quarkus.datasource.jdbc.url", ""),
                settings.getOrDefault("quarkus.datasource.reactive.url", ""),
                settings.getOrDefault("quarkus.datasource.username", ""),
                settings.getOrDefault("quarkus.datasource.password", ""));
        assertThat(number(address, TABLES)).isZero();
        assertThat("jdbc:" + address.reactiveUrl()).isEqualTo(address.jdbcUrl());

        resource.stop();

        assertThatThrownBy(() -> number(address, TABLES)).isInstanceOf(SQLException.class);
    }

    private static void execute(DatabaseAddress address, String sql) {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private static int number(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password());
    }
}
