package org.shouwang.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The feed of a province has millions of rows: what is due is found by an index, without looking at what is not. */
@QuarkusTest
class PruneFeedPlanApiTest {

    private final DataSource database;

    PruneFeedPlanApiTest(DataSource database) {
        this.database = database;
    }

    @ParameterizedTest
    @CsvSource({"DATE,sync_change_window", "LEAVE,sync_change_window", "FORGET,sync_change_removed"})
    void whatIsDueIsFoundByItsIndex(String name, String index) throws SQLException {
        String statement =
                switch (name) {
                    case "DATE" -> PruneFeed.DATE.replace("$1", "'visit'");
                    case "LEAVE" -> PruneFeed.LEAVE.replace("$1", "'task'").replace("$2", "date '2026-01-01'");
                    default -> PruneFeed.FORGET.replace("$1", "1000");
                };

        assertThat(plan(statement)).contains(index);
    }

    /** A small table is read as a whole whatever its indexes. */
    private String plan(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement planned = connection.createStatement()) {
            connection.setAutoCommit(false);
            planned.execute("set local enable_seqscan = off");
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = planned.executeQuery("explain " + statement)) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            connection.rollback();
            return plan.toString();
        }
    }
}
