package org.shouwang.platform.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.TestDatabase;

class JdbcTest {

    @Test
    void anErrorDoesNotQuoteTheRow() throws SQLException {
        try (Connection connection = Jdbc.connect(TestDatabase.fresh("jdbc_errors"));
                Statement statement = connection.createStatement()) {
            statement.execute("create temp table person (name text primary key)");
            statement.execute("insert into person values ('王小明')");

            assertThatThrownBy(() -> statement.execute("insert into person values ('王小明')"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("person_pkey")
                    .hasMessageNotContaining("王小明");
        }
    }
}
