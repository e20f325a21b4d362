package org.shouwang.production;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shouwang.platform.database.DatabaseAddress;

/** What stands in a packaged server's database. */
final class Tables {

    private static final String NAMES = """
            select c.relname from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
              and c.relname not in ('flyway_schema_history', 'epoch', 'backup')
            """;

    private Tables() {}

    /** A sum over the rows of each table, whatever their order; without those that a restore itself writes. */
    static Map<String, String> sums(DatabaseAddress database) {
        Map<String, String> sums = new TreeMap<>();
        for (String table : column(database, NAMES)) {
            sums.put(
                    table,
                    text(
                            database,
                            "select count(*) || ' ' || coalesce(md5(string_agg(r, '\n' order by r)), '') from (select t::text as r from "
                                    + table + " t) rows"));
        }
        return sums;
    }

    static int number(DatabaseAddress database, String sql) {
        return Integer.parseInt(text(database, sql));
    }

    static String text(DatabaseAddress database, String sql) {
        return column(database, sql).get(0);
    }

    static void execute(DatabaseAddress database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    static Connection connect(DatabaseAddress database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    static List<String> column(DatabaseAddress database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
