package org.shouwang.testsupport;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reaches the tables behind the API. */
public final class Sql {

    private Sql() {}

    /** Answers how many rows it changed. */
    public static int update(DataSource database, String statement, @Nullable Object... arguments) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            set(prepared, arguments);
            return prepared.executeUpdate();
        }
    }

    /** The first column of the first row. */
    public static long number(DataSource database, String query, @Nullable Object... arguments) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(query)) {
            set(prepared, arguments);
            try (ResultSet rows = prepared.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** The first column of each row. */
    public static List<String> texts(DataSource database, String query, @Nullable Object... arguments)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(query)) {
            set(prepared, arguments);
            List<String> found = new ArrayList<>();
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    /** All columns of the first row, as bytes. */
    public static List<byte @Nullable []> bytes(DataSource database, String query, @Nullable Object... arguments)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(query)) {
            set(prepared, arguments);
            List<byte @Nullable []> columns = new ArrayList<>();
            try (ResultSet rows = prepared.executeQuery()) {
                rows.next();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(rows.getBytes(i));
                }
            }
            return columns;
        }
    }

    private static void set(PreparedStatement prepared, @Nullable Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            prepared.setObject(i + 1, arguments[i]);
        }
    }
}
