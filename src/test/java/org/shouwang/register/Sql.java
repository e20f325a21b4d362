package org.shouwang.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks into the tables behind the API. */
final class Sql {

    private Sql() {}

    static long count(DataSource database, String query, Object argument) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, argument);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** All columns of the one row found. */
    static List<byte[]> bytes(DataSource database, String query, Object argument) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, argument);
            List<byte[]> columns = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(rows.getBytes(i));
                }
            }
            return columns;
        }
    }

    static void update(DataSource database, String statement, Object... arguments) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < arguments.length; i++) {
                prepared.setObject(i + 1, arguments[i]);
            }
            prepared.executeUpdate();
        }
    }
}
